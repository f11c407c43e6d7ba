import { frameKind, frameValue } from "../../profile/frame.ts";
import { oklch } from "../color.ts";

/** Hue and chroma of a kind of frame. Kinds that stand next to each other in a stack are far apart in hue. */
interface Tint {
  readonly hue: number;
  readonly chroma: number;
}

const KIND_TINTS: ReadonlyMap<string, Tint> = new Map([
  ["project", { hue: 260, chroma: 0.025 }],
  ["agent", { hue: 225, chroma: 0.05 }],
  ["session", { hue: 85, chroma: 0.085 }],
  ["prompt", { hue: 52, chroma: 0.08 }],
  ["call", { hue: 10, chroma: 0.05 }],
  ["process", { hue: 150, chroma: 0.06 }],
  ["effect", { hue: 195, chroma: 0.055 }],
  ["path", { hue: 118, chroma: 0.06 }],
  ["domain", { hue: 240, chroma: 0.06 }],
  ["model", { hue: 305, chroma: 0.055 }],
  ["kind", { hue: 175, chroma: 0.05 }],
]);

/** How a call ended is told by colour, too: a fixed one for each status. */
const STATUS_TINTS: ReadonlyMap<string, Tint> = new Map([
  ["ok", { hue: 160, chroma: 0.03 }],
  ["fail", { hue: 25, chroma: 0.13 }],
  ["rejected", { hue: 55, chroma: 0.13 }],
  ["interrupted", { hue: 95, chroma: 0.11 }],
  ["timeout", { hue: 320, chroma: 0.1 }],
  ["unknown", { hue: 260, chroma: 0.01 }],
]);

const PLAIN: Tint = { hue: 260, chroma: 0.02 };

/** Shades of one tint, so that neighbours of one kind can be told apart; the value's hash picks one. */
const SHADES = [
  { hueShift: -12, lightnessShift: 0 },
  { hueShift: -7, lightnessShift: 0.035 },
  { hueShift: -3, lightnessShift: -0.02 },
  { hueShift: 3, lightnessShift: 0.02 },
  { hueShift: 7, lightnessShift: -0.035 },
  { hueShift: 12, lightnessShift: 0.01 },
] as const;

/** Lightness of a fill and share of the tint's chroma, by theme. */
const FILLS = {
  light: { lightness: 0.87, chromaShare: 1 },
  dark: { lightness: 0.4, chromaShare: 0.75 },
} as const;

/** Class of a frame's rectangle: the same for equal frames in every run and every picture. */
export function frameClass(frame: string): string {
  const kind = frameKind(frame);
  const value = frameValue(frame);
  if (kind === "status") return `status-${STATUS_TINTS.has(value) ? value : "unknown"}`;
  return `${KIND_TINTS.has(kind) ? kind : "plain"}-${hash(value) % SHADES.length}`;
}

/** Fill by class, for each class that `frameClass()` can give. */
export function frameFills(theme: "light" | "dark"): ReadonlyMap<string, string> {
  const { lightness, chromaShare } = FILLS[theme];
  const fills = new Map<string, string>();
  for (const [kind, { hue, chroma }] of [...KIND_TINTS, ["plain", PLAIN] as const]) {
    for (const [index, { hueShift, lightnessShift }] of SHADES.entries()) {
      fills.set(`${kind}-${index}`, oklch(lightness + lightnessShift, chroma * chromaShare, hue + hueShift));
    }
  }
  for (const [status, { hue, chroma }] of STATUS_TINTS) {
    fills.set(`status-${status}`, oklch(lightness, chroma * chromaShare, hue));
  }
  return fills;
}

/** FNV-1a over the code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
