import { cutTree, type Needs } from "../cuts.ts";

/** How much of an output is looked at for what the agent says of its end, in characters. */
export const OUTPUT_HEAD_CHARS = 4000;
/** An output that is JSON around the command's own (0.47, which cut what it wrote down) has at most so many characters. */
export const WRAPPER_CHARS = 40_000;

/** A character is at most six bytes of JSON; a wrapper is JSON in JSON. */
const OUTPUT_BYTES = 6 * WRAPPER_CHARS;
const OUTPUT_HEAD_BYTES = 6 * OUTPUT_HEAD_CHARS;

/** What `CodexParser` reads of long records: every record's time, so that no type may be passed over. */
export const CODEX_NEEDS: Needs = {
  types: null,
  cuts: cutTree({
    "payload.output": OUTPUT_BYTES,
    "payload.encrypted_content": 0,
    "payload.base_instructions": 0,
    "payload.changes": 0,
    "payload.dynamic_tools": 0,
    "payload.instructions": 0,
    "payload.user_instructions": 0,
    "payload.developer_instructions": 0,
    "payload.replacement_history": 0,
    "payload.replacement_history.type": 20,
    "payload.state": 0,
    "payload.state.model": 200,
    "payload.stdout": 0,
    "payload.stderr": 0,
    "payload.aggregated_output": 0,
    "payload.formatted_output": 0,
    "payload.chunk": 0,
    "payload.unified_diff": 0,
    "payload.images": 0,
    "payload.result": 0,
    "payload.content.image_url": 0,
    "payload.item.stdout": 0,
    "payload.item.stderr": 0,
    "payload.item.aggregated_output": 0,
    "payload.item.formatted_output": 0,
    "payload.item.changes": OUTPUT_HEAD_BYTES,
    "payload.item.result": 0,
    "payload.item.content.image_url": 0,
    "instructions": 0,
    "item.aggregated_output": 0,
    "item.result": 0,
    "output": OUTPUT_BYTES,
    "encrypted_content": 0,
  }),
};
