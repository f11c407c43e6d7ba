import { z } from "zod";

/** A slot whose cache falls so many tokens short of what the questions of a kind share is warmed again. */
const WORN_TOKENS = 16;

const Timings = z.object({ timings: z.object({ cache_n: z.number(), prompt_n: z.number() }) });

/** The slots of a llama-server, each with what all questions of a kind begin with in its cache. */
export interface WarmSlots {
  /**
   * Sends a question that begins with `prefix` to the slot of a lane. The prefix is computed first, and while no other
   * question is: together with other text it would come out with other rounding, and a near tie between two words fall
   * the other way. A model with a sliding window (Gemma 3) keeps it for the next questions only where it ends there.
   */
  ask(prefix: string, lane: number, send: Send, warm: Send): Promise<unknown>;
}

/** Sends one request to a slot. */
export type Send = (slot: number) => Promise<unknown>;

interface Slot {
  prefix: string | null;
  /** Of the prefix. */
  tokens: number;
  isWorn: boolean;
}

/** The slots of one server. */
export function warmSlots(count: number): WarmSlots {
  const slots = Array.from({ length: count }, (): Slot => ({ prefix: null, tokens: 0, isWorn: false }));
  const gate = openGate();
  /** Until it turns out that the server does not say what it took from its cache. */
  let isTold = true;

  return {
    async ask(prefix, lane, send, warm): Promise<unknown> {
      const index = lane % count;
      const slot = slots[index];
      if (slot === undefined) throw new RangeError(`Cannot find slot ${index}`);
      const isCold = (): boolean => isTold && (slot.prefix !== prefix || slot.isWorn);
      if (isCold()) {
        await gate.alone(async () => {
          // Another lane may have warmed it while this one waited.
          if (!isCold()) return;
          slot.tokens = readTimings(await warm(index)).evaluated;
          slot.prefix = prefix;
          slot.isWorn = false;
          isTold = slot.tokens > 0;
        });
      }
      const json = await gate.pass(() => send(index));
      slot.isWorn = readTimings(json).cached < slot.tokens - WORN_TOKENS;
      return json;
    },
  };
}

function readTimings(json: unknown): { readonly cached: number; readonly evaluated: number } {
  const parsed = Timings.safeParse(json);
  if (!parsed.success) return { cached: 0, evaluated: 0 };
  const { cache_n, prompt_n } = parsed.data.timings;
  return { cached: cache_n, evaluated: cache_n + prompt_n };
}

interface Gate {
  pass<T>(run: () => Promise<T>): Promise<T>;
  alone<T>(run: () => Promise<T>): Promise<T>;
}

/** Lets many through at once, or one alone. */
function openGate(): Gate {
  const passing = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  return {
    async pass<T>(run: () => Promise<T>): Promise<T> {
      for (let seen = null; seen !== last;) {
        seen = last;
        await seen;
      }
      const passed = run();
      const settled = passed.then(() => {}, () => {});
      passing.add(settled);
      settled.then(() => passing.delete(settled));
      return await passed;
    },
    async alone<T>(run: () => Promise<T>): Promise<T> {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      try {
        await before;
        await Promise.all(passing);
        return await run();
      } finally {
        resolve();
      }
    },
  };
}
