import * as z from "zod";
import { sharedText } from "./form.ts";
import type { Asked } from "./question.ts";
import { type ServerLine, StatusTrouble } from "./server_line.ts";

/** What the questions of a kind repeat, in the model's own tokens: a server need not find them again for each question. */
export interface Spelling {
  /** What they begin with (`sharedText`). */
  readonly shared: readonly number[];
  /** The token that each word of the list begins with in an answer. */
  readonly beginnings: ReadonlyMap<string, Token>;
}

/** One token of a model: its number and its text. */
export interface Token {
  readonly id: number;
  readonly piece: string;
}

/** Asks a server how its model spells; null if it does not tell. Throws as `ServerLine.send`. */
export type Speller = (asked: Asked, signal: AbortSignal) => Promise<Spelling | null>;

/** llama.cpp: tools/server/README.md, `POST /tokenize`. A piece that is no whole character comes as its bytes. */
const Numbers = z.object({ tokens: z.array(z.number()) });
const Pieces = z.object({ tokens: z.array(z.object({ id: z.number(), piece: z.unknown() })) });

/** A server is asked once for each text and each list. */
export function openSpeller(line: ServerLine): Speller {
  const shared = new Map<string, Promise<readonly number[] | null>>();
  const beginnings = new Map<ReadonlySet<string>, Promise<Spelling["beginnings"] | null>>();

  return async (asked, signal) => {
    const text = sharedText(asked);
    const tokens = await once(shared, text, () => tokensOf(text, signal));
    const words = asked.words ?? new Set();
    const begun = await once(beginnings, words, () => beginningsOf(words, signal));
    return tokens === null || begun === null ? null : { shared: tokens, beginnings: begun };
  };

  async function tokensOf(text: string, signal: AbortSignal): Promise<readonly number[] | null> {
    const json = await tokenize({ content: text, add_special: true }, signal);
    return Numbers.safeParse(json).data?.tokens ?? null;
  }

  /** The words stand in one text, each behind a space, as in an answer; the token that holds the space begins the word. */
  async function beginningsOf(
    words: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Token> | null> {
    const json = await tokenize({ content: `Word: ${[...words].join(" ")}`, with_pieces: true }, signal);
    const tokens = Pieces.safeParse(json).data?.tokens ?? [];
    const begun = tokens.flatMap(({ id, piece }) =>
      typeof piece === "string" && piece.startsWith(" ") ? [{ id, piece }] : []
    );
    const spelt = [...words].flatMap((word, index) => {
      const token = begun[index];
      return token !== undefined && ` ${word}`.startsWith(token.piece) ? [[word, token] as const] : [];
    });
    return spelt.length === begun.length && spelt.length === words.size ? new Map(spelt) : null;
  }

  async function tokenize(body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown> {
    try {
      return await line.send({ wanted: "the tokens of a text", path: "/tokenize", body, outlast: "outage" }, signal);
    } catch (error) {
      if (error instanceof StatusTrouble) return null;
      throw error;
    }
  }
}

/** What failed is asked again. */
function once<K, V>(made: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const known = made.get(key) ?? make();
  made.set(key, known);
  known.catch(() => made.delete(key));
  return known;
}
