/** What the sections of the dashboard are made of. */

import type { ComponentChildren, VNode } from "preact";
import { share, wholeNumber } from "../numbers.ts";
import { type Picture, pictureElement } from "../picture.ts";
import { sum, type Tally } from "../tally.ts";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A question of the dashboard with its answer. */
export function Section({ id, title, children }: SectionProps): VNode {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

interface FigureProps {
  readonly picture: Picture;
  /** `wide` pictures keep a legible size on a phone and are scrolled sideways there. */
  readonly size: "wide" | "narrow";
}

/** A picture under its title, facts and note. */
export function Figure({ picture, size }: FigureProps): VNode {
  const drawing = { __html: pictureElement(picture) };
  return (
    <figure class={size}>
      <figcaption>
        <strong>{picture.title}</strong>
        <span>{picture.facts}</span>
        {picture.note !== "" && <span>{picture.note}.</span>}
      </figcaption>
      {size === "wide"
        ? <div class="scroll" role="group" aria-label={picture.title} tabindex={0} dangerouslySetInnerHTML={drawing} />
        : <div dangerouslySetInnerHTML={drawing} />}
    </figure>
  );
}

interface MoreProps {
  readonly title: string;
  /** `pictures` are printed even when they are closed. */
  readonly holds: "pictures" | "tables";
  readonly children: ComponentChildren;
}

/** What is there on request. */
export function More({ title, holds, children }: MoreProps): VNode {
  return (
    <details class={holds}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** A column's head and whether it holds numbers, which stand at the right. */
export type Column = readonly [head: string, holds: "text" | "number"];

interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Cells by column; the first one names its row. Numbers are written with all digits. */
  readonly rows: readonly (readonly (string | number | VNode)[])[];
}

/** A table of facts. */
export function DataTable({ caption, columns, rows }: DataTableProps): VNode {
  return (
    <div class="scroll" role="group" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>{columns.map(([head, holds]) => <th key={head} scope="col" class={holds}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => {
                const content = typeof cell === "number" ? wholeNumber(cell) : cell;
                const holds = columns[index]?.[1] ?? "text";
                return index === 0
                  ? <th key={index} scope="row" class={holds}>{content}</th>
                  : <td key={index} class={holds}>{content}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p class="empty">None</p>}
    </div>
  );
}

interface TallyTableProps {
  readonly caption: string;
  /** What a name is, the head of its column. */
  readonly name: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly tallies: readonly Tally[];
  /** Rows shown; what does not fit is one last row. All where it is not given. */
  readonly most?: number;
}

/** Names with their values and shares of the whole, each share also as a bar. */
export function TallyTable({ caption, name, unit, tallies, most = tallies.length }: TallyTableProps): VNode {
  const whole = sum(tallies.map(({ value }) => value));
  const rest = tallies.slice(most);
  const shown = [...tallies.slice(0, most)];
  if (rest.length > 0) shown.push({ name: `${rest.length} more`, value: sum(rest.map(({ value }) => value)) });
  return (
    <DataTable
      caption={caption}
      columns={[[name, "text"], [unit, "number"], ["share", "number"]]}
      rows={shown.map(({ name, value }) => [name, value, <ShareBar key={name} part={value} whole={whole} />])}
    />
  );
}

function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }): VNode {
  const percent = whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
  return (
    <span class="share">
      <svg class="picture" width="96" height="8" aria-hidden="true">
        <rect class="bar" width={`${percent}%`} height="8" />
      </svg>
      <span>{share(part, whole)}</span>
    </span>
  );
}
