/** What runs in the dashboard: it unpacks the data, and draws the answers again whenever the page's address changes. */

import { render } from "preact";
import { select } from "../selection.ts";
import { type Address, addressText, parseAddress, START } from "./address.ts";
import { ANSWER_NAMES, type AnswerName, ANSWERS, placeId } from "./answers.tsx";
import { type Data, unpackData } from "./data.ts";
import { inflated } from "./inflate.ts";
import type { Live, Shown } from "./shown.ts";

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
  addEventListener("hashchange", follow);
}

interface Page {
  readonly show: (address: Address) => void;
  /** Writes what is shown into the address again. */
  readonly keepAddress: () => void;
}

function pageOf({ facts, mixing }: Data): Page {
  const main = element("main");
  const places = new Map(ANSWER_NAMES.map((name) => [name, element(placeId(name))]));
  /** Answers that were written for a page without script, until their own turn comes to be drawn. */
  const written = new Set<AnswerName>(ANSWER_NAMES);
  let rows = ROWS;
  let address = START;
  let flames: Address["flames"] = {};
  let latest: Shown | null = null;
  const keepAddress = (): void => history.replaceState(null, "", `#${addressText({ ...address, flames })}`);

  function drawAnswer(name: AnswerName, shown: Shown): void {
    const place = places.get(name);
    if (place === undefined) return;
    const refocus = focusKeeper();
    if (written.delete(name)) place.replaceChildren();
    const Answer = ANSWERS[name];
    render(<Answer mixing={mixing} shown={shown} />, place);
    refocus();
  }

  /** Each answer in a task of its own, what is in sight first: a person can go on before the last one is drawn. */
  async function drawAnswers(shown: Shown): Promise<void> {
    latest = shown;
    main.setAttribute("aria-busy", "true");
    const isInSight = ([, place]: [AnswerName, HTMLElement]): boolean => {
      const { top, bottom } = place.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    const { inSight = [], later = [] } = Object.groupBy(places, (one) => isInSight(one) ? "inSight" : "later");
    for (const [name] of [...inSight, ...later]) {
      drawAnswer(name, shown);
      await new Promise((done) => setTimeout(done));
      if (latest !== shown) return;
    }
    main.removeAttribute("aria-busy");
  }

  const draw = (): void => {
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
    void drawAnswers({ whole: facts, facts: select(facts, address.selection), address, live });
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
