/**
 * How large the dashboard is and how quickly it answers: `CHROMIUM=… deno task bench-dashboard`. Reports of made sessions
 * whose footprints (and nearly as many of whose tokens) lie in 10,000 and in 100,000 different stacks, and one of 10,000
 * sessions; each page is opened from disk in a fresh Chromium. Medians of five.
 */
import { chromium, type Page } from "playwright-core";
import { dashboardHtml } from "../src/render/dashboard/dashboard.tsx";
import { sampleReport } from "../tests/support/sample_report.ts";

const RUNS = 5;
const SESSIONS = [215, 3200, 10_000];

/** In milliseconds, each with the layout that follows it. */
interface Times {
  readonly "first paint": number;
  readonly "all can be clicked": number;
  readonly "zoom": number;
  readonly "search": number;
  readonly "narrow to a word": number;
}

const executablePath = Deno.env.get("CHROMIUM") ?? "";
if (executablePath === "") throw new Error("Cannot open a page: CHROMIUM names no browser");
const folder = Deno.makeTempDirSync({ prefix: "agentpprof-bench-" });
try {
  for (const sessions of Deno.args.length > 0 ? Deno.args.map(Number) : SESSIONS) await measure(sessions);
} finally {
  Deno.removeSync(folder, { recursive: true });
}

async function measure(sessions: number): Promise<void> {
  const { report, profiles } = sampleReport(sessions);
  const start = performance.now();
  const html = dashboardHtml(report);
  const seconds = (performance.now() - start) / 1000;
  const path = `${folder}/${sessions}.html`;
  Deno.writeTextFileSync(path, html);
  const stacks = ["semantic-system", "semantic-token"].map((view) => profiles[view]?.samples.length ?? 0);
  console.log(`${sessions} sessions, ${stacks.join(" + ")} stacks: ${new TextEncoder().encode(html).length} bytes`);
  console.log(`  written in ${seconds.toFixed(2)} s`);
  const runs: Times[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await timesOf(path));
  for (const name of Object.keys(runs[0] ?? {}) as (keyof Times)[]) {
    const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
    console.log(`  ${name}: ${sorted[Math.floor(RUNS / 2)]?.toFixed(0)} ms (${sorted.map(Math.round).join(" ")})`);
  }
}

async function timesOf(path: string): Promise<Times> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`file://${path}`, { waitUntil: "commit" });
    const live = await page.evaluate<number>(`new Promise((done) => {
      const look = () => document.querySelector("#list a") === null ? setTimeout(look, 2) : done(performance.now());
      look();
    })`);
    const flame = "document.querySelector('#cost .flame')";
    return {
      "first paint": await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
      "all can be clicked": live,
      "zoom": await timed(
        page,
        `${flame}.querySelector('rect[aria-label^="session:"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
      ),
      "search": await timed(
        page,
        `const find = ${flame}.querySelector('input'); find.value = 'cache'; find.dispatchEvent(new Event('input'))`,
      ),
      "narrow to a word": await timed(
        page,
        `document.querySelector('#work [data-word]').dispatchEvent(new MouseEvent('click', { bubbles: true }));
         await new Promise((done) => addEventListener('hashchange', done, { once: true }))`,
      ),
    };
  } finally {
    await browser.close();
  }
}

/** How long some code takes, until the browser has laid out what it changed. */
async function timed(page: Page, code: string): Promise<number> {
  return await page.evaluate(`(async () => {
    const start = performance.now();
    ${code};
    document.body.offsetHeight;
    return performance.now() - start;
  })()`);
}
