import { share, wholeNumber } from "../numbers.ts";
import { printable } from "../text.ts";
import { element } from "./flame_dom.ts";
import type { Query } from "./search.ts";
import { type FlameTree, frameTotals } from "./tree.ts";

const MOST_ROWS = 200;

/** Every frame with what ends in it and what passes through it; choosing one shows its callers and callees. */
export function frameTable(tree: FlameTree, query: Query, choose: (frame: string) => void): HTMLElement {
  const whole = tree.total[0] ?? 0;
  const fitting = frameTotals(tree).filter(({ frame }) => query.every(({ wanted, fits }) => fits(frame) === wanted));
  const shown = fitting.slice(0, MOST_ROWS);
  const table = element("table", {});
  const head = element("tr", {});
  for (const text of ["frame", `self (${tree.unit})`, `total (${tree.unit})`, "share"]) {
    head.append(element("th", { scope: "col" }, text));
  }
  const body = element("tbody", {});
  for (const { frame, self, total } of shown) {
    const row = element("tr", {});
    const name = element("th", { scope: "row" });
    const open = element("button", { type: "button" }, printable(frame));
    open.addEventListener("click", () => choose(frame));
    name.append(open);
    row.append(
      name,
      ...[wholeNumber(self), wholeNumber(total), share(total, whole)].map((text) => {
        return element("td", {}, text);
      }),
    );
    body.append(row);
  }
  const top = element("thead", {});
  top.append(head);
  const caption = shown.length < fitting.length
    ? `The largest ${shown.length} of ${wholeNumber(fitting.length)} frames`
    : `${wholeNumber(fitting.length)} frames, largest first`;
  table.append(element("caption", {}, caption), top, body);
  const scroll = element("div", { class: "flame-table", role: "group", "aria-label": caption, tabindex: "0" });
  scroll.append(table);
  return scroll;
}
