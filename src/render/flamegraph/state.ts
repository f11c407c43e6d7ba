/** What a running flame graph shows, as a text that an address can hold. */

export const VIEWS = ["icicle", "flame", "table"] as const;
export const ORDERS = ["heaviest", "name"] as const;

export interface FlameState {
  /** `icicle`: the root at the top; `flame`: at the bottom; `table`: every frame with self and total. */
  readonly view: (typeof VIEWS)[number];
  readonly order: (typeof ORDERS)[number];
  /** Frames that lead to the one that is zoomed, root first; empty for all of it. */
  readonly zoom: readonly string[];
  /** As `parseQuery()` reads it. */
  readonly query: string;
  /** The frame whose callers and callees are shown; empty for none. */
  readonly frame: string;
}

export const FLAME_START: FlameState = { view: "icicle", order: "heaviest", zoom: [], query: "", frame: "" };

/** As a query string, without what is as at the start. */
export function stateText({ view, order, zoom, query, frame }: FlameState): string {
  const values = [
    ["view", view === FLAME_START.view ? "" : view],
    ["order", order === FLAME_START.order ? "" : order],
    ["zoom", zoom.join(";")],
    ["find", query],
    ["frame", frame],
  ].filter(([, value]) => value !== "");
  return String(new URLSearchParams(values));
}

/** The state of a text; what it does not tell, or tells wrongly, is as at the start. */
export function parseState(text: string): FlameState {
  const values = new URLSearchParams(text.replace(/^#/, ""));
  const zoom = values.get("zoom") ?? "";
  return {
    view: VIEWS.find((view) => view === values.get("view")) ?? FLAME_START.view,
    order: ORDERS.find((order) => order === values.get("order")) ?? FLAME_START.order,
    zoom: zoom === "" ? [] : zoom.split(";"),
    query: values.get("find") ?? "",
    frame: values.get("frame") ?? "",
  };
}
