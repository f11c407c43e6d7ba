import * as z from "zod";
import type { Host } from "../host/host.ts";
import { type Tag, TAG_KINDS } from "../trace/tag.ts";
import { TaggingError } from "./error.ts";
import { FORM_NAMES, type FormName } from "./form.ts";
import { hashParts } from "./hash.ts";
import type { Manner } from "./manner.ts";
import { type Question, QUESTION_VERSION, questionHash } from "./question.ts";
import { EMPTY_WORDS, isWord, type Vocabulary, vocabularyId } from "./vocabulary.ts";

/** Raised when the meaning of a key changes; words under older keys are then asked again. */
const CACHE_VERSION = 1;
const SCHEMA_VERSION = 2;
const KEY_DIGITS = 32;

const Llm = z.object({
  provider: z.string(),
  base_url: z.string(),
  model: z.string(),
  form: z.enum(FORM_NAMES),
  /** Share of the labelled set that the model answered acceptably, 0 to 1; null: not measured. */
  agreement: z.number().nullable(),
  /** Whether the words' mean weights were taken off. */
  calibrated: z.boolean().default(false),
});

const Means = z.record(z.string(), z.number());

const CalibrationShape = z.object({
  means: z.object({ session: Means, prompt: Means, llm_call: Means }),
  isLearned: z.boolean(),
});

const MannerShape = z.object({
  form: z.enum(FORM_NAMES),
  agreement: z.number().nullable(),
  calibration: CalibrationShape.nullable().default(null),
  /** Before it was kept the model is met again. */
  questions: z.string().default(""),
});

/** A model that was met by another version: it is met again. */
const UNKNOWN: Manner = { form: "raw", agreement: null, calibration: null, questions: "" };

const Entry = z.object({
  tag: z.string().refine((tag) => isWord(tag) && !EMPTY_WORDS.has(tag)),
  kind: z.enum(TAG_KINDS),
  source_hash: z.string(),
  created_at: z.string(),
  /** The identity of the model that said the word. */
  llm: z.string(),
});

const Stats = z.record(z.string(), z.unknown());
const Tags = z.record(z.string().regex(/^[0-9a-f]{32}$/), Entry);

const Document = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  created_by: z.string(),
  updated_at: z.string(),
  llm: Llm.nullable().catch(null),
  stats: Stats,
  /** How each model that was met is asked, by its identity. */
  models: z.record(z.string(), MannerShape.catch(UNKNOWN)).default({}),
  /** Words a second that each model gave last, by its identity. */
  rates: z.record(z.string(), z.number().positive()).default({}),
  /** The identity of the model in each file that was served. */
  model_files: z.record(z.string(), z.string()).default({}),
  tags: Tags,
});

const JournalLine = Entry.extend({ key: z.string().regex(/^[0-9a-f]{32}$/) });

/** Who says the words: `llm` of tags.json. */
export type LlmIdentity = Readonly<z.infer<typeof Llm>>;
/** One word, as tags.json keeps it. */
export type CachedTag = Readonly<z.infer<typeof Entry>>;

/** The words already obtained, in tags.json and in a journal beside it. */
export interface TagCache {
  /** Who said the words of the last run; null in a new cache. */
  readonly llm: LlmIdentity | null;
  /** What was wrong with the files and what was done about it, for the user. */
  readonly warnings: readonly string[];
  get(key: string): CachedTag | undefined;
  /** How a model is asked, by its identity; undefined if it was not met yet. */
  manner(model: string): Manner | undefined;
  /** Keeps it for the next `save`. */
  keepManner(model: string, manner: Manner): void;
  /** Words a second that a model gave when it was last asked, by its identity; undefined if it was not measured yet. */
  rate(model: string): number | undefined;
  /** Keeps it for the next `save`. */
  keepRate(model: string, perSecond: number): void;
  /** The identity of the model in a file, by what tells the file; undefined if it was not served yet. */
  modelOf(file: string): string | undefined;
  /** Keeps it for the next `save`. */
  keepModelOf(file: string, model: string): void;
  /** Keeps a word; it is on disk when the promise is fulfilled. Throws `TaggingError`. */
  put(key: string, entry: CachedTag): Promise<void>;
  /** Writes tags.json with all words of this run and of others, then drops the journal. Throws `TaggingError`. */
  save(llm: LlmIdentity | null, stats: Readonly<Record<string, unknown>>): Promise<void>;
}

/** The key of a question's word: 32 hex digits. Needs hashes alone, not the text. */
export function cacheKey(
  question: Question,
  llm: Pick<LlmIdentity, "provider" | "model" | "form" | "calibrated">,
  vocabulary: Vocabulary,
): string {
  return hashParts([
    CACHE_VERSION,
    llm.provider,
    llm.model,
    question.kind,
    vocabularyId(vocabulary),
    llm.form,
    llm.calibrated ? 1 : 0,
    QUESTION_VERSION,
    questionHash(question),
  ], KEY_DIGITS);
}

/** The model of the last run, asked in the form that is wanted now. */
export function lastIdentity(llm: LlmIdentity, form: FormName | null): LlmIdentity {
  return form === null ? llm : { ...llm, form, agreement: null, calibrated: false };
}

/** The known word of each question, or null. */
export function knownWords(
  questions: readonly Question[],
  llm: LlmIdentity,
  cache: TagCache,
  vocabulary: Vocabulary,
): (Tag | null)[] {
  return questions.map((question) => {
    const tag = cache.get(cacheKey(question, llm, vocabulary))?.tag ?? null;
    return tag !== null && vocabulary.words?.has(tag) === false ? null : tag;
  });
}

/** The entry for a word that the model said now. */
export function newEntry(tag: string, question: Question, llm: LlmIdentity, nowMs: number): CachedTag {
  return {
    tag,
    kind: question.kind,
    source_hash: questionHash(question),
    created_at: new Date(nowMs).toISOString(),
    llm: llm.model,
  };
}

/**
 * Opens the cache at `path` (a file `tags.json`, which need not exist). Nothing is written until the first word, except
 * that a damaged file is renamed to `tags.json.damaged-N`; with `readOnly` not even that. Throws `TaggingError`.
 */
export async function openTagCache(
  host: Host,
  path: string,
  options: { createdBy: string; readOnly?: boolean },
): Promise<TagCache> {
  const journalPath = `${path}.journal`;
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/"))) || ".";
  const warnings: string[] = [];
  const stored = await readStored();
  const known = new Map(Object.entries(stored.tags));
  const manners = new Map(Object.entries(stored.models));
  const rates = new Map(Object.entries(stored.rates));
  const files = new Map(Object.entries(stored.files));
  let journalIsTorn = stored.journalIsTorn;
  let appending: Promise<void> = Promise.resolve();

  return {
    llm: stored.llm,
    warnings,
    get: (key) => known.get(key),
    manner: (model) => manners.get(model),
    keepManner: (model, manner) => void manners.set(model, manner),
    rate: (model) => rates.get(model),
    keepRate: (model, perSecond) => void rates.set(model, perSecond),
    modelOf: (file) => files.get(file),
    keepModelOf: (file, model) => void files.set(file, model),
    put(key, entry): Promise<void> {
      known.set(key, entry);
      const line = `${journalIsTorn ? "\n" : ""}${JSON.stringify({ key, ...entry })}\n`;
      journalIsTorn = false;
      appending = appending.then(() => makeFolder()).then(() => host.appendText(journalPath, line));
      return appending.catch((error) => {
        throw writeTrouble(journalPath, error);
      });
    },
    async save(llm, stats): Promise<void> {
      await appending.catch(() => {});
      const others = await readStored();
      const tags = { ...others.tags, ...Object.fromEntries(known) };
      const document: z.infer<typeof Document> = {
        schema_version: SCHEMA_VERSION,
        created_by: options.createdBy,
        updated_at: new Date(host.now()).toISOString(),
        llm,
        stats: { ...stats },
        models: sorted({ ...others.models, ...Object.fromEntries(manners) }),
        rates: sorted({ ...others.rates, ...Object.fromEntries(rates) }),
        model_files: sorted({ ...others.files, ...Object.fromEntries(files) }),
        tags: sorted(tags),
      };
      try {
        await makeFolder();
        await host.writeFileAtomic(path, JSON.stringify(document, null, 2) + "\n");
        if (host.stat(journalPath) !== null) await host.remove(journalPath);
      } catch (error) {
        throw writeTrouble(path, error);
      }
    },
  };

  async function readStored(): Promise<Stored> {
    const document = await readDocument();
    const tags = { ...document?.tags };
    const journal = readText(journalPath) ?? "";
    const journalIsTorn = journal !== "" && !journal.endsWith("\n");
    let dropped = 0;
    for (const line of journal.split("\n")) {
      if (line === "") continue;
      const parsed = JournalLine.safeParse(parseJson(line));
      if (!parsed.success) {
        dropped++;
        continue;
      }
      const { key, ...entry } = parsed.data;
      tags[key] = entry;
    }
    if (dropped > 0) {
      const lines = dropped === 1 ? "1 damaged line" : `${dropped} damaged lines`;
      warn(`Dropped ${lines} of "${fileName(journalPath)}": the words are asked again`);
    }
    return {
      llm: document?.llm ?? null,
      models: document?.models ?? {},
      rates: document?.rates ?? {},
      files: document?.model_files ?? {},
      tags,
      journalIsTorn,
    };
  }

  async function readDocument(): Promise<z.infer<typeof Document> | null> {
    const text = readText(path);
    if (text === null) return null;
    const parsed = Document.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    let number = 1;
    while (host.stat(`${path}.damaged-${number}`) !== null) number++;
    const aside = `${path}.damaged-${number}`;
    if (options.readOnly !== true) {
      try {
        await host.rename(path, aside);
      } catch (error) {
        throw writeTrouble(aside, error);
      }
    }
    const what = `"${fileName(path)}", which is damaged or of another version`;
    warn(
      options.readOnly === true
        ? `Passed over ${what}: its words are asked again`
        : `Set aside ${what}, as "${fileName(aside)}": its words are asked again`,
    );
    return null;
  }

  function readText(file: string): string | null {
    try {
      return host.readText(file);
    } catch (error) {
      throw new TaggingError(
        `Cannot read the tag cache "${file}": ${messageOf(error)}`,
        "Check its permissions, or move it away",
        error,
      );
    }
  }

  async function makeFolder(): Promise<void> {
    if (host.stat(folder) === null) await host.makeDir(folder);
  }

  function warn(warning: string): void {
    if (!warnings.includes(warning)) warnings.push(warning);
  }
}

interface Stored {
  readonly llm: LlmIdentity | null;
  readonly models: Readonly<Record<string, Manner>>;
  readonly rates: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, CachedTag>>;
  /** The last run was killed while it wrote a line. */
  readonly journalIsTorn: boolean;
}

/** By code unit of the key. */
function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0));
}

/** The parsed text, or undefined, which no schema here takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeTrouble(path: string, error: unknown): TaggingError {
  return new TaggingError(
    `Cannot write the tag cache "${path}": ${messageOf(error)}`,
    "Check the free space and the folder's permissions",
    error,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
