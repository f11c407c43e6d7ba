import type { VNode } from "preact";
import { commandBars, effectBars } from "../charts/command_bars.ts";
import { counted, share, wholeNumber } from "../numbers.ts";
import { type CallTally, commandCalls, effectCalls, failures, statusCalls, sum } from "../tally.ts";
import { DataTable, Figure, More, Section, TallyTable } from "./parts.tsx";
import type { Shown } from "./shown.ts";
import { Stacks } from "./stacks.tsx";
import { largest } from "./words.ts";

const MOST_FAILING = 8;

/** What did the agents do, and what failed? */
export function Actions({ shown }: { readonly shown: Shown }): VNode {
  const { facts } = shown;
  const commands = commandCalls(facts);
  const effects = effectCalls(facts);
  const statuses = statusCalls(facts);
  const total = sum(statuses.map(({ value }) => value));
  const failed = failures(statuses);
  const failing = commands.map((command) => ({ ...command, failed: failures(command.statuses) }))
    .filter((command) => command.failed > 0).sort((a, b) => b.failed - a.failed).slice(0, MOST_FAILING);
  return (
    <Section id="actions" title="What the agents did">
      <p class="answer">
        {total === 0
          ? "No tool calls were found."
          : `${counted(total, "tool calls")}, mostly ${largest(effects, 3)}. ` +
            `${wholeNumber(failed)} of them failed or ran out of time (${share(failed, total)}).`}
      </p>
      <div class="columns">
        <Figure picture={commandBars(facts)} size="narrow" />
        <Figure picture={effectBars(facts)} size="narrow" />
      </div>
      <div class="columns">
        <TallyTable caption="How the calls ended" name="status" unit="tool calls" tallies={statuses} shown={shown} />
        <DataTable
          caption="What failed most"
          columns={[
            ["command or tool", "text"],
            ["effect", "text"],
            ["failed", "number"],
            ["of calls", "number"],
            ["share", "number"],
          ]}
          rows={failing.map(({ name, effect, value, failed }) => [name, effect, failed, value, share(failed, value)])}
        />
      </div>
      <More
        holds="tables"
        title={`Table of ${counted(commands.length, "commands and tools")} and ${counted(effects.length, "effects")}`}
      >
        <CallTable caption="Tool calls by command or tool" name="command or tool" calls={commands} shown={shown} />
        <CallTable caption="Tool calls by effect" name="effect of the call" calls={effects} shown={shown} />
      </More>
      <Stacks of="footprints" shown={shown} />
    </Section>
  );
}

interface CallTableProps {
  readonly caption: string;
  readonly name: string;
  readonly calls: readonly CallTally[];
  readonly shown: Shown;
}

/** Rows of the table on the page as it is written; a running page shows all. */
const MOST_CALLS = 12;

function CallTable({ caption, name, calls, shown }: CallTableProps): VNode {
  const most = shown.live === null ? MOST_CALLS : calls.length;
  const rest = sum(calls.slice(most).map(({ value }) => value));
  return (
    <DataTable
      caption={caption}
      columns={[[name, "text"], ["effect", "text"], ["tool calls", "number"], ["how they ended", "text"]]}
      rows={[
        ...calls.slice(0, most).map(({ name, effect, value, statuses }) => [
          name,
          effect,
          value,
          statuses.map((status) => `${status.name} ${wholeNumber(status.value)}`).join(", "),
        ]),
        ...rest === 0 ? [] : [[`${calls.length - most} more`, "", rest, ""]],
      ]}
    />
  );
}
