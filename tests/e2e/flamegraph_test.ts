/** A flame graph's file as a person uses it, in a real Chromium, opened from disk, where the environment names one. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { flamegraphSvg } from "../../src/render/flamegraph/svg_file.ts";
import { tempFolder } from "../support/program.ts";
import { HOSTILE_NAMES, profileFrom } from "../support/profiles.ts";

const CHROMIUM = Deno.env.get("CHROMIUM") ?? "";
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (CHROMIUM === "") console.log("skipped: CHROMIUM names no browser");

const SVG = flamegraphSvg({
  title: "Tokens of one week",
  note: "One sentence on the unit",
  profile: profileFrom({
    "project:api;session:debug;prompt:test;kind:input": 400,
    "project:api;session:debug;prompt:test;kind:output": 100,
    "project:api;session:debug;prompt:docs;kind:input": 200,
    "project:api;session:docs;prompt:docs;kind:input": 250,
    "project:api;session:docs;prompt:test;kind:output": 50,
    ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`project:api;session:tiny;prompt:${index}`, 1])),
  }),
});

interface Pages {
  readonly browser: Browser;
  readonly open: (svg: string, options?: { hash?: string; scheme?: "light" | "dark" }) => Promise<Page>;
  readonly folder: string;
}

function browserTest(name: string, use: (pages: Pages) => Promise<void>): void {
  Deno.test({
    name: `a flame graph's file ${name}`,
    ignore: CHROMIUM === "",
    fn: async () => {
      using folder = tempFolder();
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
      const troubles: string[] = [];
      let files = 0;
      try {
        await use({
          browser,
          folder: folder.path,
          open: async (svg, { hash = "", scheme = "light" } = {}) => {
            const path = `${folder.path}/${++files}.svg`;
            Deno.writeTextFileSync(path, svg);
            const page = await browser.newPage({ viewport: { width: 1280, height: 700 }, colorScheme: scheme });
            page.on("request", (asked) => asked.url().split("#")[0] === `file://${path}` || troubles.push(asked.url()));
            page.on("console", (message) => troubles.push(message.text()));
            page.on("pageerror", (error) => troubles.push(String(error)));
            await page.goto(`file://${path}${hash}`);
            await page.locator(".flame-canvas .picture").waitFor();
            return page;
          },
        });
      } finally {
        await browser.close();
      }
      assert.deepEqual(troubles, [], "no request, no word in the console, no error");
    },
  });
}

function frameOf(page: Page, text: string): ReturnType<Page["locator"]> {
  return page.locator(`[role=treeitem][aria-label^="${text}"]`).first();
}

/** As the page has it: what Playwright knows of it comes a little later. */
async function addressOf(page: Page): Promise<string> {
  const hash: string = await page.evaluate("location.hash");
  return decodeURIComponent(hash.slice(1).replaceAll("+", " "));
}

async function widthOf(page: Page, text: string): Promise<number> {
  return (await frameOf(page, text).boundingBox())?.width ?? 0;
}

/** The search field's text; an SVG's elements are not known to `inputValue()`. */
async function queryOf(page: Page): Promise<string> {
  return await page.evaluate("document.querySelector('input').value");
}

async function labels(page: Page): Promise<readonly (string | null)[]> {
  return await page.locator("[role=treeitem]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
}

browserTest("zooms with a click, says so in its address, and goes back by Reset", async ({ open }) => {
  const page = await open(SVG);
  const before = await widthOf(page, "session:docs");
  await frameOf(page, "session:docs").click();
  assert.ok((await widthOf(page, "session:docs")) > 3 * before);
  assert.equal(await addressOf(page), "zoom=project:api;session:docs");
  assert.equal(await page.locator('[aria-label^="session:debug"]').count(), 0);
  await page.getByRole("button", { name: "Reset" }).click();
  assert.equal(await widthOf(page, "session:docs"), before);
  assert.equal(await addressOf(page), "");
});

browserTest("shows what its address says, and follows it", async ({ open }) => {
  const page = await open(SVG, { hash: "#zoom=project:api;session:debug&find=kind:output&view=flame" });
  assert.equal(await queryOf(page), "kind:output");
  assert.equal(await page.locator('[aria-label^="session:docs"]').count(), 0);
  const root = await frameOf(page, "all:").boundingBox();
  const top = await frameOf(page, "kind:input").boundingBox();
  assert.ok(root !== null && top !== null && root.y > top.y, "the root is at the bottom");
  await page.evaluate("location.hash = '#find=prompt:docs'");
  await frameOf(page, "session:docs").waitFor();
  assert.equal(await queryOf(page), "prompt:docs");
});

browserTest("searches text, expressions and kinds, with the share that matches", async ({ open }) => {
  const page = await open(SVG);
  for (
    const [query, said, hits] of [
      ["docs", /^47\.6% match: 500 tokens in 3 stacks$/, 3],
      ["kind:output", /^14\.3% match: 150 tokens in 2 stacks$/, 2],
      ["/^kind:(in|out)put$/", /^95\.2% match: 1,000 tokens in 5 stacks$/, 5],
      ["session:debug -prompt:docs", /^47\.6% match: 500 tokens in 2 stacks$/, 1],
      ["/(/", /^This is no regular expression$/, 0],
      ["nowhere", /^0% match/, 0],
    ] as const
  ) {
    await page.locator("input").fill(query);
    assert.match(await page.locator("output").innerText(), said, query);
    assert.equal(await page.locator(".hit").count(), hits, query);
  }
  await page.locator("input").fill("");
  assert.equal(await page.locator(".hit,.dim").count(), 0);
  assert.equal(await addressOf(page), "");
});

browserTest("is walked with the keyboard alone", async ({ open }) => {
  const page = await open(SVG);
  const focused = (): Promise<string | null> =>
    page.evaluate("document.activeElement?.getAttribute('aria-label') ?? ''");
  for (let tabs = 0; !/^all: /.test(await focused() ?? ""); tabs++) {
    assert.ok(tabs < 8, "the graph is reached by Tab");
    await page.keyboard.press("Tab");
  }
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
  assert.match(await focused() ?? "", /^session:docs: 300 tokens/);
  assert.match(await page.locator(".flame-tip").innerText(), /session:docs: 300 tokens, 28.6%/);
  await page.keyboard.press("Enter");
  assert.equal(await addressOf(page), "zoom=project:api;session:docs");
  assert.match(await focused() ?? "", /^session:docs/, "the focus stays on what was zoomed");
  await page.keyboard.press("ArrowDown");
  assert.match(await focused() ?? "", /^prompt:docs/);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Backspace");
  assert.equal(await addressOf(page), "zoom=project:api");
  await page.keyboard.press("Escape");
  assert.equal(await addressOf(page), "");
  await page.keyboard.press("Home");
  assert.match(await focused() ?? "", /^all: 1,050 tokens/);
  await page.keyboard.press("/");
  assert.match(await focused() ?? "", /^Search/);
});

browserTest("shows callers and callees of a frame, and a table of all", async ({ open }) => {
  const page = await open(SVG);
  await page.getByLabel("View").selectOption("table");
  assert.match(await page.locator("tbody tr").first().innerText(), /^project:api\s+0\s+1,050\s+100%$/);
  await page.locator("input").fill("prompt:");
  assert.match(await page.locator("caption").innerText(), /^52 frames/);
  await page.locator("input").fill("");
  await page.getByRole("button", { name: "prompt:docs" }).click();
  assert.equal(await addressOf(page), "view=table&frame=prompt:docs");
  const shown = await labels(page);
  assert.ok(shown.some((label) => label?.startsWith("session:docs: 250 tokens")));
  assert.ok(shown.some((label) => label?.startsWith("kind:input: 450 tokens")));
  const y = async (text: string): Promise<number> => (await frameOf(page, text).boundingBox())?.y ?? 0;
  assert.ok(await y("session:docs") < await y("prompt:docs"), "callers stand above");
  assert.ok(await y("kind:input") > await y("prompt:docs"), "callees stand below");
  await page.getByRole("button", { name: "All stacks" }).click();
  assert.equal(await addressOf(page), "view=table");
});

browserTest("says what its colours mean, each status by itself, of what is drawn", async ({ open }) => {
  const page = await open(flamegraphSvg({
    title: "t",
    profile: profileFrom({ "session:a;effect:test;status:fail": 3, "session:b;status:ok": 2 }),
  }));
  const legend = (): Promise<readonly string[]> => page.locator(".flame-legend li").allInnerTexts();
  assert.deepEqual(await legend(), ["session", "effect", "status:ok", "status:fail"]);
  const fill = (place: string): Promise<string> =>
    page.evaluate(`getComputedStyle(document.querySelector('${place}')).fill`);
  assert.equal(await fill(".flame-legend li:last-child rect"), await fill(".flame-canvas .status-fail"));
  await frameOf(page, "session:b").click();
  assert.deepEqual(await legend(), ["session", "status:ok"]);
});

browserTest("puts frames in the order of their names on request", async ({ open }) => {
  const page = await open(SVG);
  await frameOf(page, "session:debug").click();
  const order = async (): Promise<readonly (string | undefined)[]> =>
    (await labels(page)).filter((label) => label?.startsWith("prompt:")).map((label) => label?.slice(0, 11));
  assert.deepEqual(await order(), ["prompt:test", "prompt:docs"]);
  await page.getByLabel("Order").selectOption("name");
  assert.deepEqual(await order(), ["prompt:docs", "prompt:test"]);
});

browserTest("shows hostile names as text and runs none", async ({ open }) => {
  const stacks = Object.fromEntries(
    HOSTILE_NAMES.map((name, index) => [`session:${name.replaceAll(";", "")};prompt:${index}`, 100 - index]),
  );
  const page = await open(
    flamegraphSvg({ title: HOSTILE_NAMES[0], note: HOSTILE_NAMES[1], profile: profileFrom(stacks) }),
  );
  page.on("dialog", () => assert.fail("a name ran as a script"));
  assert.equal(await page.locator("script").count(), 1);
  assert.equal(await page.locator("b").count(), 0);
  for (const text of ["<script>", "👩‍👩‍👧‍👦", "שלום", "␛[31mred", "]]>"]) {
    assert.ok((await labels(page)).some((label) => label?.includes(text)), text);
  }
  await page.getByLabel("View").selectOption("table");
  assert.equal(await page.locator("tbody tr").count(), 2 * HOSTILE_NAMES.length);
  await page.locator("tbody button", { hasText: "xxxxx" }).click();
  await page.locator('[aria-label^="prompt:8"]').waitFor();
});

browserTest("runs under a Content-Security-Policy that knows its script by hash alone", async ({ browser }) => {
  const text = /<script>(.*)<\/script>/s.exec(SVG)?.[1] ?? "";
  const script = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll(
    "&amp;",
    "&",
  );
  const hash = (part: string): string => `'sha256-${createHash("sha256").update(part).digest("base64")}'`;
  const styles = [...SVG.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = ""]) =>
    hash(style.replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"))
  );
  const page = await browser.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await page.route("**", (route) =>
    route.fulfill({
      body: SVG,
      contentType: "image/svg+xml",
      headers: {
        "content-security-policy": `default-src 'none'; script-src ${hash(script)}; style-src ${styles.join(" ")}`,
      },
    }));
  await page.goto("http://flame.test/graph.svg");
  await page.locator(".flame-canvas .picture").waitFor();
  await page.locator("input").fill("kind:output");
  await frameOf(page, "session:debug").hover();
  assert.deepEqual(said, []);
});

for (const scheme of ["light", "dark"] as const) {
  browserTest(`breaks no rule of axe-core in the ${scheme} theme, still and running`, async ({ browser }) => {
    // axe-core reads HTML documents: the file stands in one.
    for (const svg of [SVG.slice(0, SVG.indexOf("<script>")) + "</svg>", SVG]) {
      const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 700 } });
      await page.setContent(
        `<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><main><h1>A graph</h1>${svg}</main></body></html>`,
      );
      await page.evaluate(axe.source);
      if (svg === SVG) {
        assert.equal(await violations(page), "");
        await page.locator("input").fill("kind:output");
        assert.equal(await violations(page), "");
        await page.getByLabel("View").selectOption("table");
      }
      assert.equal(await violations(page), "");
    }
  });
}

async function violations(page: Page): Promise<string> {
  return await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
    id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" ")).join("; "))`);
}
