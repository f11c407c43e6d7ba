/** What the sections of the dashboard are made of. */

import type { ComponentChildren, VNode } from "preact";
import { share, wholeNumber } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import { sum, type Tally } from "../tally.ts";
import type { WordKind } from "../facts.ts";
import { hrefOf, type Shown, toggled } from "./shown.ts";

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
  const drawing = <Drawing picture={picture} />;
  return (
    <figure class={size}>
      <Caption title={picture.title} facts={picture.facts} note={picture.note} />
      {size === "wide"
        ? <div class="scroll" role="group" aria-label={picture.title} tabindex={0}>{drawing}</div>
        : drawing}
    </figure>
  );
}

/** Title, facts and note of a picture. */
export function Caption({ title, facts, note }: Pick<Picture, "title" | "facts" | "note">): VNode {
  return (
    <figcaption>
      <strong>{title}</strong>
      <span>{facts}</span>
      {note !== "" && <span>{note}.</span>}
    </figcaption>
  );
}

function Drawing({ picture }: { readonly picture: Picture }): VNode {
  const { title, description, width, height, body } = picture;
  const svg = {
    class: "picture",
    role: picture.holdsLinks === true ? "group" : "img",
    "aria-label": `${title}. ${description}`,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  } as const;
  return typeof body === "string"
    ? <svg {...svg} dangerouslySetInnerHTML={{ __html: body }} />
    : <svg {...svg}>{body}</svg>;
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
        <HeadRow columns={columns} />
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

/** The heads of a table's columns. */
export function HeadRow({ columns }: { readonly columns: readonly Column[] }): VNode {
  return (
    <thead>
      <tr>{columns.map(([head, holds]) => <th key={head} scope="col" class={holds}>{head}</th>)}</tr>
    </thead>
  );
}

interface TallyTableProps {
  readonly caption: string;
  /** What a name is, the head of its column. */
  readonly name: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly tallies: readonly Tally[];
  readonly shown: Shown;
  /** What the names are words of, where they are words. */
  readonly kind?: WordKind;
}

/** Rows of a table on the page as it is written; a running page shows all. */
const MOST_ROWS = 12;

/** Names with their values and shares of the whole, each share also as a bar. */
export function TallyTable({ caption, name, unit, tallies, shown, kind }: TallyTableProps): VNode {
  const whole = sum(tallies.map(({ value }) => value));
  const most = shown.live === null ? MOST_ROWS : tallies.length;
  const rest = tallies.slice(most);
  const restValue = sum(rest.map(({ value }) => value));
  return (
    <DataTable
      caption={caption}
      columns={[[name, "text"], [unit, "number"], ["share", "number"]]}
      rows={[
        ...tallies.slice(0, most).map(({ name, value }) => [
          kind === undefined ? name : <Word key={name} kind={kind} word={name} shown={shown} />,
          value,
          <ShareBar key={name} part={value} whole={whole} />,
        ]),
        ...rest.length === 0
          ? []
          : [[`${rest.length} more`, restValue, <ShareBar key="" part={restValue} whole={whole} />]],
      ]}
    />
  );
}

interface WordProps {
  readonly kind: WordKind;
  readonly word: string;
  readonly shown: Shown;
}

/** A word of the model; on a running page it narrows everything to itself, and widens it again. */
export function Word({ kind, word, shown }: WordProps): VNode {
  if (shown.live === null) return <>{word}</>;
  const { selection } = shown.address;
  return (
    <a
      data-word={`${kind}:${word}`}
      href={hrefOf(shown, { selection: toggled(selection, kind, word) })}
      aria-current={selection[kind] === word ? "true" : undefined}
    >
      {word}
    </a>
  );
}

function ShareBar({ part, whole }: { readonly part: number; readonly whole: number }): VNode {
  const percent = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return (
    <span class="share">
      <svg aria-hidden="true">
        <rect width={`${percent}%`} />
      </svg>
      <span>{share(part, whole)}</span>
    </span>
  );
}
