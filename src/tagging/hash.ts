import { createHash } from "node:crypto";

/** The first `digits` hex digits of the SHA-256 of the parts, told apart whatever they hold. */
export function hashParts(parts: readonly (string | number)[], digits: number): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, digits);
}
