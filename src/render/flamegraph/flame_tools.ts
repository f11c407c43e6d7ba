import { element } from "./flame_dom.ts";
import { type FlameState, ORDERS, VIEWS } from "./state.ts";

export interface FlameTools {
  readonly element: HTMLElement;
  /** Brings the controls to a state; `found` is what the search found, or what is wrong with it. */
  readonly show: (state: FlameState, found: string) => void;
  readonly focusSearch: () => void;
}

interface Acts {
  readonly change: (part: Partial<FlameState>) => void;
  readonly reset: () => void;
  readonly sandwich: () => void;
}

const VIEW_NAMES = { icicle: "root at the top", flame: "root at the bottom", table: "table of frames" } as const;
const ORDER_NAMES = { heaviest: "heaviest first", name: "by name" } as const;

/** The controls of a flame graph. */
export function flameTools(title: string, { change, reset, sandwich }: Acts): FlameTools {
  const box = element("div", { class: "flame-tools", role: "group", "aria-label": `Controls: ${title}` });
  const find = element("input", {
    "type": "search",
    "placeholder": "text, /expression/, kind:value, -kind:value",
    "aria-label": "Search frames: text, /regular expression/, kind:value, or - before what must not be there",
    "autocomplete": "off",
    "spellcheck": "false",
  });
  find.addEventListener("input", () => change({ query: find.value }));
  const view = choice("View", VIEWS, VIEW_NAMES, (chosen) => change({ view: chosen, frame: "" }));
  const order = choice("Order", ORDERS, ORDER_NAMES, (chosen) => change({ order: chosen }));
  const around = button("Callers and callees", sandwich);
  const back = button("All stacks", () => change({ frame: "" }));
  const again = button("Reset", reset);
  const found = element("output", { class: "flame-found", role: "status" });
  box.append(find, view, order, around, back, again, found);
  return {
    element: box,
    show: (state, text) => {
      if (find.value !== state.query) find.value = state.query;
      view.value = state.view;
      order.value = state.order;
      around.hidden = state.frame !== "" || state.view === "table";
      back.hidden = state.frame === "";
      again.disabled = state.zoom.length === 0 && state.query === "" && state.frame === "";
      found.textContent = text;
    },
    focusSearch: () => find.focus(),
  };
}

function choice<Name extends string>(
  label: string,
  names: readonly Name[],
  texts: Readonly<Record<Name, string>>,
  choose: (name: Name) => void,
): HTMLSelectElement {
  const select = element("select", { "aria-label": label });
  select.append(...names.map((name) => element("option", { value: name }, texts[name])));
  select.addEventListener("change", () => {
    const chosen = names.find((name) => name === select.value);
    if (chosen !== undefined) choose(chosen);
  });
  return select;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}
