import { zstdDecompressSync } from "node:zlib";

/** How a frame opens (RFC 8878, 3.1.1). */
const FRAME = 0xfd2fb528;
/** How one opens that holds no data (3.1.2), but for the last four bits. */
const SKIPPABLE = 0x184d2a50;
const MAGIC_BYTES = 4;
const LENGTH_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
/** A block that repeats one byte. */
const REPEATED = 1;
/** By the bits of a frame's descriptor; the length of the content has one byte more where it is told by a third bit. */
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
const CONTENT_BYTES = [0, 2, 4, 8] as const;

/**
 * Decompresses what a `.zst` file holds, one frame after the other, until `onFrame` answers `false`. Answers whether
 * that was all: of a frame that is cut off only the whole blocks are given, and of what follows a fault nothing. Throws
 * where the file opens with something else than a frame, or with a damaged one.
 */
export function decompress(bytes: Uint8Array, onFrame: (content: Uint8Array) => boolean): boolean {
  for (let at = 0; at < bytes.length;) {
    const magic = numberAt(bytes, at, MAGIC_BYTES);
    if (magic === null) return false;
    const isSkippable = magic - magic % 16 === SKIPPABLE;
    const end = isSkippable ? endOfSkippable(bytes, at) : magic === FRAME ? endOfFrame(bytes, at) : null;
    const isCut = end === null || end > bytes.length;
    if (!isSkippable) {
      let content;
      try {
        content = zstdDecompressSync(bytes.subarray(at, isCut ? bytes.length : end));
      } catch (error) {
        if (at === 0) throw error;
        return false;
      }
      if (!onFrame(content)) return true;
    }
    if (isCut) return false;
    at = end;
  }
  return true;
}

function endOfSkippable(bytes: Uint8Array, start: number): number | null {
  const sizeBytes = numberAt(bytes, start + MAGIC_BYTES, LENGTH_BYTES);
  return sizeBytes === null ? null : start + MAGIC_BYTES + LENGTH_BYTES + sizeBytes;
}

/** Where a frame ends; null where that is not told any more. The decompressor itself says nothing of a missing end. */
function endOfFrame(bytes: Uint8Array, start: number): number | null {
  const descriptor = bytes[start + MAGIC_BYTES];
  if (descriptor === undefined) return null;
  const isSingleSegment = (descriptor & 32) !== 0;
  const windowOrLengthBytes = isSingleSegment && descriptor >> 6 > 0 ? 0 : 1;
  let at = start + MAGIC_BYTES + 1 + windowOrLengthBytes +
    (DICTIONARY_BYTES[descriptor & 3] ?? 0) + (CONTENT_BYTES[descriptor >> 6] ?? 0);
  for (let isLast = false; !isLast;) {
    const header = numberAt(bytes, at, BLOCK_HEADER_BYTES);
    if (header === null) return null;
    isLast = (header & 1) !== 0;
    at += BLOCK_HEADER_BYTES + ((header >> 1 & 3) === REPEATED ? 1 : header >> 3);
  }
  return at + ((descriptor & 4) === 0 ? 0 : CHECKSUM_BYTES);
}

/** A little-endian number; null where the bytes end within it. */
function numberAt(bytes: Uint8Array, at: number, sizeBytes: number): number | null {
  let number = 0;
  for (let index = sizeBytes - 1; index >= 0; index--) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    number = number * 256 + byte;
  }
  return number;
}
