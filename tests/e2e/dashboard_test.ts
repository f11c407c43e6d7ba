/** The dashboard as a person uses it, in a real Chromium, opened from disk, where the environment names one. */
import assert from "node:assert/strict";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { dashboardHtml } from "../../src/render/dashboard/dashboard.tsx";
import { factsOf } from "../../src/render/facts.ts";
import { wholeNumber } from "../../src/render/numbers.ts";
import { select } from "../../src/render/selection.ts";
import { tokenKinds, totalsOf } from "../../src/render/tally.ts";
import { tempFolder } from "../support/program.ts";
import { HOSTILE_NAMES } from "../support/profiles.ts";
import { emptyReport, renamedReport, sampleReport } from "../support/sample_report.ts";

const CHROMIUM = Deno.env.get("CHROMIUM") ?? "";
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (CHROMIUM === "") console.log("skipped: CHROMIUM names no browser");

const { report } = sampleReport();
const facts = factsOf(report);

/** Opens a page from disk and waits until it runs. */
type Open = (html: string, hash?: string, options?: BrowserContextOptions) => Promise<Page>;

/** Pages of one browser; none may ask for anything but itself, say anything in the console or fail. */
async function withPages(use: (open: Open) => Promise<void>): Promise<void> {
  using folder = tempFolder();
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const troubles: string[] = [];
  let pages = 0;
  try {
    await use(async (html, hash = "", options = {}) => {
      const path = `${folder.path}/${++pages}.html`;
      Deno.writeTextFileSync(path, html);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
      page.on("request", (request) => request.url().split("#")[0] === `file://${path}` || troubles.push(request.url()));
      page.on("console", (message) => troubles.push(message.text()));
      page.on("pageerror", (error) => troubles.push(String(error)));
      await page.goto(`file://${path}${hash}`);
      if (options.javaScriptEnabled !== false) await drawn(page);
      return page;
    });
  } finally {
    await browser.close();
  }
  assert.deepEqual(troubles, [], "no request, no word in the console, no error");
}

/** Waits until all answers are drawn. */
async function drawn(page: Page): Promise<void> {
  await page.locator(".narrowing").waitFor({ state: "attached" });
  await page.locator("main:not([aria-busy])").waitFor({ state: "attached" });
}

function browserTest(name: string, use: Parameters<typeof withPages>[0]): void {
  Deno.test({ name: `the dashboard ${name}`, ignore: CHROMIUM === "", fn: () => withPages(use) });
}

/** Checks again until it holds, or 10 s are over: a page draws a change of its address a moment after the click. */
async function soon(check: () => Promise<void>): Promise<void> {
  for (const givesUp = Date.now() + 10_000;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > givesUp) throw error;
    }
  }
}

/** The page's own address: what Playwright knows of a change within a page can come late. */
function addressBecomes(page: Page, address: RegExp): Promise<void> {
  return soon(async () => assert.match(await page.evaluate("location.href"), address));
}

/** The totals as they stand on the page. */
async function totalsText(page: Page): Promise<string> {
  return (await page.locator("aside.totals dl").innerText()).replace(/\s+/g, " ");
}

browserTest("narrows totals, charts, flame graphs and sessions to a word, and widens them again", async (open) => {
  const page = await open(dashboardHtml(report));
  const whole = totalsOf(facts);
  const { prompts, toolCalls, tokens } = totalsOf(select(facts, { prompt: "test" }));
  assert.match(await totalsText(page), new RegExp(`prompts ${whole.prompts} tool`));
  await page.locator('#work a[data-word="prompt:test"]').first().click();
  const narrowed = new RegExp(`prompts ${prompts} of ${whole.prompts} tool calls ${toolCalls} of`);
  await soon(async () => assert.match(await totalsText(page), narrowed));
  await drawn(page);
  assert.match(await page.locator("#cost .answer").innerText(), new RegExp(`^${wholeNumber(tokens)} tokens`));
  assert.match(await page.locator("#actions .answer").innerText(), new RegExp(`^${toolCalls} tool calls`));
  for (const flame of ["#cost", "#actions"]) {
    const frames = await page.locator(`${flame} .flame-canvas svg`).textContent() ?? "";
    assert.match(frames, /prompt:test/);
    assert.doesNotMatch(frames, /prompt:debug/);
  }
  const sessions = select(facts, { prompt: "test" }).sessions.length;
  assert.equal(await page.locator("#sessions tbody tr").count(), sessions);
  await page.locator(".chosen").click();
  await soon(async () => assert.match(await totalsText(page), new RegExp(`prompts ${whole.prompts} tool`)));
  await drawn(page);
  assert.equal(await page.locator("#sessions tbody tr").count(), whole.sessions);
});

browserTest("keeps what it shows in its address, and goes back in history", async (open) => {
  const page = await open(dashboardHtml(report), "#prompt=test&order=most+tokens");
  assert.match(await page.locator(".narrowing").innerText(), /prompt: test/);
  assert.match(await page.locator("#sessions .answer").innerText(), /most tokens first/);
  await page.locator("nav a", { hasText: "Actions" }).click();
  await addressBecomes(page, /#prompt=test&order=most\+tokens$/);
  await soon(async () => assert.ok(await page.evaluate("scrollY") as number > 500, "the link led to the section"));
  await page.locator('#sessions a[data-word^="session:"]').first().click();
  await addressBecomes(page, /#session=\w+&prompt=test&order=most\+tokens$/);
  await page.goBack();
  await soon(async () => assert.doesNotMatch(await page.locator(".narrowing").innerText(), /session: /));
});

browserTest("opens a session to its prompts", async (open) => {
  const page = await open(dashboardHtml(report));
  const session = facts.sessions.at(-1);
  assert.ok(session);
  await page.locator("#sessions a.open", { hasText: session.id }).click();
  const prompts = facts.prompts.filter((prompt) => prompt.session === session);
  await soon(async () => assert.equal(await page.locator(".opened tbody tr").count(), prompts.length));
  assert.match(await page.locator(".opened").innerText(), /redacted/);
  assert.equal(await page.locator("a.open[aria-expanded=true]").count(), 1);
  await page.locator("a.open[aria-expanded=true]").click();
  await soon(async () => assert.equal(await page.locator(".opened").count(), 0));
});

browserTest("zooms and searches its flame graphs, keeps both in the address, and resets them", async (open) => {
  const page = await open(dashboardHtml(report), "#prompt=test");
  const flame = page.locator("#cost .flame");
  await flame.locator("input[type=search]").fill("kind:cache_read");
  const test = select(facts, { prompt: "test" });
  const read = tokenKinds(test).find(({ name }) => name === "cache_read")?.value ?? 0;
  const found = new RegExp(`${wholeNumber(read)} tokens`);
  await soon(async () => assert.match(await flame.locator("output").innerText(), found));
  await flame.locator('rect[aria-label^="agent:codex"]').first().click({ position: { x: 2, y: 2 } });
  await addressBecomes(page, /tokens=zoom%3Dproject[^&]*agent[^&]*find/);
  await page.reload();
  await soon(async () => assert.equal(await flame.locator("input[type=search]").inputValue(), "kind:cache_read"));
  await flame.locator('rect[aria-label^="session:"]').first().click({ position: { x: 2, y: 2 } });
  await page.locator('#cost .choices a[data-word^="session:"]').click();
  await soon(async () =>
    assert.match(
      await page.locator(".narrowing").innerText(),
      /session: \w+/,
      "the word of a frame narrows everything",
    )
  );
  await flame.locator("button", { hasText: "Reset" }).click();
  await addressBecomes(page, /#(?!.*tokens=)/);
});

browserTest("can be used with the keyboard alone", async (open) => {
  const page = await open(dashboardHtml(report));
  const bar = page.locator('#work svg a[data-word="prompt:test"]').first();
  for (let step = 0; step < 60 && !await bar.evaluate((link) => link === document.activeElement); step++) {
    await page.keyboard.press("Tab");
  }
  assert.ok(await bar.evaluate((link) => link === document.activeElement), "Tab leads to the bar of a word");
  await page.keyboard.press("Enter");
  await addressBecomes(page, /#prompt=test$/);
  await soon(async () =>
    assert.deepEqual(
      await page.evaluate("[document.activeElement?.dataset.word, document.activeElement?.getAttribute('href')]"),
      ["prompt:test", "#all"],
      "the focus stays on the word, which now widens again",
    )
  );
  await page.keyboard.press("Enter");
  await addressBecomes(page, /#all$/);
});

browserTest("shows no session, one session and 400 sessions", async (open) => {
  const empty = await open(dashboardHtml(emptyReport().report));
  assert.match(await empty.locator("main").innerText(), /No prompts were found\.[^]*No tokens were counted\.[^]*None/);
  const one = await open(dashboardHtml(sampleReport(1).report));
  assert.equal(await one.locator("#sessions tbody tr").count(), 1);
  const many = await open(dashboardHtml(sampleReport(400).report));
  assert.equal(await many.locator("#sessions tbody tr").count(), 100);
  await many.locator("button", { hasText: "Show more of the other 300 sessions" }).click();
  await soon(async () => assert.equal(await many.locator("#sessions tbody tr").count(), 200));
});

browserTest("has no fault that axe-core finds, in light and dark, narrowed and opened", async (open) => {
  // Few sessions hold everything that a page has, and are checked in little time.
  const few = sampleReport(3).report;
  const opened = `#prompt=${few.sessions.at(-1)?.prompts[0]?.tag}&open=${factsOf(few).sessions.at(-1)?.id}`;
  for (const [colorScheme, hash] of [["light", ""], ["dark", opened]] as const) {
    const page = await open(dashboardHtml(few), hash, { colorScheme });
    await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
      "axe.run({ resultTypes: ['violations'] })",
    );
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]), []);
  }
});

browserTest("shows any name as text and runs none", async (open) => {
  for (const name of HOSTILE_NAMES) {
    const page = await open(dashboardHtml(renamedReport(name)), "", { viewport: { width: 390, height: 844 } });
    const word = page.locator("#work a[data-word]").first();
    await word.click();
    assert.ok((await page.locator(".chosen").first().innerText()).length > 10);
    await page.locator("#sessions a.open").first().click();
    assert.equal(await page.locator("script").count(), 4);
    assert.equal(await page.locator("main b, main img, main iframe").count(), 0);
    const text = await page.locator("body").innerText();
    for (const char of ["\u202e", "\u001b", "\u0000", "\u009b"]) assert.ok(!text.includes(char), JSON.stringify(char));
    assert.equal(
      await page.evaluate("document.documentElement.scrollWidth"),
      390,
      `${name.slice(0, 20)} stays on a phone`,
    );
  }
});

browserTest(
  "is printed on A4 without a cut: as wide as the paper, each picture and row on one page, light",
  async (open) => {
    // What a page of 297 mm with margins of 12 mm leaves, at 96 px an inch.
    const page = await open(dashboardHtml(report), "", { viewport: { width: 1031, height: 700 }, colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 1031, "nothing stands out of the paper");
    const cut = await page.evaluate(`[...document.querySelectorAll("figure, .scroll, td, th, figcaption")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
    .map((one) => one.outerHTML.slice(0, 80))`);
    assert.deepEqual(cut, [], "nothing stands out of what it is in");
    const broken = await page.evaluate(`[...document.querySelectorAll("figure, tr")]
    .filter((one) => getComputedStyle(one).breakInside !== "avoid").length`);
    assert.equal(broken, 0, "no picture and no row is split over pages");
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), "rgba(0, 0, 0, 0)");
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('h1')).color"), "rgb(28, 30, 33)");
    assert.equal(await page.locator("nav, .flame-tools, button").filter({ visible: true }).count(), 0);
  },
);

browserTest("is true pictures and tables without script", async (open) => {
  const page = await open(dashboardHtml(report), "", { javaScriptEnabled: false });
  const { prompts, tokens } = totalsOf(facts);
  assert.match(await totalsText(page), new RegExp(`prompts ${prompts} tool`));
  assert.match(await page.locator("#cost .answer").innerText(), new RegExp(`^${wholeNumber(tokens)} tokens`));
  assert.equal(await page.locator("main figure svg[role=img]").count(), 9);
  assert.equal(await page.locator("main a").count(), 0, "nothing looks as if it could be clicked");
});
