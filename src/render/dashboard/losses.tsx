import type { VNode } from "preact";
import type { Report } from "../../profile/report.ts";
import { counted, share } from "../numbers.ts";
import { DataTable, More, Section } from "./parts.tsx";

/** What could not be read? */
export function Losses({ report }: { readonly report: Report }): VNode {
  const { diagnostics, warnings, llm_tagger } = report;
  const isComplete = diagnostics.files_skipped === 0 && diagnostics.lines_skipped === 0;
  return (
    <Section id="losses" title="What could not be read">
      <p class="answer">
        {isComplete
          ? `Nothing was lost: ${counted(diagnostics.files_read, "files")} and ` +
            `${counted(diagnostics.lines_read, "lines")} were read.`
          : `${counted(diagnostics.files_skipped, "files")} and ${
            counted(diagnostics.lines_skipped, "lines")
          } were skipped; ` +
            `${counted(diagnostics.files_read, "files")} and ${counted(diagnostics.lines_read, "lines")} were read.`}
      </p>
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="Warnings">
          {warnings.map((warning) => <li key={warning}>{warning}</li>)}
        </ul>
      )}
      <More holds="tables" title="Table of what was counted while reading">
        <DataTable
          caption="Counted while reading"
          columns={[["what", "text"], ["number", "number"]]}
          rows={[
            ["files read", diagnostics.files_read],
            ["files skipped", diagnostics.files_skipped],
            ["lines read", diagnostics.lines_read],
            ["lines skipped", diagnostics.lines_skipped],
            ["records met again in a copy, counted once", diagnostics.copies_dropped],
            ["LLM calls whose tokens the log does not tell", diagnostics.calls_without_usage],
            ["tokens billed outside any logged call, in no picture", diagnostics.unlogged_tokens],
            ["commands that could not be parsed", diagnostics.unparsed_commands],
            ["tool calls in the runtime snapshot", diagnostics.snapshot.tool_calls],
            ["of them, matched to a tool call here", diagnostics.snapshot.matched],
          ]}
        />
      </More>
      <p class="hint">
        Every word was chosen by the model from the vocabulary {llm_tagger.vocabulary}
        {llm_tagger.agreement !== null && `; on a small labelled set it agreed in ${share(llm_tagger.agreement, 1)}`}.
        {" "}
        {counted(llm_tagger.inherited, "LLM calls")} without text of their own took the word of their prompt.
      </p>
    </Section>
  );
}
