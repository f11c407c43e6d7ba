import { Fragment, type VNode } from "preact";
import { pixels, shortNumber, wholeNumber } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import { fitText, textWidth } from "../text.ts";
import { LABEL_PX } from "../theme.ts";
import { axisTicks } from "./axis.ts";

/** One bar, drawn as its parts one after the other. */
export interface Bar {
  readonly name: string;
  /** A second, quieter word between the name and the bar; empty for none. */
  readonly detail: string;
  /** What is said at the bar's end. */
  readonly amount: string;
  /** None for what is told in words only, as the rest, which would be the longest bar and shorten all others. */
  readonly parts: readonly BarPart[];
  /** Where the whole row leads in a page that can be clicked, and `kind:value` of the word that it narrows to. */
  readonly link?: { readonly href: string; readonly word: string };
}

export interface BarPart {
  /** A class with a fill in `PICTURE_CSS`. */
  readonly className: string;
  readonly name: string;
  readonly value: number;
}

export interface BarsOptions {
  readonly title: string;
  readonly facts: string;
  readonly note: string;
  /** What the axis counts, in the plural. */
  readonly unit: string;
  readonly bars: readonly Bar[];
  /** What the classes of parts mean, drawn under the axis; empty where all parts are of one sort. */
  readonly legend: readonly BarPart[];
}

/** Two of them fill a page; one of them is legible on a phone. */
const WIDTH = 440;
const ROW = 20;
const BAR = 13;
const BASELINE = 11;
const WIDEST_NAME = 165;
const GAP = 8;
const AXIS_HEIGHT = 38;
const LEGEND_HEIGHT = 22;

/** Horizontal bars from the top down in the order given, with a value axis under them. */
export function barsPicture({ title, facts, note, unit, bars, legend }: BarsOptions): Picture {
  if (bars.length === 0) {
    const words = `There is nothing to draw: no ${unit} were counted`;
    const body = <text class="muted" y={ROW}>{words}</text>;
    return { title, facts, note, description: words, width: WIDTH, height: 2 * ROW, body };
  }
  const height = bars.length * ROW + AXIS_HEIGHT + (legend.length > 0 ? LEGEND_HEIGHT : 0);
  const description = `Bar chart of ${unit}: ${bars.map((bar) => `${barName(bar)} ${bar.amount}`).join("; ")}`;
  const body = <Bars unit={unit} bars={bars} legend={legend} />;
  return {
    title,
    facts,
    note,
    description,
    width: WIDTH,
    height,
    body,
    holdsLinks: bars.some(({ link }) => link !== undefined),
  };
}

type BarsProps = Pick<BarsOptions, "unit" | "bars" | "legend">;

function Bars({ unit, bars, legend }: BarsProps): VNode {
  // A whole number: what fits exactly must not be cut by what a sum of fractions is off.
  const left = Math.ceil(
    Math.min(WIDEST_NAME, Math.max(...bars.map((bar) => textWidth(barName(bar), LABEL_PX)))) + GAP,
  );
  const right = Math.max(...bars.map((bar) => textWidth(bar.amount, LABEL_PX))) + GAP;
  const largest = Math.max(...bars.map(barTotal));
  const plot = WIDTH - left - right;
  const scale = plot / largest;
  const bottom = bars.length * ROW;
  return (
    <>
      <g transform={`translate(${pixels(left)} 0)`}>
        {axisTicks(largest, 4).map((tick) => (
          <Fragment key={tick}>
            <path class="line" d={`M${pixels(tick * scale)} 0V${bottom + 4}`} />
            <text class="muted middle" x={pixels(tick * scale)} y={bottom + 17}>{shortNumber(tick)}</text>
          </Fragment>
        ))}
        <text class="muted middle" x={pixels(plot / 2)} y={bottom + 32}>{unit}</text>
        {bars.map((bar, index) => (
          <BarRow key={barName(bar)} bar={bar} y={index * ROW} left={left} scale={scale} unit={unit} />
        ))}
      </g>
      {legend.length > 0 && <Legend parts={legend} y={bottom + AXIS_HEIGHT + 6} />}
    </>
  );
}

interface BarRowProps {
  readonly bar: Bar;
  readonly y: number;
  readonly left: number;
  readonly scale: number;
  readonly unit: string;
}

function BarRow({ bar, y, left, scale, unit }: BarRowProps): VNode {
  const name = fitText(bar.name, left - GAP, LABEL_PX);
  const detail = fitText(bar.detail, left - GAP - textWidth(`${name} `, LABEL_PX), LABEL_PX);
  let end = 0;
  const row = (
    <g transform={`translate(0 ${y + (ROW - BAR) / 2})`}>
      {bar.link !== undefined && (
        <rect
          class="reach"
          x={pixels(-left)}
          y={(BAR - ROW) / 2}
          width={WIDTH}
          height={ROW}
        />
      )}
      {bar.detail === "" ? <text class="end" x={-GAP} y={BASELINE}>{name}</text> : (
        <>
          <text x={pixels(-left)} y={BASELINE}>{name}</text>
          <text class="muted end" x={-GAP} y={BASELINE}>{detail}</text>
        </>
      )}
      {bar.parts.map(({ className, name, value }) => {
        const start = end;
        end += value;
        return (
          <rect key={name} class={className} x={pixels(start * scale)} width={pixels(value * scale)} height={BAR}>
            {bar.link === undefined && <title>{`${barName(bar)}, ${name}: ${wholeNumber(value)} ${unit}`}</title>}
          </rect>
        );
      })}
      {bar.link !== undefined && " "}
      <text class="over" x={pixels(barTotal(bar) * scale + GAP / 2)} y={BASELINE}>{bar.amount}</text>
    </g>
  );
  if (bar.link === undefined) return row;
  return (
    <a href={bar.link.href} data-word={bar.link.word} aria-label={`${barName(bar)} ${bar.amount} ${unit}`}>
      {row}
    </a>
  );
}

function Legend({ parts, y }: { readonly parts: readonly BarPart[]; readonly y: number }): VNode {
  let x = 0;
  return (
    <g transform={`translate(0 ${y})`}>
      {parts.map(({ className, name }) => {
        const left = x;
        x += 15 + textWidth(name, LABEL_PX) + 14;
        return (
          <Fragment key={name}>
            <rect class={className} x={pixels(left)} width="10" height="10" />
            <text class="muted" x={pixels(left + 15)} y="9">{name}</text>
          </Fragment>
        );
      })}
    </g>
  );
}

function barName({ name, detail }: Bar): string {
  return detail === "" ? name : `${name} ${detail}`;
}

function barTotal(bar: Bar): number {
  return bar.parts.reduce((total, part) => total + part.value, 0);
}
