import { deflateRawSync } from "node:zlib";
import { pictureFile } from "../picture.ts";
import { escapeXml } from "../text.ts";
import { THEME_VARIABLES } from "../theme.ts";
import { FLAME_CSS } from "./flame_css.ts";
import { packTree } from "./pack.ts";
import { flamegraph, type FlamegraphOptions } from "./svg.ts";
import { SVG_CLIENT_JS } from "./svg_client_js.ts";
import { flameTree } from "./tree.ts";

const STYLE = THEME_VARIABLES + FLAME_CSS;

/**
 * The flame graph of a profile as an SVG file: a true picture where no script runs, such as in a README, and where it is
 * opened by itself the running one, whose stacks it carries compressed. Largest frames first, equal profile, equal bytes.
 */
export function flamegraphSvg(options: FlamegraphOptions): string {
  const tree = flameTree(options.profile);
  const picture = flamegraph(options, tree);
  if (options.profile.total === 0) return pictureFile(picture);
  const stacks = deflateRawSync(packTree(tree), { level: 9 }).toString("base64");
  return pictureFile(
    picture,
    `<style>${escapeXml(STYLE)}</style>\n<metadata id="stacks">${stacks}</metadata>\n` +
      `<script>${escapeXml(SVG_CLIENT_JS)}</script>`,
  );
}
