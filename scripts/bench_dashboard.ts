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
  readonly "the first word can be clicked": number;
  readonly "all can be clicked": number;
  readonly "zoom": number;
  readonly "search": number;
  /** Until what is in sight is narrowed, and until all is. */
  readonly "narrow to a word": number;
  readonly "narrow everything": number;
}

/** The page says so of itself to those who cannot see it. */
const ALL_DRAWN = "document.querySelector('.narrowing') !== null && !document.querySelector('main[aria-busy]')";
const CHOOSE = "document.querySelector('#work [data-word]').dispatchEvent(new MouseEvent('click', { bubbles: true }));";
const WIDEN = "location.hash = '#all'; await new Promise((done) => setTimeout(done, 50));";
const UNTIL = (condition: string): string => `while (!(${condition})) await new Promise((done) => setTimeout(done));`;

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
    const until = (condition: string): Promise<number> =>
      page.evaluate(`new Promise((done) => {
        const look = () => ${condition} ? done(performance.now()) : setTimeout(look, 1);
        look();
      })`);
    const first = await until("document.querySelector('#work [data-word]') !== null");
    const live = await until(ALL_DRAWN);
    const flame = "document.querySelector('#cost .flame')";
    return {
      "first paint": await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
      "the first word can be clicked": first,
      "all can be clicked": live,
      "zoom": await timed(
        page,
        `${flame}.querySelector('rect[aria-label^="session:"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))`,
      ),
      "search": await timed(
        page,
        `const find = ${flame}.querySelector('input'); find.value = 'cache'; find.dispatchEvent(new Event('input'))`,
      ),
      "narrow to a word": await timed(page, `${CHOOSE} ${UNTIL("document.querySelector('.chosen') !== null")}`),
      "narrow everything": await timed(
        page,
        `${WIDEN} ${UNTIL(ALL_DRAWN)} start = performance.now();
        ${CHOOSE} ${UNTIL(`document.querySelector('.chosen') !== null && ${ALL_DRAWN}`)}`,
      ),
    };
  } finally {
    await browser.close();
  }
}

/** How long some code takes, until the browser has laid out what it changed. */
async function timed(page: Page, code: string): Promise<number> {
  return await page.evaluate(`(async () => {
    let start = performance.now();
    ${code};
    document.body.offsetHeight;
    return performance.now() - start;
  })()`);
}
