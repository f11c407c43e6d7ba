import { Fragment, type VNode } from "preact";
import { counted, pixels, shortNumber } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import { textWidth } from "../text.ts";
import { LABEL_PX } from "../theme.ts";
import { axisTicks } from "./axis.ts";

/** One column: which slot of the axis it stands in, from 0 on. */
export interface Column {
  readonly slot: number;
  readonly name: string;
  readonly value: number;
}

export interface ColumnsOptions {
  readonly title: string;
  readonly facts: string;
  readonly note: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** What a slot is, said under the axis. */
  readonly axis: string;
  readonly slots: number;
  /** What is written under a slot. */
  readonly labelOf: (slot: number) => string;
  /** Steps between labels: the first that leaves room for each label is taken. */
  readonly labelSteps: readonly number[];
  readonly columns: readonly Column[];
  readonly width: number;
}

const PLOT_HEIGHT = 140;
const TOP = 8;
const AXIS_HEIGHT = 42;
const LEFT = 52;
const WIDEST_BAR = 36;

/** Columns over an axis of equal slots; a slot without a column is a gap. */
export function columnsPicture(options: ColumnsOptions): Picture {
  const { title, facts, note, unit, axis, columns, width } = options;
  if (columns.length === 0) {
    const words = `There is nothing to draw: no ${unit} with a time of start were counted`;
    const body = <text class="muted" y="20">{words}</text>;
    return { title, facts, note, width, description: words, height: 40, body };
  }
  const heights = columns.map(({ name, value }) => `${name} ${shortNumber(value)}`).join("; ");
  return {
    title,
    facts,
    note,
    width,
    description: `Column chart of ${unit} by ${axis}: ${heights}`,
    height: TOP + PLOT_HEIGHT + AXIS_HEIGHT,
    body: <Columns {...options} />,
  };
}

function Columns({ unit, axis, slots, labelOf, labelSteps, columns, width }: ColumnsOptions): VNode {
  const slotWidth = (width - LEFT) / slots;
  const columnWidth = Math.max(1, Math.min(WIDEST_BAR, slotWidth * 0.8));
  const largest = Math.max(...columns.map(({ value }) => value));
  const scale = PLOT_HEIGHT / largest;
  const center = (slot: number): number => LEFT + (slot + 0.5) * slotWidth;
  const labelWidth = textWidth(labelOf(0), LABEL_PX);
  const step = labelSteps.find((slots) => slots * slotWidth >= labelWidth + 12) ?? slots;
  const labelled = Array.from({ length: Math.ceil(slots / step) }, (_, index) => index * step)
    // None so near the edge that it would be cut.
    .filter((slot) => (slots - slot - 0.5) * slotWidth >= labelWidth / 2);
  return (
    <g transform={`translate(0 ${TOP})`}>
      {axisTicks(largest, 4).map((tick) => (
        <Fragment key={tick}>
          <path class="line" d={`M${LEFT} ${pixels(PLOT_HEIGHT - tick * scale)}H${width}`} />
          <text class="muted end" x={LEFT - 8} y={pixels(PLOT_HEIGHT - tick * scale + 4)}>{shortNumber(tick)}</text>
        </Fragment>
      ))}
      <text class="muted middle" transform={`translate(9 ${PLOT_HEIGHT / 2}) rotate(-90)`}>{unit}</text>
      {columns.map(({ slot, name, value }) => (
        <rect
          key={slot}
          class="bar"
          x={pixels(center(slot) - columnWidth / 2)}
          y={pixels(PLOT_HEIGHT - value * scale)}
          width={pixels(columnWidth)}
          height={pixels(value * scale)}
        >
          <title>{`${name}: ${counted(value, unit)}`}</title>
        </rect>
      ))}
      {labelled.map((slot) => (
        <text key={slot} class="muted middle" x={pixels(center(slot))} y={PLOT_HEIGHT + 18}>{labelOf(slot)}</text>
      ))}
      <text class="muted middle" x={pixels((LEFT + width) / 2)} y={PLOT_HEIGHT + 36}>{axis}</text>
    </g>
  );
}
