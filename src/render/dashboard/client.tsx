/** What runs in the dashboard: it unpacks the data, and draws the answers again whenever the page's address changes. */

import { render } from "preact";
import { select } from "../selection.ts";
import { type Address, addressText, parseAddress, START } from "./address.ts";
import { Answers } from "./answers.tsx";
import { type Data, unpackData } from "./data.ts";
import { inflated } from "./inflate.ts";
import { Sessions } from "./sessions.tsx";
import type { Live, Shown } from "./shown.ts";
import { Totals } from "./totals.tsx";

/** How many sessions are listed at first, and how many more each time they are asked for. */
const ROWS = 100;

void start();

async function start(): Promise<void> {
  const page = pageOf(unpackData(await inflated("data")));
  const follow = (): void => {
    const wanted = location.hash.slice(1);
    // A link into the page leads there and leaves what is shown as it is.
    if (document.getElementById(wanted) === null) page.show(parseAddress(wanted));
    else page.keepAddress();
  };
  const section = document.getElementById(location.hash.slice(1));
  page.show(parseAddress(section === null ? location.hash : ""));
  section?.scrollIntoView();
  addEventListener("hashchange", follow);
}

interface Page {
  readonly show: (address: Address) => void;
  /** Writes what is shown into the address again. */
  readonly keepAddress: () => void;
}

function pageOf({ facts, mixing }: Data): Page {
  const places = { totals: element("totals"), answers: element("answers"), list: element("list") };
  // What was written for a page without script gives way to what can be clicked.
  for (const place of Object.values(places)) place.replaceChildren();
  let rows = ROWS;
  let address = START;
  let flames: Address["flames"] = {};
  const keepAddress = (): void => history.replaceState(null, "", `#${addressText({ ...address, flames })}`);
  const draw = (): void => {
    const refocus = focusKeeper();
    const live: Live = {
      rows,
      showMore: () => {
        rows += ROWS;
        draw();
      },
      flameState: (of) => flames[of] ?? "",
      keepFlameState: (of, text) => {
        flames = { ...flames, [of]: text };
        keepAddress();
      },
    };
    const shown: Shown = { whole: facts, facts: select(facts, address.selection), address, live };
    render(<Totals shown={shown} />, places.totals);
    render(<Answers mixing={mixing} shown={shown} />, places.answers);
    render(<Sessions shown={shown} />, places.list);
    refocus();
  };
  const show = (wanted: Address): void => {
    flames = { ...flames, ...wanted.flames };
    address = { ...wanted, flames: {} };
    draw();
    keepAddress();
  };
  return { show, keepAddress };
}

/** Remembers which link has the focus; what it returns gives the focus back to the link to the same in its place. */
function focusKeeper(): () => void {
  const sameLinks = (word: string): readonly (HTMLElement | SVGElement)[] =>
    [...document.querySelectorAll<HTMLElement | SVGElement>("a[data-word]")].filter((link) =>
      link.dataset["word"] === word
    );
  const focused = document.activeElement;
  const word = focused?.getAttribute("data-word") ?? null;
  if (focused === null || word === null) return () => {};
  const index = sameLinks(word).findIndex((link) => link === focused);
  return () => {
    const links = sameLinks(word);
    const link = links[index] ?? links[0];
    if (link !== document.activeElement) link?.focus({ preventScroll: true });
  };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new TypeError(`Cannot find the element "${id}" of the page`);
  return found;
}
