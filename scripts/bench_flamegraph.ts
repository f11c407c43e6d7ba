/**
 * How large flame graphs are and how fast they answer, beside others on the same stacks: `CHROMIUM=… deno run -A
 * scripts/bench_flamegraph.ts`. speedscope, d3-flame-graph and pprof-format are fetched from npm for the time of the measurement;
 * inferno is measured where `INFERNO_FLAMEGRAPH` names its program, pprof where there is `go`. Medians of several pages.
 * A time ends with the second frame after the act: what a person waits for.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { ProfileBuilder } from "../src/profile/profile.ts";
import { dashboardHtml } from "../src/render/dashboard/dashboard.tsx";
import { flamegraphSvg } from "../src/render/flamegraph/svg_file.ts";
import { sampleReport } from "../tests/support/sample_report.ts";

const PAGES = 3;
/** A graph that is not there by then is not waited for, in ms. */
const PATIENCE = 60_000;
/** Sessions that give about 10,000 and 100,000 unique stacks in the two views together. */
const SESSIONS = [105, 1600];

interface Peer {
  readonly name: string;
  /** Bytes of everything that is needed to show the stacks. */
  readonly bytes: number;
  readonly url: string;
  /** Expression that is true once the graph is there. */
  readonly ready: string;
  /** What zooms and what searches, as text for the page; null where it cannot be done from outside (a canvas). */
  readonly zoom: string | null;
  readonly search: string | null;
}

/** Zooms into a frame in the middle of the first graph and searches a word that many frames hold. */
const RUNNING_FLAME = {
  zoom: `document.querySelectorAll(".flame .row")[3].querySelector("rect")
    .dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
  search: `{ const input = document.querySelector(".flame input"); input.value = "debug";
    input.dispatchEvent(new Event("input", { bubbles: true })); }`,
};
const FLAME_READY = "document.querySelector('.flame [role=treeitem]') !== null";

const folder = await Deno.makeTempDir({ prefix: "agentpprof-flame-" });
const encoder = new TextEncoder();
const browser = await chromium.launch({ executablePath: Deno.env.get("CHROMIUM") ?? "", args: ["--no-sandbox"] });
const processes: Deno.ChildProcess[] = [];
try {
  await npm();
  for (const sessions of SESSIONS) {
    const { report, profiles } = sampleReport(sessions);
    const samples = ["semantic-system", "semantic-token"].flatMap((view) => profiles[view]?.samples ?? []);
    const builder = new ProfileBuilder("units");
    for (const { stack, value } of samples) builder.add(stack, value);
    const profile = builder.build();
    const folded = profile.samples.map(({ stack, value }) => `${stack.join(";")} ${value}\n`).join("");
    console.log(`\n${profile.samples.length} unique stacks, ${size(encoder.encode(folded).length)} as folded text\n`);
    console.log("| | size | first paint | usable | zoom | search |\n| --- | --- | --- | --- | --- | --- |");
    const own: Peer[] = [
      file("SVG", "own.svg", flamegraphSvg({ title: "Units", profile }), {
        ready: FLAME_READY,
        ...RUNNING_FLAME,
      }),
      // The same stacks in two graphs, and all the rest of a dashboard.
      file("dashboard", "own.html", dashboardHtml(report), {
        ready: `${FLAME_READY} && document.querySelector("main[aria-busy]") === null`,
        ...RUNNING_FLAME,
      }),
    ];
    const others = [
      await d3(profile.samples),
      await inferno(folded),
      speedscope(folded),
      await pprof(profile.samples),
    ];
    let base: readonly number[] | null = null;
    for (const peer of [...own, ...others]) {
      if (peer === null) continue;
      const times = await measure(browser, peer);
      const row = [peer.bytes, ...times];
      base ??= row;
      const cells = row.map((value, index) => {
        const text = index === 0
          ? size(value)
          : Number.isNaN(value)
          ? "-"
          : value === Infinity
          ? `over ${PATIENCE / 1000} s`
          : `${value.toFixed(0)} ms`;
        const ratio = value / (base?.[index] ?? NaN);
        return !Number.isFinite(ratio) || row === base ? text : `${text} (${ratio.toFixed(ratio < 10 ? 2 : 0)})`;
      });
      console.log(`| ${peer.name} | ${cells.join(" | ")} |`);
    }
  }
} finally {
  await browser.close();
  for (const process of processes) {
    process.kill();
    await process.status;
  }
  await Deno.remove(folder, { recursive: true });
}

/** Medians of first paint, of being there to use, of zoom and of search in ms, each page a new one. */
async function measure(browser: Browser, peer: Peer): Promise<readonly number[]> {
  const rows: number[][] = [];
  for (let turn = 0; turn < PAGES; turn++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    try {
      await page.goto(peer.url, { waitUntil: "commit", timeout: PATIENCE });
      await becomes(page, peer.ready);
    } catch {
      await page.close();
      return [Infinity, Infinity, NaN, NaN];
    }
    const usable = await page.evaluate<number>(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))",
    );
    const painted = await page.evaluate<number>(
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
    );
    rows.push([
      Number.isNaN(painted) ? usable : painted,
      usable,
      await timed(page, peer.search),
      await timed(page, peer.zoom),
    ]);
    await page.close();
  }
  const median = (index: number): number =>
    rows.map((row) => row[index] ?? NaN).sort((a, b) => a - b)[Math.floor(rows.length / 2)] ?? NaN;
  return [median(0), median(1), median(3), median(2)];
}

/** Asks from outside: a page whose policy knows its scripts by hash lets none be evaluated in it. Throws where it is in vain. */
async function becomes(page: Page, condition: string): Promise<void> {
  for (const givesUp = performance.now() + PATIENCE; !await page.evaluate<boolean>(condition);) {
    if (performance.now() > givesUp) throw new Error(`Waited in vain for ${condition}`);
    await page.waitForTimeout(20);
  }
}

async function timed(page: Page, act: string | null): Promise<number> {
  if (act === null) return NaN;
  return await page.evaluate<number>(`new Promise((done) => { const start = performance.now(); ${act};
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start))); })`);
}

function file(
  name: string,
  path: string,
  text: string,
  rest: Pick<Peer, "ready" | "zoom" | "search">,
  more = 0,
): Peer {
  Deno.writeTextFileSync(`${folder}/${path}`, text);
  return { name, bytes: encoder.encode(text).length + more, url: `file://${folder}/${path}`, ...rest };
}

async function npm(): Promise<void> {
  Deno.writeTextFileSync(`${folder}/package.json`, '{"private":true}');
  await run("npm", [
    "install",
    "--silent",
    "--no-audit",
    "--no-fund",
    "speedscope@1.25.0",
    "d3-flame-graph@5.0.0",
    "d3-selection@3",
    "pprof-format@2.3.2",
  ]);
}

async function run(command: string, args: readonly string[], input = ""): Promise<Uint8Array> {
  const child = new Deno.Command(command, { args: [...args], cwd: folder, stdin: "piped", stdout: "piped" }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(encoder.encode(input));
  await writer.close();
  const { success, stdout } = await output;
  if (!success) throw new Error(`Cannot run "${command}"`);
  return stdout;
}

type Samples = readonly { readonly stack: readonly string[]; readonly value: number }[];

interface D3Node {
  name: string;
  value: number;
  children: D3Node[];
}

async function d3(samples: Samples): Promise<Peer> {
  const root: D3Node = { name: "all", value: 0, children: [] };
  for (const { stack, value } of samples) {
    let node = root;
    node.value += value;
    for (const name of stack) {
      let child = node.children.at(-1);
      if (child?.name !== name) child = node.children.find((one) => one.name === name);
      if (child === undefined) node.children.push(child = { name, value: 0, children: [] });
      child.value += value;
      node = child;
    }
  }
  Deno.writeTextFileSync(
    `${folder}/d3.js`,
    `import { select } from "d3-selection"; import * as flame from "d3-flame-graph";
    const chart = (flame.flamegraph ?? flame.default)().width(1248).selfValue(false).transitionDuration(0);
    select("#chart").datum(JSON.parse(document.getElementById("data").textContent)).call(chart);
    globalThis.chart = chart;`,
  );
  const module = `${folder}/node_modules/d3-flame-graph/dist/d3-flamegraph.es.js`;
  Deno.writeTextFileSync(module, Deno.readTextFileSync(module).replace(/import '[^']*\.css';/, ""));
  const script = await run(Deno.execPath(), [
    "bundle",
    "--quiet",
    "--node-modules-dir=manual",
    "--platform",
    "browser",
    "--format",
    "iife",
    "--minify",
    "d3.js",
  ]);
  const style = Deno.readTextFileSync(`${folder}/node_modules/d3-flame-graph/dist/d3-flamegraph.css`);
  const page = `<!DOCTYPE html><meta charset="utf-8"><style>${style}</style><div id="chart"></div>` +
    `<script type="application/json" id="data">${JSON.stringify(root)}</script><script>${
      new TextDecoder().decode(script)
    }</script>`;
  return file("d3-flame-graph 5.0.0", "d3.html", page, {
    ready: "document.querySelector('#chart g') !== null",
    zoom: `document.querySelectorAll("#chart g")[3].dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    search: `chart.search("debug")`,
  });
}

async function inferno(folded: string): Promise<Peer | null> {
  const program = Deno.env.get("INFERNO_FLAMEGRAPH") ?? "";
  if (program === "") return null;
  const svg = new TextDecoder().decode(await run(program, ["--quiet"], folded));
  return file("inferno", "inferno.svg", svg, {
    ready: "document.querySelector('#frames g') !== null && typeof search === 'function'",
    zoom: `document.querySelectorAll("#frames g")[3].dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    search: `search("debug")`,
  });
}

function speedscope(folded: string): Peer {
  const release = `${folder}/node_modules/speedscope/dist/release`;
  let bytes = 0;
  for (const { name } of Deno.readDirSync(release)) {
    if (/\.(html|css|js|woff2)$/.test(name) && !/^(favicon|perf-vertx)/.test(name)) {
      bytes += Deno.statSync(`${release}/${name}`).size;
    }
  }
  const data = `speedscope.loadFileFromBase64("a.folded.txt", "${encoder.encode(folded).toBase64()}")`;
  Deno.writeTextFileSync(`${folder}/speedscope.js`, data);
  return {
    name: "speedscope 1.25.0",
    bytes: bytes + data.length,
    url: `file://${release}/index.html#localProfilePath=${folder}/speedscope.js`,
    ready: "document.title.includes('a.folded')",
    zoom: null,
    search: null,
  };
}

/** The profile as pprof reads it, served by its own program. */
async function pprof(samples: Samples): Promise<Peer | null> {
  const program = await pprofProgram();
  if (program === null) return null;
  const { Profile, StringTable, ValueType, Sample, Location, Line, Function } = await import(
    `file://${folder}/node_modules/pprof-format/dist/esm/index.js`
  ).catch(() => import(`file://${folder}/node_modules/pprof-format/dist/index.js`));
  const texts = new StringTable();
  const places = new Map<string, number>();
  const locations: unknown[] = [];
  const functions: unknown[] = [];
  const idOf = (frame: string): number => {
    const known = places.get(frame);
    if (known !== undefined) return known;
    const id = places.size + 1;
    places.set(frame, id);
    functions.push(new Function({ id, name: texts.dedup(frame) }));
    locations.push(new Location({ id, line: [new Line({ functionId: id, line: 1 })] }));
    return id;
  };
  const type = new ValueType({ type: texts.dedup("units"), unit: texts.dedup("count") });
  const sample = samples.map(({ stack, value }) =>
    new Sample({ locationId: stack.map(idOf).reverse(), value: [value] })
  );
  const profile = new Profile({
    sampleType: [type],
    sample,
    location: locations,
    function: functions,
    stringTable: texts,
  });
  const path = `${folder}/units.pb`;
  Deno.writeFileSync(path, profile.encode());
  const port = 20_000 + (Deno.pid % 20_000) + processes.length;
  processes.push(
    new Deno.Command(program, {
      args: ["-no_browser", `-http=127.0.0.1:${port}`, path],
      stdout: "null",
      stderr: "null",
    }).spawn(),
  );
  const url = `http://127.0.0.1:${port}/ui/flamegraph`;
  for (let tries = 0; tries < 300; tries++) {
    try {
      return {
        name: "go tool pprof",
        bytes: (await (await fetch(url)).arrayBuffer()).byteLength,
        url,
        ready: "document.querySelector('#stack-chart .boxbg, #stack-chart .walk') !== null",
        zoom: null,
        search: null,
      };
    } catch {
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  return null;
}

/** Where go keeps it; null without go. */
async function pprofProgram(): Promise<string | null> {
  try {
    return new TextDecoder().decode(await run("go", ["tool", "-n", "pprof"])).trim();
  } catch {
    return null;
  }
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
}
