import { z } from "zod";

/** A slot whose cache falls so many tokens short of what the questions of a kind share has lost it. */
const LOST_TOKENS = 16;

const Timings = z.object({ timings: z.object({ cache_n: z.number(), prompt_n: z.number() }) });

/** The slots of a llama-server, each with what all questions of a kind begin with in its cache. */
export interface WarmSlots {
  /**
   * Sends a question that begins with the tokens `shared` to the slot of a lane. They are computed first, and while no
   * other question is: together with other text they would come out with other rounding, and a near tie between two
   * words fall the other way.
   */
  ask(shared: readonly number[], lane: number, send: Send, body: Body): Promise<unknown>;
}

type Body = Readonly<Record<string, unknown>>;
/** Sends one request to `/completion`. */
export type Send = (body: Body) => Promise<unknown>;

interface Slot {
  /** What it was warmed with. */
  shared: readonly number[] | null;
  /** How many tokens the last question computed of it again; null: the server does not say. */
  lost: number | null;
}

/** The slots of one server. */
export function warmSlots(count: number): WarmSlots {
  const slots = Array.from({ length: count }, (): Slot => ({ shared: null, lost: 0 }));
  const gate = openGate();

  return {
    async ask(shared, lane, send, body): Promise<unknown> {
      const index = lane % count;
      const slot = slots[index];
      if (slot === undefined) throw new RangeError(`Cannot find slot ${index}`);
      const read = (isCached: boolean): Promise<unknown> =>
        send({ prompt: shared, n_predict: 0, cache_prompt: isCached, id_slot: index });
      const isCold = (): boolean => slot.lost !== null && (slot.shared !== shared || slot.lost >= LOST_TOKENS);
      let isWarmed = false;
      if (isCold()) {
        await gate.alone(async () => {
          // Another lane may have warmed it while this one waited.
          if (!isCold()) return;
          slot.lost = lostOf(await read(false), 0);
          slot.shared = shared;
          isWarmed = true;
        });
      }
      return await gate.pass(async () => {
        // A sliding window: the server resumes where a request ended, and after each question one token earlier.
        if (!isWarmed && slot.lost !== null && slot.lost > 0) await read(true);
        const json = await send({ ...body, id_slot: index });
        slot.lost = lostOf(json, shared.length);
        return json;
      });
    },
  };
}

/** How many of the first tokens of a prompt were not in the cache; null if the server does not say. */
function lostOf(json: unknown, shared: number): number | null {
  const parsed = Timings.safeParse(json);
  return parsed.success ? Math.max(0, shared - parsed.data.timings.cache_n) : null;
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
