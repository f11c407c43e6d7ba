import { fail } from "node:assert/strict";

const ROOT = new URL("../../", import.meta.url);
const CONTEXT_LINES = 2;
const MOST_LINES = 12;

/**
 * Compares a text with the golden file at a path relative to the project's root, `tests/golden/render/empty.svg`.
 * `deno task bless` (BLESS=1 in the environment) writes the golden files anew; without it a missing one fails.
 */
export function assertGolden(path: string, actual: string): void {
  const file = new URL(path, ROOT);
  if (Deno.env.get("BLESS") === "1") {
    Deno.mkdirSync(new URL(".", file), { recursive: true });
    Deno.writeTextFileSync(file, actual);
    return;
  }
  const expected = readGolden(file);
  if (expected === null) fail(`Missing golden file "${path}"\n  If it is new, write it with: deno task bless`);
  if (expected !== actual) {
    fail(`Golden file "${path}" differs\n${difference(expected, actual)}\n  If the change is right: deno task bless`);
  }
}

/** Markup with each tag on a line of its own, so that a difference is one of few lines and not of the whole document. */
export function oneTagPerLine(markup: string): string {
  return markup.replaceAll("><", ">\n<");
}

function readGolden(file: URL): string | null {
  try {
    return Deno.readTextFileSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** What stands between the common beginning and the common end, with `-` golden, `+` actual and line numbers. */
function difference(expected: string, actual: string): string {
  const before = expected.split("\n");
  const after = actual.split("\n");
  let first = 0;
  while (first < before.length && first < after.length && before[first] === after[first]) first++;
  let same = 0;
  while (
    same < before.length - first && same < after.length - first &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) same++;
  return [
    `  line ${first + 1}`,
    ...before.slice(Math.max(0, first - CONTEXT_LINES), first).map((line) => `    ${line}`),
    ...shortened(before.slice(first, before.length - same)).map((line) => `  - ${line}`),
    ...shortened(after.slice(first, after.length - same)).map((line) => `  + ${line}`),
  ].join("\n");
}

function shortened(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `… and ${rest} more lines`] : lines;
}
