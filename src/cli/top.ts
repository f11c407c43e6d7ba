import { type Command, Option } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import type { Profile } from "../profile/profile.ts";
import { topOf, type TopRow } from "../profile/top.ts";
import { share, wholeNumber as digits } from "../render/numbers.ts";
import { FOOTPRINTS, systemProfile, tokenProfile, TOKENS } from "../view/stacks.ts";
import type { Cli } from "./cli.ts";
import { UsageError } from "./errors.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { wholeNumber } from "./options.ts";
import type { Color, Paint } from "./paint.ts";
import { reportFolder } from "./report_folder.ts";
import { selectionNeeds, selectionSchema, withSelection } from "./selection.ts";
import { readMeasured } from "./measured.ts";
import { shown } from "./table.ts";

const UNITS = [TOKENS, FOOTPRINTS] as const;
type Unit = typeof UNITS[number];

/** Every kind of frame, in the order of the stacks: the units it is measured in, the usual one first, and its colour. */
const KINDS: Readonly<Record<string, { readonly units: readonly Unit[]; readonly color: Color }>> = {
  project: { units: [TOKENS, FOOTPRINTS], color: "blue" },
  agent: { units: [TOKENS, FOOTPRINTS], color: "blue" },
  session: { units: [TOKENS, FOOTPRINTS], color: "green" },
  prompt: { units: [TOKENS, FOOTPRINTS], color: "green" },
  call: { units: [TOKENS, FOOTPRINTS], color: "cyan" },
  model: { units: [TOKENS], color: "magenta" },
  kind: { units: [TOKENS], color: "magenta" },
  process: { units: [FOOTPRINTS], color: "yellow" },
  effect: { units: [FOOTPRINTS], color: "yellow" },
  path: { units: [FOOTPRINTS], color: "yellow" },
  domain: { units: [FOOTPRINTS], color: "yellow" },
  status: { units: [FOOTPRINTS], color: "red" },
};

/** What is shown where no kind is asked for: what they worked on, what it cost, what they did. */
const ANSWERS = ["session", "prompt", "model", "kind", "effect", "process", "status"] as const;

const ROWS_OF_ONE = 20;
const ROWS_OF_MANY = 5;
/** Of the first column, in characters: at least, and at most. */
const NAME_WIDTH = 24;
const LONGEST_NAME = 64;
const BAR_WIDTH = 20;

/** `agentpprof top`: the report's answers in the terminal. */
export function add(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("top").description("Show the answers in the terminal: self and total by any kind of frame"),
    [
      ["agentpprof top", "what this project's report answers, in brief"],
      ["agentpprof top --by process --since 7d", "which programs ran in the last week"],
      ["agentpprof top --by model --all-projects", "tokens by model, read from the logs"],
    ],
  );
  command
    .optionsGroup("What is shown:")
    .addOption(new Option("--by <KIND>", "one table of this kind of frame").choices(Object.keys(KINDS)))
    .addOption(new Option("--unit <UNIT>", "what is measured (default: what the kind has)").choices(UNITS))
    .option(
      "--limit <N>",
      `rows of a table; 0: all (default: ${ROWS_OF_ONE}, or ${ROWS_OF_MANY} of each)`,
      wholeNumber(0),
    )
    .option("--json", "for programs")
    .option(
      "--out <DIR>",
      "the folder of the report (default: <project-root>/.agentsight/agentpprof/latest); where none is there, or with " +
        "--all-projects, --session-file, --scan-files or a root, the logs are read, without words",
    );
  withNeeds(withSelection(command, cli.host), topNeeds).action((given) => {
    const isTyped = (option: string): boolean => command.getOptionValueSource(option) === "cli";
    return top(topSchema.parse(given), cli, isTyped);
  });
}

/** What `top` needs of the machine: the report's folder, and the logs where there is no report. */
function topNeeds(host: Host, given: unknown): Power {
  const options = topSchema.parse(given);
  return allOf(selectionNeeds(host, options), { read: [reportFolder(host, options)] });
}

const topSchema = selectionSchema.extend({
  by: z.enum(Object.keys(KINDS)).optional(),
  unit: z.enum(UNITS).optional(),
  limit: z.number().optional(),
  json: z.boolean().default(false),
  out: z.string().optional(),
});

/** One table, as `top --json` writes it. */
interface Table {
  readonly kind: string;
  readonly unit: Unit;
  /** Of the whole profile; what no frame of the kind covers is in no row. */
  readonly total: number;
  readonly rows: readonly TopRow[];
}

async function top(options: z.infer<typeof topSchema>, cli: Cli, isTyped: (option: string) => boolean): Promise<void> {
  const { host, output } = cli;
  const { source, sessions } = await readMeasured(cli, options, isTyped);
  if (source === "logs" && hasWords(options.by, options.unit)) {
    throw new UsageError(
      `Cannot show "${options.by}" from the logs: words are in a report alone`,
      "Make one with: agentpprof run",
    );
  }
  const profiles = { [TOKENS]: tokenProfile(sessions), [FOOTPRINTS]: systemProfile(sessions) };
  const kinds = options.by !== undefined
    ? [options.by]
    : ANSWERS.filter((kind) => source === "report" || !hasWords(kind, undefined));
  const tables = kinds.map((kind) => tableOf(profiles, kind, options.unit ?? usualUnit(source, kind)));
  if (options.json) {
    const limited = tables.map((table) => ({ ...table, rows: first(table.rows, options.limit ?? 0) }));
    host.stdout(JSON.stringify({ source, sessions: sessions.length, tables: limited }, null, 2) + "\n");
    return;
  }
  const limit = options.limit ?? (options.by === undefined ? ROWS_OF_MANY : ROWS_OF_ONE);
  host.stdout(tables.map((table) => tableText(table, limit, output.paint)).join("\n"));
}

/** Whether the values of a kind are the model's words. */
function hasWords(kind: string | undefined, unit: Unit | undefined): boolean {
  return kind === "session" || kind === "prompt" || (kind === "call" && unit === TOKENS);
}

/** Of LLM calls the logs know no word: their calls are those of tools. */
function usualUnit(source: "report" | "logs", kind: string): Unit | undefined {
  return source === "logs" && kind === "call" ? FOOTPRINTS : KINDS[kind]?.units[0];
}

function tableOf(profiles: Readonly<Record<Unit, Profile>>, kind: string, wanted: Unit | undefined): Table {
  const units = KINDS[kind]?.units ?? UNITS;
  if (wanted !== undefined && !units.includes(wanted)) {
    throw new UsageError(`Cannot show "${kind}" in ${wanted}: it is measured in ${units.join(" and ")}`);
  }
  const unit = wanted ?? TOKENS;
  const { total } = profiles[unit];
  return { kind, unit, total, rows: topOf(profiles[unit], kind) };
}

function tableText({ kind, unit, total, rows }: Table, limit: number, paint: Paint): string {
  const shownRows = first(rows, limit);
  const longest = shownRows.reduce((most, { value }) => Math.max(most, lettersOf(shown(value)).length), 0);
  const width = Math.min(Math.max(NAME_WIDTH, longest + 2), LONGEST_NAME);
  const foot = (name: string, value: number): string =>
    paint(`${name.padEnd(width)}${digits(value).padStart(15)}${share(value, total).padStart(8)}`, "dim");
  const head = `${unit} by ${kind}`.padEnd(width);
  const columns = `${"total".padStart(15)}${"".padStart(8)}${"self".padStart(15)}`;
  const lines = [paint(`${head}${columns}`, "bold")];
  for (const { value, self, total: ofRow } of shownRows) {
    const numbers = `${digits(ofRow).padStart(15)}${share(ofRow, total).padStart(8)}${digits(self).padStart(15)}`;
    const bar = total === 0 ? "" : barText(ofRow / total);
    lines.push(`${cut(shown(value), width)}${numbers}  ${paint(bar, KINDS[kind]?.color ?? "blue")}`.trimEnd());
  }
  const covered = rows.reduce((sum, row) => sum + row.self, 0);
  const without = total - covered;
  if (without > 0) lines.push(foot(`(no ${kind})`, without));
  const left = rows.length - shownRows.length;
  if (left > 0) lines.push(paint(`… and ${digits(left)} more: --limit 0 shows all`, "dim"));
  lines.push(foot("all", total));
  return lines.join("\n") + "\n";
}

function first<Row>(rows: readonly Row[], limit: number): readonly Row[] {
  return limit === 0 ? rows : rows.slice(0, limit);
}

/** A name in its column. */
function cut(name: string, width: number): string {
  const letters = lettersOf(name);
  if (letters.length >= width) return `${letters.slice(0, width - 2).join("")}… `;
  return name + " ".repeat(width - letters.length);
}

/** The characters of a text as a reader counts them. */
function lettersOf(text: string): readonly string[] {
  return [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
}

/** A bar of eighths of a cell; what is there at all is seen. */
function barText(part: number): string {
  const eighths = Math.max(1, Math.round(part * BAR_WIDTH * 8));
  return "█".repeat(Math.floor(eighths / 8)) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
}
