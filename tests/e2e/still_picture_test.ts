/** SVG files where no script runs: in an `<img>`, opened with scripts turned off, and drawn by librsvg, all the same. */
import assert from "node:assert/strict";
import { type Browser, chromium } from "playwright-core";
import { renderArtifacts } from "../../src/render/artifacts.ts";
import { tempFolder } from "../support/program.ts";
import { sampleReport } from "../support/sample_report.ts";

const CHROMIUM = Deno.env.get("CHROMIUM") ?? "";
const RSVG_CONVERT = hasRsvg();
// deno-lint-ignore no-console -- the reason why a test was skipped must be seen
const skip = (why: string): void => console.log(`skipped: ${why}`);
if (CHROMIUM === "") skip("CHROMIUM names no browser");
if (!RSVG_CONVERT) skip("there is no rsvg-convert");

/** A pixel differs where a channel is further off than this of 255: glyphs are smoothed by each program in its own way. */
const CHANNEL_TOLERANCE = 48;
/** Share of pixels that may differ: letters, as each program picks its own sans-serif face; up to 0.024 was measured. */
const PIXEL_TOLERANCE = 0.04;

const { report, profiles } = sampleReport();
/** One of each kind: all flame graphs are drawn alike. */
const SHOWN = ["token-flamegraph.svg", "tag-bars.svg", "command-bars.svg", "timeline.svg"];
const PICTURES = [...renderArtifacts(report, profiles)].filter(([name]) => SHOWN.includes(name));

Deno.test({
  name: "an SVG file of each kind is the same picture in an <img> and opened with scripts turned off, in both themes",
  ignore: CHROMIUM === "",
  fn: () =>
    withBrowser(async (browser, folder) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const still = await browser.newContext({ javaScriptEnabled: false, colorScheme });
        const page = await still.newPage();
        for (const [name, svg] of PICTURES) {
          Deno.writeTextFileSync(`${folder}/${name}`, svg);
          const [width = 0, height = 0] = sizeOf(svg);
          await page.setViewportSize({ width, height });
          await page.goto(`file://${folder}/${name}`);
          const opened = await page.screenshot();
          Deno.writeTextFileSync(
            `${folder}/img.html`,
            `<body style="margin:0"><img style="display:block" src="${name}">`,
          );
          await page.goto(`file://${folder}/img.html`);
          assert.equal(await difference(browser, opened, await page.screenshot()), 0, `${name}, ${colorScheme}`);
        }
      }
    }),
});

Deno.test({
  name: "an SVG file of each kind is drawn by librsvg as by Chromium, but for letters",
  ignore: CHROMIUM === "" || !RSVG_CONVERT,
  fn: () =>
    withBrowser(async (browser, folder) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false, colorScheme: "light" })).newPage();
      for (const [name, svg] of PICTURES) {
        Deno.writeTextFileSync(`${folder}/${name}`, svg);
        const { success, stdout } = new Deno.Command("rsvg-convert", { args: [`${folder}/${name}`] }).outputSync();
        assert.ok(success, name);
        const [width = 0, height = 0] = sizeOf(svg);
        await page.setViewportSize({ width, height });
        await page.goto(`file://${folder}/${name}`);
        const share = await difference(browser, await page.screenshot(), stdout);
        assert.ok(share < PIXEL_TOLERANCE, `${name}: ${(share * 100).toFixed(2)} % of the pixels differ`);
      }
    }),
});

async function withBrowser(use: (browser: Browser, folder: string) => Promise<void>): Promise<void> {
  using folder = tempFolder();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    await use(browser, folder.path);
  } finally {
    await browser.close();
  }
}

function sizeOf(svg: string): readonly number[] {
  return (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).slice(1).map(Number);
}

/** Share of the pixels of two PNG pictures that differ; 1 where their sizes do. */
async function difference(browser: Browser, one: Uint8Array, other: Uint8Array): Promise<number> {
  const page = await browser.newPage();
  const share = await page.evaluate(
    async ([tolerance, ...pictures]) => {
      const [a, b] = await Promise.all(pictures.map(async (picture) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height);
      }));
      if (a === undefined || b === undefined || a.width !== b.width || a.height !== b.height) return 1;
      let differing = 0;
      for (let pixel = 0; pixel < a.data.length; pixel += 4) {
        for (let channel = pixel; channel < pixel + 3; channel++) {
          if (Math.abs((a.data[channel] ?? 0) - (b.data[channel] ?? 0)) <= Number(tolerance)) continue;
          differing++;
          break;
        }
      }
      return differing / (a.width * a.height);
    },
    [CHANNEL_TOLERANCE, base64(one), base64(other)],
  );
  await page.close();
  return share;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function hasRsvg(): boolean {
  try {
    return new Deno.Command("rsvg-convert", { args: ["--version"] }).outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
