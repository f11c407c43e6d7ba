import { MAX_PATH_CHARS } from "../../shell/paths.ts";
import { type Cuts, cutTree, type Needs } from "../cuts.ts";

/** How much of a result is looked at for the agent's own words, in characters. */
export const RESULT_HEAD_CHARS = 512;

/** A character is at most six bytes of JSON. */
const RESULT_HEAD_BYTES = 6 * RESULT_HEAD_CHARS;

/** So much is kept of what is too long for a path that it is seen to be too long. */
const PATH_BYTES = 6 * (MAX_PATH_CHARS + 1);

/** Code of a file that is longer than this is not looked at, in characters. */
export const CODE_CHARS = 8000;
const CODE_BYTES = 6 * CODE_CHARS;

/** The types of records that `ClaudeParser` reads. */
const TYPES = [
  "user",
  "assistant",
  "attachment",
  "system",
  "summary",
  "progress",
  "cost-state",
  "queue-operation",
  "custom-title",
  "ai-title",
  "agent-name",
  "result",
];

/** Of a tool's result, in the names of the logs and of saved `stream-json`. */
const RESULT_CUTS = ["toolUseResult", "tool_use_result"].map((name) => ({
  [name]: PATH_BYTES,
  [`${name}.content`]: 0,
  [`${name}.file`]: 0,
  [`${name}.newString`]: 0,
  [`${name}.oldString`]: 0,
  [`${name}.originalFile`]: 0,
  [`${name}.result`]: 0,
  [`${name}.stderr`]: 0,
  [`${name}.stdout`]: 0,
  [`${name}.structuredPatch`]: 0,
}));

/** What of long records `ClaudeParser` does not read where what tool calls did is not wanted. */
const CUTS: Cuts = {
  "message.content.content": RESULT_HEAD_BYTES,
  "message.content.thinking": 0,
  "message.content.signature": 0,
  "message.content.source": 0,
  "message.content.input.content": 0,
  "message.content.input.old_string": 0,
  "message.content.input.new_string": 0,
  "message.content.input.edits": 0,
  "message.content.input.new_source": 0,
  ...RESULT_CUTS[0],
  ...RESULT_CUTS[1],
  "attachment.content": 0,
  "attachment.stdout": 0,
  "attachment.stderr": 0,
  "attachment.prompt.source": 0,
  "data.message.message.content.content": 0,
  "data.message.message.content.input": 0,
  "data.message.message.content.thinking": 0,
  "data.output": 0,
  "data.fullOutput": 0,
  "data.normalizedMessages": 0,
  "snapshot": 0,
  "result": 0,
};

/** What it reads of a log where what tool calls did is not wanted. */
export const CLAUDE_COUNT_NEEDS: Needs = { types: new Set(TYPES), cuts: cutTree(CUTS) };

/** What `ClaudeParser` reads of a log, and what of long records it does not: code that is written tells what scripts do. */
export const CLAUDE_NEEDS: Needs = {
  types: CLAUDE_COUNT_NEEDS.types,
  cuts: cutTree({
    ...CUTS,
    "message.content.input.content": CODE_BYTES,
    "message.content.input.new_string": CODE_BYTES,
    "message.content.input.edits.new_string": CODE_BYTES,
  }),
};
