import * as z from "zod";
import type { Host } from "../host/host.ts";
import type { TagKind } from "../trace/tag.ts";
import { quoted, TaggingError } from "./error.ts";
import { type FormName, FORMS } from "./form.ts";
import type { Asked } from "./question.ts";
import { openLine, type ServerLine, type ServerOptions } from "./server_line.ts";
import { openSpelledLine, type Weights } from "./spelled.ts";

/** A server that has said which model it serves. */
export interface LlamaServer {
  /** Without credentials. */
  readonly baseUrl: string;
  /** What the server says it serves: its name for the model, with the model's size where it tells; never an address or a folder. */
  readonly model: string;
  /** Requests that it takes at once, as far as it says. */
  readonly slots: number;
  /**
   * Puts a question and returns the answer as it came. Waits out a busy or restarting server within the time limit.
   * Throws `TaggingError`, or the signal's reason.
   */
  ask(asked: Asked, form: FormName, kind: TagKind, passage: Passage): Promise<string>;
  /**
   * How likely each word is as the beginning of the answer to a raw question, as a logarithm; null if the server does
   * not tell. Throws as `ask`.
   */
  weigh(asked: Asked, kind: TagKind, passage: Passage): Promise<Weights | null>;
}

/** One of several requests in flight. */
export interface Passage {
  readonly signal: AbortSignal;
  /** Which of them it is, counted from 0; a lane has one request at a time. */
  readonly lane: number;
  /** true: asked just before, and to be computed again while no other question is. */
  readonly alone?: boolean;
}

/** What the words of a kind are called in messages. */
export const KIND_PHRASES: Readonly<Record<TagKind, string>> = {
  session: "a session",
  prompt: "a prompt",
  llm_call: "an LLM call",
};

const ModelEntry = z.object({
  id: z.string(),
  aliases: z.array(z.string()).optional(),
  meta: z.object({ n_params: z.number().optional(), size: z.number().optional() }).nullish(),
});
const ModelList = z.object({ data: z.array(ModelEntry) });
const Props = z.object({ total_slots: z.number().int().positive() });

/** Checks that the server is there and which model it serves. Throws `TaggingError`, or the signal's reason. */
export async function connect(host: Host, options: ServerOptions, signal: AbortSignal): Promise<LlamaServer> {
  const line = openLine(host, options);
  const models = await line.send({ wanted: "the name of its model", path: "/v1/models", outlast: "busy" }, signal);
  const parsed = ModelList.safeParse(models);
  if (!parsed.success) {
    throw line.trouble("the name of its model", `expected a list of models, found ${quoted(JSON.stringify(models))}`);
  }
  const entry = pickModel(parsed.data.data, options.model);
  if (entry === null) {
    const names = parsed.data.data.map(({ id }) => id).join(", ");
    throw line.trouble(
      "the name of its model",
      `expected one model or one named ${quoted(options.model)}, found ${quoted(names)}`,
      "Name one of them with --model",
    );
  }
  const slots = await slotsOf(line, signal);
  const spelled = openSpelledLine(line, slots, options.model);

  return {
    baseUrl: line.baseUrl,
    model: identityOf(entry),
    slots,
    async ask(asked, form, kind, passage): Promise<string> {
      const wanted = wordFor(kind);
      const word = form === "raw" ? await spelled.ask(asked, { wanted, ...passage }) : null;
      if (word !== null) return word;
      const { path, body, answer } = FORMS[form];
      const json = await line.send(
        { wanted, path, body: body(asked, options.model), outlast: "outage" },
        passage.signal,
      );
      const found = answer(json);
      if (found !== null) return found;
      throw line.trouble(wanted, `expected the model's answer, found ${quoted(JSON.stringify(json))}`);
    },
    async weigh(asked, kind, passage): Promise<Weights | null> {
      return await spelled.weigh(asked, { wanted: wordFor(kind), ...passage });
    },
  };
}

function wordFor(kind: TagKind): string {
  return `a word for ${KIND_PHRASES[kind]}`;
}

type ModelEntry = z.infer<typeof ModelEntry>;

function pickModel(entries: readonly ModelEntry[], name: string): ModelEntry | null {
  if (entries.length === 1) return entries[0] ?? null;
  return entries.find(({ id, aliases }) => id === name || aliases?.includes(name)) ?? null;
}

/** llama-server names a model by its path unless it was given another name: only the file's name is kept. */
function identityOf({ id, meta }: ModelEntry): string {
  const name = /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(id) ? id.split(/[\\/]/).at(-1) ?? id : id;
  const facts = [name];
  if (meta?.n_params !== undefined) facts.push(`${meta.n_params} parameters`);
  if (meta?.size !== undefined) facts.push(`${meta.size} bytes`);
  return facts.join(", ");
}

/** Only llama.cpp's own server has `/props`; any other is taken to answer one request at a time. */
async function slotsOf(line: ServerLine, signal: AbortSignal): Promise<number> {
  try {
    const props = await line.send({ wanted: "its properties", path: "/props", outlast: "nothing" }, signal);
    return Props.safeParse(props).data?.total_slots ?? 1;
  } catch (error) {
    if (error instanceof TaggingError) return 1;
    throw error;
  }
}
