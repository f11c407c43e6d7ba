import type { VNode } from "preact";
import { counted, shortNumber, wholeNumber } from "../numbers.ts";
import { isWhole, without, WORD_KINDS } from "../selection.ts";
import { type Totals as TotalsOf, totalsOf } from "../tally.ts";
import { hrefOf, type Shown } from "./shown.ts";

const UNITS = [
  ["sessions", "sessions"],
  ["prompts", "prompts"],
  ["toolCalls", "tool calls"],
  ["failed", "failed calls"],
  ["llmCalls", "LLM calls"],
  ["tokens", "tokens"],
] as const satisfies readonly (readonly [keyof TotalsOf, string])[];

/** The totals, which stay on the screen while the page is read, and what they are narrowed to. */
export function Totals({ shown }: { readonly shown: Shown }): VNode {
  const totals = totalsOf(shown.facts);
  const whole = totalsOf(shown.whole);
  const isNarrowed = !isWhole(shown.address.selection);
  return (
    <>
      <dl>
        {UNITS.map(([total, unit]) => (
          <div key={unit} title={counted(totals[total], unit)}>
            <dt>{named(totals[total], unit)}</dt>
            <dd>
              {brief(totals[total])}
              {isNarrowed && <small>{` of ${brief(whole[total])}`}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {shown.live !== null && <Narrowing shown={shown} />}
    </>
  );
}

function Narrowing({ shown }: { readonly shown: Shown }): VNode {
  const { selection } = shown.address;
  return (
    <p class="narrowing" role="status">
      {isWhole(selection) ? <span class="hint">Everything is shown. Choose a word to see only its work.</span> : (
        <>
          {WORD_KINDS.map(([kind, carrier]) => {
            const word = selection[kind];
            return word !== undefined && (
              <a
                key={kind}
                class="chosen"
                href={hrefOf(shown, { selection: without(selection, kind) })}
                aria-label={`${carrier}: ${word}, show all again`}
              >
                {`${carrier}: `}
                <b>{word}</b>
                <span aria-hidden="true">×</span>
              </a>
            );
          })}
          <a href={hrefOf(shown, { selection: {} })}>Show everything</a>
          {selection.call !== undefined && (
            <span class="hint">Tool calls have no word of an LLM call: none is shown.</span>
          )}
        </>
      )}
    </p>
  );
}

/** The unit alone, as `counted()` writes it. */
function named(value: number, unit: string): string {
  return value === 1 ? unit.replace(/s$/, "") : unit;
}

function brief(value: number): string {
  return value < 100_000 ? wholeNumber(value) : shortNumber(value);
}
