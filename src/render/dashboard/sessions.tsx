import { Fragment, type VNode } from "preact";
import type { Facts, PromptFact, SessionFact } from "../facts.ts";
import { counted, wholeNumber } from "../numbers.ts";
import { callsByPrompt, isPrompt, type Totals, totalsBy } from "../tally.ts";
import { type Order, ORDERS } from "./address.ts";
import { type Column, DataTable, HeadRow, Section, Word } from "./parts.tsx";
import { hrefOf, type Shown } from "./shown.ts";
import { utcMinute } from "./words.ts";

/** Sessions on the page as it is written; a running page shows more on request. */
const MOST_SESSIONS = 30;

const COLUMNS: readonly Column[] = [
  ["session", "text"],
  ["word", "text"],
  ["start (UTC)", "text"],
  ["tokens", "number"],
  ["prompts", "number"],
  ["LLM calls", "number"],
  ["tool calls", "number"],
  ["failed", "number"],
  ["project", "text"],
  ["agent", "text"],
  ["model", "text"],
];

interface Row {
  readonly session: SessionFact;
  readonly totals: Totals;
}

/** The sessions, each followed by its subagents where the order is that of time; opened ones with their prompts. */
export function Sessions({ shown }: { readonly shown: Shown }): VNode {
  const { facts, address, live } = shown;
  const totals = totalsBy(facts, ({ session }) => session, (session) => session);
  const rows = facts.sessions.map((session): Row => ({ session, totals: totals.get(session) ?? NOTHING }));
  const ordered = address.order === "newest" ? newestFirst(rows) : largestFirst(rows, address.order);
  const most = live?.rows ?? MOST_SESSIONS;
  const listed = ordered.filter(({ session }, index) => index < most || session.id === address.open);
  const rest = ordered.length - listed.length;
  return (
    <Section id="sessions" title="Sessions">
      <p class="answer">
        {counted(ordered.length, "sessions")}
        {ordered.length < 2
          ? "."
          : address.order === "newest"
          ? ", newest first; a subagent stands under the session that started it."
          : `, those with the ${address.order} first.`}
        {rest > 0 &&
          ` The first ${wholeNumber(listed.length)} are listed${live === null ? ", agentpprof.json holds all" : ""}.`}
      </p>
      {live !== null && ordered.length > 1 && <Orders shown={shown} />}
      <div class="scroll" role="group" aria-label="Sessions and their subagents" tabindex={0}>
        <table class="sessions">
          <caption>Sessions and their subagents</caption>
          <HeadRow columns={COLUMNS} />
          <tbody>
            {listed.map((row) => (
              <Fragment key={row.session.id}>
                <SessionRow row={row} shown={shown} />
                {live !== null && row.session.id === address.open && (
                  <tr class="opened">
                    <td colspan={COLUMNS.length}>
                      <Prompts session={row.session} facts={facts} shown={shown} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
        {ordered.length === 0 && <p class="empty">None</p>}
      </div>
      {live !== null && rest > 0 && (
        <button type="button" onClick={live.showMore}>{`Show more of the other ${counted(rest, "sessions")}`}</button>
      )}
    </Section>
  );
}

function Orders({ shown }: { readonly shown: Shown }): VNode {
  return (
    <p class="choices">
      <span>First those that are</span>
      {ORDERS.map((order) => (
        <a
          key={order}
          href={hrefOf(shown, { order })}
          aria-current={order === shown.address.order ? "true" : undefined}
        >
          {order === "newest" ? order : `of the ${order}`}
        </a>
      ))}
    </p>
  );
}

function SessionRow({ row: { session, totals }, shown }: { readonly row: Row; readonly shown: Shown }): VNode {
  return (
    <tr>
      <th scope="row" class="text">
        <span class={session.parentId === "" ? undefined : "subagent"}>
          <SessionName session={session} shown={shown} />
          {session.parentId !== "" && <small>{` subagent of ${session.parentId}`}</small>}
        </span>
      </th>
      <td>
        <Word kind="session" word={session.word} shown={shown} />
      </td>
      <td class="time">{utcMinute(session.startMs)}</td>
      <td class="number">{wholeNumber(totals.tokens)}</td>
      <td class="number">{wholeNumber(totals.prompts)}</td>
      <td class="number">{wholeNumber(totals.llmCalls)}</td>
      <td class="number">{wholeNumber(totals.toolCalls)}</td>
      <td class="number">{wholeNumber(totals.failed)}</td>
      <td>{session.project}</td>
      <td>{session.agent}</td>
      <td>{session.model}</td>
    </tr>
  );
}

function SessionName({ session, shown }: { readonly session: SessionFact; readonly shown: Shown }): VNode {
  if (shown.live === null) return <code>{session.id}</code>;
  const isOpen = shown.address.open === session.id;
  return (
    <a
      class="open"
      href={hrefOf(shown, { open: isOpen ? "" : session.id })}
      aria-expanded={isOpen}
      aria-label={`Prompts of session ${session.id}`}
    >
      <code>{session.id}</code>
    </a>
  );
}

interface PromptsProps {
  readonly session: SessionFact;
  readonly facts: Facts;
  readonly shown: Shown;
}

/** What was asked in a session, and what each prompt led to. */
function Prompts({ session, facts, shown }: PromptsProps): VNode {
  const own: Facts = {
    sessions: [session],
    prompts: facts.prompts.filter((prompt) => prompt.session === session),
    toolCalls: facts.toolCalls.filter(({ prompt }) => prompt.session === session),
    llmCalls: facts.llmCalls.filter(({ prompt }) => prompt.session === session),
  };
  const totals = totalsBy<PromptFact | null>(own, (prompt) => prompt, () => null);
  const effects = callsByPrompt(own);
  return (
    <DataTable
      caption={`Prompts of session ${session.id}`}
      columns={[
        ["prompt", "text"],
        ["word", "text"],
        ["time (UTC)", "text"],
        ["tokens", "number"],
        ["LLM calls", "number"],
        ["tool calls by effect", "text"],
        ["failed", "number"],
        ["text", "text"],
      ]}
      rows={own.prompts.map((prompt) => {
        const { failed, llmCalls, tokens } = totals.get(prompt) ?? NOTHING;
        return [
          isPrompt(prompt) ? String(prompt.number) : "before the first",
          <Word key="word" kind="prompt" word={prompt.word} shown={shown} />,
          <span key="time" class="time">{utcMinute(prompt.timeMs)}</span>,
          tokens,
          llmCalls,
          (effects.get(prompt) ?? []).map(({ name, value }) => `${name} ${wholeNumber(value)}`).join(", ") || "none",
          failed,
          <span key="text" class="preview">{prompt.preview}</span>,
        ];
      })}
    />
  );
}

const NOTHING: Totals = { sessions: 0, prompts: 0, toolCalls: 0, failed: 0, llmCalls: 0, tokens: 0 };

/** Sessions with the most of what the order names; equal ones the newest first. */
function largestFirst(rows: readonly Row[], order: Exclude<Order, "newest">): readonly Row[] {
  const valueOf = {
    "most tokens": ({ totals }: Row) => totals.tokens,
    "most tool calls": ({ totals }: Row) => totals.toolCalls,
    "most failed calls": ({ totals }: Row) => totals.failed,
  }[order];
  return rows.toSorted((a, b) => valueOf(b) - valueOf(a) || byStart(b, a));
}

function newestFirst(rows: readonly Row[]): readonly Row[] {
  const ids = new Set(rows.map(({ session }) => session.id));
  const byParent = Map.groupBy(rows, ({ session }) => ids.has(session.parentId) ? session.parentId : "");
  const ordered: Row[] = [];
  const waiting = [...byParent.get("") ?? []].sort(byStart);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    const subagents = byParent.get(next.session.id) ?? [];
    byParent.delete(next.session.id);
    waiting.push(...subagents.toSorted(byStart));
  }
  return ordered;
}

/** Oldest first, those without a time before all others; equal times by id. */
function byStart({ session: a }: Row, { session: b }: Row): number {
  return (a.startMs ?? 0) - (b.startMs ?? 0) || (a.id < b.id ? -1 : 1);
}
