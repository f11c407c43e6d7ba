import assert from "node:assert/strict";
import { frameClass, frameFills } from "../../src/render/flamegraph/palette.ts";
import { DARK, LIGHT, PICTURE_CSS, statusClass } from "../../src/render/theme.ts";

const THEMES = [["light", LIGHT], ["dark", DARK]] as const;

for (const [name, theme] of THEMES) {
  Deno.test(`In the ${name} theme every ink is readable on what it stands on (4.5:1)`, () => {
    for (const ground of [theme.background, theme.page]) {
      for (const ink of [theme.ink, theme.mutedInk, theme.accent]) atLeast(4.5, ink, ground);
    }
    for (const fill of [...theme.frames.values(), theme.hidden, theme.hit]) {
      atLeast(4.5, theme.ink, fill);
      atLeast(4.5, theme.quietInk, fill);
    }
  });

  Deno.test(`In the ${name} theme every bar stands out from the background (3:1)`, () => {
    for (const fill of [theme.bar, ...Object.values(theme.statuses)]) atLeast(3, fill, theme.background);
  });
}

Deno.test("frameClass() tells equal frames alike, kinds apart, and has a fill in both themes", () => {
  const frames = ["session:debug", "prompt:debug", "status:fail", "status:strange", "new_kind:x", "", "no colon"];
  for (const frame of frames) {
    for (const theme of ["light", "dark"] as const) assert.ok(frameFills(theme).has(frameClass(frame)), frame);
  }
  assert.equal(frameClass("session:debug"), frameClass("session:debug"));
  assert.notEqual(frameClass("session:debug"), frameClass("prompt:debug"));
  assert.notEqual(frameClass("status:fail"), frameClass("status:ok"));
});

Deno.test("statusClass() has a fill for any status", () => {
  for (const status of ["ok", "fail", "timeout", "rejected", "interrupted", "unknown", "strange"]) {
    assert.ok(PICTURE_CSS.includes(`.${statusClass(status)}{`), status);
  }
});

function atLeast(ratio: number, color: string, ground: string): void {
  const [lighter = 0, darker = 0] = [luminance(color), luminance(ground)].sort((a, b) => b - a);
  const contrast = (lighter + 0.05) / (darker + 0.05);
  assert.ok(contrast >= ratio, `${color} on ${ground}: ${contrast.toFixed(2)}`);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((channel) => channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
