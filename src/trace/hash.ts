import { createHash } from "node:crypto";

/** SHA-256 of a text's UTF-8 bytes as 64 hex digits. Identities in reports are its first digits (contract §6). */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
