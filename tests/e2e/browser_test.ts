/** The dashboard in a real Chromium, opened from disk, where the environment names one. */
import assert from "node:assert/strict";
import { type Browser, chromium } from "playwright-core";
import { startFakeServer } from "../support/llama_server.ts";
import { EXAMPLES, program, tempFolder } from "../support/program.ts";

const CHROMIUM = Deno.env.get("CHROMIUM") ?? "";
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
if (CHROMIUM === "") console.log("skipped: CHROMIUM names no browser");

Deno.test({
  name: "the dashboard opens from disk, asks nothing of any host and breaks no rule of its own",
  ignore: CHROMIUM === "",
  fn: async () => {
    using folder = tempFolder();
    await using server = startFakeServer();
    const { code, stderr } = await program(["run", ...EXAMPLES, "--out", folder.path, "--llama-url", server.url]);
    assert.equal(code, 0, stderr);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    try {
      for (const name of ["index.html", "token-flamegraph.svg", "timeline.svg"]) {
        await checkPage(browser, `file://${folder.path}/${name}`, name);
      }
    } finally {
      await browser.close();
    }
  },
});

async function checkPage(browser: Browser, url: string, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } });
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(url);
    assert.deepEqual(asked, [url], `${name} asks for itself alone`);
    assert.deepEqual(said, [], `${name} is quiet in the console`);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (name === "index.html") assert.equal(overflow, 0, "nothing stands out of a phone's width");
    assert.match(await page.content(), /811,927 tokens|sessions/);
    await page.close();
  }
}
