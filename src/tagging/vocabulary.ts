import { hashParts } from "./hash.ts";
import { WORK_WORDS } from "./work_words.ts";

/** The words that the model may say. */
export interface Vocabulary {
  /** `work`, `open`, or the name of the user's file. */
  readonly name: string;
  /** In the order of the list, without repeats; null: any 3 to 12 letters a-z. */
  readonly words: ReadonlySet<string> | null;
}

/** Words that say nothing; never accepted, whatever the vocabulary. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(["task", "work", "misc", "thing", "stuff", "other"]);

/** The list that is shipped with the program. */
export const WORK: Vocabulary = { name: "work", words: new Set(Object.values(WORK_WORDS).flat()) };

/** Any word of 3 to 12 letters a-z, as version 0.1.0 asked. */
export const OPEN: Vocabulary = { name: "open", words: null };

/** A line of the user's word list cannot be taken. */
export class VocabularyError extends Error {
  override readonly name = "VocabularyError";
  readonly hint =
    "A word list holds one word a line: 3 to 12 letters a-z; empty lines and lines that begin with # are skipped";
}

/** Reads a user's list, one word a line. Throws `VocabularyError` with the number of the first bad line. */
export function parseVocabulary(text: string, fileName: string): Vocabulary {
  const words = new Set<string>();
  for (const [index, line] of text.replace(/^\u{feff}/u, "").split(/\r?\n/).entries()) {
    const word = line.trim();
    if (word === "" || word.startsWith("#")) continue;
    const trouble = troubleOf(word, words);
    if (trouble !== null) {
      throw new VocabularyError(`Cannot take line ${index + 1} of the word list "${fileName}": ${trouble}`);
    }
    words.add(word);
  }
  if (words.size < 2) {
    throw new VocabularyError(
      `Cannot take the word list "${fileName}": expected at least two words, found ${words.size}`,
    );
  }
  return { name: fileName, words };
}

function troubleOf(word: string, before: ReadonlySet<string>): string | null {
  const shown = JSON.stringify(word.slice(0, 40));
  if (!isWord(word)) return `expected one word of 3 to 12 letters a-z, found ${shown}`;
  if (EMPTY_WORDS.has(word)) return `expected a word that tells work apart, found ${shown}`;
  if (before.has(word)) return `expected each word once, found ${shown} again`;
  return null;
}

/** Whether a text has the form of a tag. */
export function isWord(text: string): boolean {
  return /^[a-z]{3,12}$/.test(text);
}

/** What tells vocabularies apart in a cache key: lists that hold other words are other vocabularies. */
export function vocabularyId({ words }: Vocabulary): string {
  if (words === null) return "open";
  const id = idOf.get(words) ?? hashParts([...words], 16);
  idOf.set(words, id);
  return id;
}

const idOf = new WeakMap<ReadonlySet<string>, string>();
