import { hash } from "node:crypto";

/** The first `digits` hex digits of the SHA-256 of the parts, told apart whatever they hold. */
export function hashParts(parts: readonly (string | number)[], digits: number): string {
  return hash("sha256", JSON.stringify(parts), "hex").slice(0, digits);
}
