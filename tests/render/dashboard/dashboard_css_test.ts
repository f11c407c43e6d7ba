import assert from "node:assert/strict";
import { assertGolden } from "../../support/golden.ts";

Deno.test("dashboard_css.ts holds dashboard.css, as only modules can be imported from a folder, over http and in a compiled program alike", () => {
  const css = Deno.readTextFileSync(new URL("../../../src/render/dashboard/dashboard.css", import.meta.url));
  assert.doesNotMatch(css, /[`\\]|\$\{|<\//);
  assertGolden(
    "src/render/dashboard/dashboard_css.ts",
    "/** Text of `dashboard.css`. Written by `deno task bless`: change the style sheet, not this copy. */\n" +
      `export const DASHBOARD_CSS = \`${css}\`;\n`,
  );
});
