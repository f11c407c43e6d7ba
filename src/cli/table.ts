/** A table for people: numbers to the right, words to the left, a line above the foot, if it has one. */
export function tableText(
  head: readonly string[],
  body: readonly (readonly (string | number)[])[],
  foot: readonly (string | number)[] = [],
): string {
  const rows = [head, ...body, foot];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => shown(row[column]).length)));
  const isNumber = head.map((_, column) => body.every((row) => typeof row[column] === "number"));
  const line = (row: readonly (string | number)[]): string =>
    row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return isNumber[column] ? shown(cell).padStart(width) : shown(cell).padEnd(width);
    }).join("  ").trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const lines = [line(head), ...body.map(line), ...(foot.length === 0 ? [] : [rule, line(foot)])];
  return lines.join("\n") + "\n";
}

/** A cell as it is shown: control characters of a log must not reach a terminal. */
export function shown(cell: string | number | undefined): string {
  return typeof cell === "number" ? cell.toLocaleString("en") : (cell ?? "").replace(/\p{Cc}/gu, "�");
}
