import type { Session } from "../trace/session.ts";
import { Numbers } from "../trace/hash.ts";
import { totalTokens } from "../trace/tokens.ts";
import type { Bill, KeyedLlmCall, SessionPart } from "./part.ts";

/** A call that stands in a log, and the session whose it is. */
export interface LoggedCall {
  readonly session: string;
  readonly call: KeyedLlmCall;
}

/** Before the tokens of a call stands its model, as so many of them: no call has as many. */
const MODEL_UNIT = 2 ** 40;

/** Of calls what is compared with bills, in 16 bytes each. */
export class BilledCalls {
  readonly #models: (string | null)[] = [];
  readonly #numbers = new Numbers();

  /** A call without usage has no tokens. */
  add({ tsMs, model, usage }: KeyedLlmCall): void {
    const known = this.#models.indexOf(model);
    const place = known >= 0 ? known : this.#models.push(model) - 1;
    this.#numbers.push(tsMs ?? NaN);
    const tokens = usage === null ? 0 : Math.min(totalTokens(usage), MODEL_UNIT - 1);
    this.#numbers.push(place * MODEL_UNIT + tokens);
  }

  *[Symbol.iterator](): Iterator<{ tsMs: number | null; model: string | null; tokens: number }> {
    const all = this.#numbers;
    for (let at = 0; at < all.length; at += 2) {
      const tsMs = all.at(at);
      const call = all.at(at + 1);
      yield {
        tsMs: Number.isNaN(tsMs) ? null : tsMs,
        model: this.#models[Math.floor(call / MODEL_UNIT)] ?? null,
        tokens: call % MODEL_UNIT,
      };
    }
  }
}

/**
 * Gives sessions what was billed for them and no log holds, their own and their subagents'. A fork whose bill counts on
 * starts from the newest bill before it of the sessions that it copied from. `callOf` tells what became of a part's call.
 */
export function withUnlogged(
  sessions: readonly Session[],
  parts: readonly SessionPart[],
  callOf: (call: KeyedLlmCall) => LoggedCall | undefined,
): readonly Session[] {
  const partsOf = Map.groupBy(parts, ({ id }) => id);
  const children = Map.groupBy(sessions.filter(({ parentId }) => parentId !== null), ({ parentId }) => parentId);
  return sessions.map((session) => {
    const bills = billsOf(session.id);
    if (bills.length === 0) return session;
    const below = withSubagents(session.id);
    const sources = new Set(callsOf([session.id]).map((logged) => logged.session).filter((id) => !below.has(id)));
    const ownMs = Math.min(
      ...[session.prompts, session.llmCalls, session.toolCalls].map(([event]) => event?.tsMs ?? Infinity),
    );
    const earlier = [...sources].flatMap(billsOf).filter(({ tsMs }) => (tsMs ?? 0) <= ownMs);
    const calls = new BilledCalls();
    for (const call of new Map(callsOf([...below]).map(({ call }) => [call.key, call])).values()) calls.add(call);
    return { ...session, unloggedTokens: unloggedTokens(bills, earlier, calls) };
  });

  function billsOf(id: string): readonly Bill[] {
    return (partsOf.get(id) ?? []).flatMap((part) => part.bills);
  }

  function callsOf(ids: readonly string[]): readonly LoggedCall[] {
    return ids.flatMap((id) => partsOf.get(id) ?? []).flatMap(({ llmCalls }) =>
      llmCalls.flatMap((call) => callOf(call) ?? [])
    );
  }

  function withSubagents(id: string): ReadonlySet<string> {
    const all = new Set([id]);
    for (const one of all) for (const child of children.get(one) ?? []) all.add(child.id);
    return all;
  }
}

/** What a session's bills hold and none of its calls; `earlier` are bills from which the first may count on. */
export function unloggedTokens(
  bills: readonly Bill[],
  earlier: readonly Bill[],
  calls: BilledCalls,
): number {
  const counters = Map.groupBy(bills, ({ counterMs }) => counterMs);
  // Saved output tells again what the log tells.
  if (counters.size > 1) counters.delete(null);
  return counters.entries().reduce((sum, [counterMs, own]) => {
    const before = earlier.filter((bill) => bill.counterMs === counterMs).toSorted(byTime).at(-1) ?? null;
    const told = own.toSorted(byTime);
    return sum + unloggedOf(counterMs === null ? ofAllRuns(told) : told, before, calls);
  }, 0);
}

/** The bill that saved outputs make together, the newest last. */
function ofAllRuns(saved: readonly Bill[]): readonly Bill[] {
  const tokens = tokensOfAllRuns(saved);
  return saved.slice(-1).map((last) => ({ ...last, tokens }));
}

/** Each tells of its own run, but for one that tells of the runs before as well. */
function tokensOfAllRuns(saved: readonly Bill[]): Bill["tokens"] {
  const [whole] = saved.filter(({ isWhole }) => isWhole === true).toSorted((a, b) => totalOf(b) - totalOf(a));
  if (whole !== undefined) return whole.tokens;
  // A copy of a file says the same.
  const runs = new Map(saved.map((bill) => [JSON.stringify([bill.tsMs, bill.tokens]), bill]));
  const tokens = new Map<string, number>();
  for (const [model, own] of runs.values().flatMap((bill) => bill.tokens)) {
    tokens.set(model, (tokens.get(model) ?? 0) + own);
  }
  return [...tokens];
}

function totalOf({ tokens }: Bill): number {
  return tokens.reduce((sum, [, own]) => sum + own, 0);
}

function byTime(a: Bill, b: Bill): number {
  return (a.tsMs ?? 0) - (b.tsMs ?? 0);
}

/** What a counter's last bill holds more than the one from which the first counts on, and than the calls since. */
function unloggedOf(bills: readonly Bill[], before: Bill | null, calls: BilledCalls): number {
  const runs = bills.map((bill, index) => runOf(bill, bills[index - 1] ?? before));
  const balances = new Map<string, Balance>();
  const balanceOf = (model: string): Balance => {
    const balance = balances.get(model) ?? { billed: null, logged: 0 };
    balances.set(model, balance);
    return balance;
  };
  for (const [model, tokens] of bills.at(-1)?.tokens ?? []) balanceOf(model).billed = tokens;
  for (const [model, tokens] of before?.tokens ?? []) {
    const balance = balanceOf(model);
    balance.billed = (balance.billed ?? 0) - tokens;
  }
  for (const { tsMs, model, tokens } of calls) {
    if (tsMs !== null && !runs.some(({ afterMs, beforeMs }) => tsMs > afterMs && tsMs < beforeMs)) continue;
    balanceOf(model ?? "").logged += tokens;
  }
  return moreBilled(balances);
}

/** A time in which the agent ran and what it used was billed. */
interface Run {
  readonly afterMs: number;
  readonly beforeMs: number;
}

/**
 * The run that ended with a bill. Where an agent was killed there is no bill: what it did between the last one and the
 * beginning of this run is in none.
 */
function runOf({ counterMs, ranMs, tsMs, nextMs }: Bill, before: Bill | null): Run {
  const beforeMs = nextMs === null ? Infinity : Math.max(nextMs, (tsMs ?? -Infinity) + 1);
  if (before === null) return { afterMs: counterMs ?? -Infinity, beforeMs };
  const hasRan = tsMs !== null && ranMs !== null && before.ranMs !== null;
  const beganMs = hasRan ? tsMs - (ranMs - before.ranMs) : -Infinity;
  return { afterMs: Math.max(before.tsMs ?? -Infinity, beganMs), beforeMs };
}

/** Of a model: the tokens of bills, null where none names it, and of calls. */
interface Balance {
  billed: number | null;
  logged: number;
}

/**
 * By how much bills are above the calls: where calls of a model are more than it was billed (2.1.250 bills no answer that
 * was cut) it takes nothing off the others. Names of which one begins with the other are one model's: a bill may say
 * `m[1m]`, a call `m` or `m-fast`. What only calls name was billed by another name: a gateway answers as it likes.
 */
function moreBilled(balances: ReadonlyMap<string, Balance>): number {
  const names = [...balances.keys()].toSorted((a, b) => a.length - b.length);
  const models = Map.groupBy(balances, ([model]) => names.find((name) => model.startsWith(name)) ?? model);
  const more = models.values().reduce((sum, group) => {
    const difference = group.reduce((total, [, { billed, logged }]) => total + (billed ?? 0) - logged, 0);
    return sum + (group.some(([, { billed }]) => billed !== null) ? Math.max(0, difference) : difference);
  }, 0);
  return Math.max(0, more);
}
