import * as z from "zod";

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
  ask(question: Question): Promise<unknown>;
  /** As `ask`, once more for a question that was just asked, while no other is computed. */
  askAgainAlone(question: Question): Promise<unknown>;
}

type Body = Readonly<Record<string, unknown>>;

/** What is sent to a slot. */
export interface Question {
  readonly shared: readonly number[];
  readonly lane: number;
  readonly body: Body;
  /** Sends one request to `/completion`. */
  readonly send: (body: Body) => Promise<unknown>;
}

interface Slot {
  readonly index: number;
  /** What it was warmed with. */
  shared: readonly number[] | null;
  /** How many of these tokens the last question computed again; null: the server does not say. */
  lost: number | null;
}

/** The slots of one server. */
export function warmSlots(count: number): WarmSlots {
  const slots = Array.from({ length: count }, (_, index): Slot => ({ index, shared: null, lost: 0 }));
  const gate = openGate();
  return {
    async ask(question): Promise<unknown> {
      const slot = slotOf(question);
      await warm(slot, question);
      return await gate.pass(() => askWarm(slot, question));
    },
    async askAgainAlone(question): Promise<unknown> {
      const slot = slotOf(question);
      await warm(slot, question);
      return await gate.alone(async () => {
        if (slot.lost === 0) await forgetOwnText(slot, question);
        return await askWarm(slot, question);
      });
    },
  };

  function slotOf({ lane }: Question): Slot {
    const slot = slots[lane % count];
    if (slot === undefined) throw new RangeError(`Cannot find the slot of lane ${lane}`);
    return slot;
  }

  async function warm(slot: Slot, question: Question): Promise<void> {
    if (!isCold(slot, question)) return;
    await gate.alone(async () => {
      // Another lane may have warmed it while this one waited.
      if (!isCold(slot, question)) return;
      const isTold = Timings.safeParse(await readShared(slot, question, { cache_prompt: false })).success;
      slot.shared = question.shared;
      slot.lost = !isTold ? null : slot.lost !== null && slot.lost < LOST_TOKENS ? slot.lost : 0;
    });
  }
}

async function askWarm(slot: Slot, question: Question): Promise<unknown> {
  // A sliding window: the server resumes where a request ended, and after each question one token earlier.
  if (slot.lost !== null && slot.lost > 0) await readShared(slot, question, { cache_prompt: true });
  const json = await question.send({ ...question.body, id_slot: slot.index });
  slot.lost = lostOf(json, question.shared.length);
  return json;
}

function isCold({ shared, lost }: Slot, question: Question): boolean {
  return lost !== null && (shared !== question.shared || lost >= LOST_TOKENS);
}

function readShared({ index }: Slot, { shared, send }: Question, cache: Body): Promise<unknown> {
  return send({ prompt: shared, n_predict: 0, ...cache, id_slot: index });
}

/** A slot that holds all of a question would compute its last token alone, with other rounding: another token takes its place. */
function forgetOwnText({ index }: Slot, { shared, send }: Question): Promise<unknown> {
  return send({ prompt: [...shared, ...shared.slice(-1)], n_predict: 0, cache_prompt: true, id_slot: index });
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
