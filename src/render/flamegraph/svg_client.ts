/** What runs in a flame graph's SVG file that is opened by itself: the still picture gives way to the running one. */

import { inflated } from "../dashboard/inflate.ts";
import { mountFlameGraph } from "./flame_client.ts";
import { element, MARKUP } from "./flame_dom.ts";
import { unpackTree } from "./pack.ts";

void start();

async function start(): Promise<void> {
  const root = document.querySelector("svg");
  if (root === null) return;
  const tree = unpackTree(await inflated("stacks"));
  const title = root.querySelector("title")?.textContent ?? "";
  const page = element("div", { class: "flame-page" });
  const place = element("div", {});
  page.append(
    element("h1", {}, title),
    ...[...root.querySelectorAll(".facts")].map((line) => element("p", {}, line.textContent ?? "")),
    place,
  );
  const frame = document.createElementNS(MARKUP.svg, "foreignObject");
  frame.setAttribute("width", "100%");
  frame.setAttribute("height", "100%");
  frame.append(page);
  for (const drawn of document.querySelectorAll("svg > g, svg > text")) drawn.remove();
  root.removeAttribute("viewBox");
  root.setAttribute("role", "group");
  root.setAttribute("width", "100%");
  root.append(frame);
  const graph = mountFlameGraph(place, tree, {
    title,
    onState: (text) => history.replaceState(null, "", `#${text}`),
  });
  graph.setState(location.hash.slice(1));
  addEventListener("hashchange", () => graph.setState(location.hash.slice(1)));
  // The document is as high as what it holds, so that the window scrolls it and a printer breaks it.
  new ResizeObserver(() => root.setAttribute("height", String(Math.ceil(page.scrollHeight)))).observe(page);
}
