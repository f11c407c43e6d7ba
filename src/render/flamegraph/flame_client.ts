/**
 * The running flame graph, for the dashboard and for an SVG that is opened by itself. Draws with the same layout,
 * colours and rectangles as the picture in a file; writes no style attribute and runs no text, so that it lives under a
 * Content-Security-Policy that knows its script by hash.
 */

import { counted, share } from "../numbers.ts";
import { blockTitle, legendOf } from "./draw.ts";
import type { Block } from "./layout.ts";
import { frameTable } from "./flame_table.ts";
import { flameTools } from "./flame_tools.ts";
import { element, MARKUP } from "./flame_dom.ts";
import { type Found, parseQuery, type Query, search } from "./search.ts";
import { drawScene, markOf, type Scene } from "./scene.ts";
import { FLAME_START, type FlameState, parseState, stateText } from "./state.ts";
import { type FlameTree, nodeAt, stackOf } from "./tree.ts";

export interface FlameGraphOptions {
  /** What the graph shows, told to those who cannot see it. */
  readonly title: string;
  /** Called with the new state as text (`zoom=…&find=…`; empty at the start) after a person changed it. */
  readonly onState?: (text: string) => void;
}

export interface FlameGraph {
  /** Shows other stacks; the state stays, as far as they have it. */
  readonly setTree: (tree: FlameTree) => void;
  /** Shows the state of a text, as `onState` gave it or an address brought it; calls nothing back. */
  readonly setState: (text: string) => void;
  /** Stops listening and takes the graph out of its element. */
  readonly remove: () => void;
}

/**
 * Fills an element with an interactive flame graph of a tree (`flameTree(profile)`, or `unpackTree()` of what a file
 * carries): zoom, search, order, orientation, callers and callees, table, keyboard walk. The page has to hold
 * `PICTURE_CSS`, `FLAME_CSS` and `THEME_VARIABLES`.
 */
export function mountFlameGraph(place: Element, tree: FlameTree, { title, onState }: FlameGraphOptions): FlameGraph {
  const box = element("div", { class: "flame" });
  const canvas = document.createElementNS(MARKUP.svg, "svg");
  canvas.setAttribute("class", "picture");
  canvas.setAttribute("role", "tree");
  canvas.setAttribute("aria-label", `${title}. Arrow keys walk, Enter zooms, Backspace zooms out, C shows callers`);
  const held = element("div", { class: "flame-canvas" });
  const legend = element("ul", { class: "flame-legend", "aria-label": "Colours" });
  const tip = element("div", { class: "flame-tip", role: "tooltip" });
  tip.hidden = true;
  const change = (part: Partial<FlameState>): void => {
    state = { ...state, ...part };
    if (Object.keys(part).join() === "query") mark();
    else draw();
    onState?.(stateText(state));
  };
  const reset = (): void => change({ zoom: [], query: "", frame: "" });
  const tools = flameTools(title, {
    change,
    reset,
    sandwich: () => change({ frame: blockAt(focused)?.frame || state.zoom.at(-1) || "" }),
  });
  let state = FLAME_START;
  let scene: Scene = { rows: [], height: 0, markup: "" };
  let focused: Spot = { row: 0, index: 0 };
  let width = 0;

  /** What a search found in a tree that is drawn; null without a search. */
  let matches: ((tree: FlameTree) => Found) | null = null;

  const isTable = (): boolean => state.view === "table" && state.frame === "";
  const blockAt = ({ row, index }: Spot): Block | undefined => scene.rows[row]?.blocks[index];
  const rectAt = ({ row, index }: Spot): SVGElement | null =>
    canvas.children[row]?.querySelectorAll<SVGElement>("rect")[index] ?? null;

  function draw(): void {
    const hadFocus = canvas.contains(document.activeElement);
    const kept = blockAt(focused);
    tip.hidden = true;
    legend.hidden = isTable();
    if (isTable()) return mark();
    if (canvas.parentNode !== held) held.replaceChildren(canvas);
    width = Math.max(200, Math.floor(held.clientWidth));
    scene = drawScene(tree, state, width);
    canvas.setAttribute("width", String(width));
    canvas.setAttribute("height", String(scene.height));
    canvas.setAttribute("viewBox", `0 0 ${width} ${scene.height}`);
    canvas.innerHTML = scene.markup;
    legend.replaceChildren(...legendEntries(scene));
    mark();
    focused = spotOf(scene, kept) ?? spotOf(scene, { node: nodeAt(tree, state.zoom), hiddenFrames: 0 }) ??
      { row: 0, index: 0 };
    rectAt(focused)?.setAttribute("tabindex", "0");
    if (hadFocus) rectAt(focused)?.focus({ preventScroll: true });
  }

  /** Shows what the search found: in the table, or on what is drawn already. */
  function mark(): void {
    const { query, trouble } = readQuery(state.query);
    const found = new Map<FlameTree, Found>();
    const findIn = (stacks: FlameTree): Found => {
      const known = found.get(stacks) ?? search(stacks, query);
      found.set(stacks, known);
      return known;
    };
    tools.show(state, trouble ?? (query.length === 0 ? "" : findings(tree, findIn(tree))));
    if (isTable()) return held.replaceChildren(frameTable(tree, query, (frame) => change({ frame })));
    matches = query.length === 0 ? null : findIn;
    scene.rows.forEach(({ blocks, tree }, row) => {
      const drawn = canvas.children[row]?.getElementsByTagName("rect") ?? [];
      blocks.forEach((block, index) => {
        const rect = drawn[index];
        const mark = matches === null ? "" : markOf(block, tree, matches(tree));
        if (rect === undefined || (rect.getAttribute("data-mark") ?? "") === mark) return;
        rect.classList.remove("hit", "dim");
        if (mark !== "") rect.classList.add(mark);
        rect.setAttribute("data-mark", mark);
      });
    });
  }

  function focus(spot: Spot): void {
    rectAt(focused)?.removeAttribute("tabindex");
    focused = spot;
    const rect = rectAt(spot);
    rect?.setAttribute("tabindex", "0");
    rect?.focus();
  }

  function open(spot: Spot): void {
    const block = blockAt(spot);
    if (block === undefined) return;
    focused = spot;
    if (state.frame === "") {
      change({ zoom: stackOf(tree, block.node).map((frame) => tree.frames[frame] ?? "") });
    } else if (block.frame !== "") change({ frame: block.frame });
  }

  function describe(spot: Spot, x: number, y: number): void {
    const block = blockAt(spot);
    const row = scene.rows[spot.row];
    if (block === undefined || row === undefined) return;
    const whole = tree.total[0] ?? 0;
    const lines = [blockTitle(block, { unit: tree.unit, whole, rootName: state.frame || "all" })];
    if (block.self > 0 && block.self < block.total) lines.push(`self ${counted(block.self, tree.unit)}`);
    const base = scene.rows[0]?.blocks[0];
    if (base !== undefined && base.width < whole) lines.push(`${share(block.total, base.width)} of what is shown`);
    if (matches !== null && block.hiddenFrames === 0) {
      lines.push(`${share(matches(row.tree).matched[block.node] ?? 0, block.total)} of it matches`);
    }
    tip.replaceChildren(...lines.map((line) => {
      const part = element("div", {});
      part.textContent = line;
      return part;
    }));
    tip.hidden = false;
    const bounds = box.getBoundingClientRect();
    tip.style.left = `${Math.max(0, Math.min(x - bounds.left + 12, bounds.width - tip.offsetWidth))}px`;
    tip.style.top = `${y - bounds.top + 18}px`;
  }

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(scene, focused, 1, focus),
    ArrowUp: () => step(scene, focused, -1, focus),
    ArrowRight: () =>
      blockAt({ ...focused, index: focused.index + 1 }) && focus({ ...focused, index: focused.index + 1 }),
    ArrowLeft: () => focused.index > 0 && focus({ ...focused, index: focused.index - 1 }),
    Home: () => focus({ row: state.view === "flame" && state.frame === "" ? scene.rows.length - 1 : 0, index: 0 }),
    Enter: () => open(focused),
    " ": () => open(focused),
    Backspace: () => state.frame === "" ? change({ zoom: state.zoom.slice(0, -1) }) : change({ frame: "" }),
    Escape: reset,
    c: () => change({ frame: blockAt(focused)?.frame ?? "" }),
    "/": () => tools.focusSearch(),
  };
  canvas.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  canvas.addEventListener("click", (event) => {
    const spot = spotAt(canvas, event.target);
    if (spot !== null) open(spot);
  });
  canvas.addEventListener("pointermove", (event) => {
    const spot = spotAt(canvas, event.target);
    if (spot === null) tip.hidden = true;
    else describe(spot, event.clientX, event.clientY);
  });
  canvas.addEventListener("pointerleave", () => tip.hidden = true);
  canvas.addEventListener("focusin", (event) => {
    const spot = spotAt(canvas, event.target);
    if (spot === null || !(event.target instanceof Element) || !event.target.matches(":focus-visible")) return;
    const { left, bottom } = event.target.getBoundingClientRect();
    describe(spot, left, bottom - 14);
  });
  canvas.addEventListener("focusout", () => tip.hidden = true);

  box.append(tools.element, legend, held, tip);
  place.replaceChildren(box);
  draw();
  const watcher = new ResizeObserver(() => Math.floor(held.clientWidth) !== width && draw());
  watcher.observe(held);
  return {
    setTree: (next) => {
      tree = next;
      draw();
    },
    setState: (text) => {
      if (text === stateText(state)) return;
      state = parseState(text);
      draw();
    },
    remove: () => {
      watcher.disconnect();
      box.remove();
    },
  };
}

function legendEntries({ rows }: Scene): readonly HTMLElement[] {
  return [...legendOf(rows.map(({ blocks }) => blocks))].map(([name, className]) => {
    const swatch = document.createElementNS(MARKUP.svg, "svg");
    swatch.setAttribute("class", "picture");
    swatch.setAttribute("aria-hidden", "true");
    const color = document.createElementNS(MARKUP.svg, "rect");
    color.setAttribute("class", className);
    swatch.append(color);
    const entry = element("li", {}, name);
    entry.prepend(swatch);
    return entry;
  });
}

/** Where a block stands: its row from the top, and its place in it from the left. */
interface Spot {
  readonly row: number;
  readonly index: number;
}

function spotOf({ rows }: Scene, wanted: Pick<Block, "node" | "hiddenFrames"> | undefined): Spot | null {
  if (wanted === undefined) return null;
  for (const [row, { blocks }] of rows.entries()) {
    const index = blocks.findIndex(({ node, hiddenFrames }) =>
      node === wanted.node && (hiddenFrames > 0) === (wanted.hiddenFrames > 0)
    );
    if (index >= 0) return { row, index };
  }
  return null;
}

function spotAt(canvas: Element, target: EventTarget | null): Spot | null {
  if (!(target instanceof Element) || target.localName !== "rect" || target.parentNode === null) return null;
  const row = [...canvas.children].findIndex((child) => child === target.parentNode);
  const index = [...target.parentNode.querySelectorAll("rect")].findIndex((rect) => rect === target);
  return { row, index };
}

/** To the first block of the row above or below that touches the one in focus. */
function step({ rows }: Scene, { row, index }: Spot, by: 1 | -1, focus: (spot: Spot) => void): void {
  const from = rows[row]?.blocks[index];
  const next = from === undefined
    ? undefined
    : rows[row + by]?.blocks.findIndex(({ start, width }) =>
      start < from.start + from.width && from.start < start + width
    );
  if (next !== undefined && next >= 0) focus({ row: row + by, index: next });
}

function readQuery(text: string): { readonly query: Query; readonly trouble: string | null } {
  try {
    return { query: parseQuery(text), trouble: null };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { query: [], trouble: "This is no regular expression" };
  }
}

function findings(tree: FlameTree, { total, stacks }: Found): string {
  return `${share(total, tree.total[0] ?? 0)} match: ${counted(total, tree.unit)} in ${counted(stacks, "stacks")}`;
}
