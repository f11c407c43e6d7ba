/** What a frame's value may not hold: everything but letters and digits of any script and `._:/+-` (contract §5). */
const FORBIDDEN_RUN = /[^\p{L}\p{N}._:/+-]+/gu;

/**
 * One frame of a stack as text, `kind:value`: the value in lower case and NFC, each run of characters that the folded
 * format does not allow as one `_`. An empty value is written as `unknown`.
 */
export function frame(kind: string, value: string): string {
  const clean = value.toLowerCase().normalize("NFC").replace(FORBIDDEN_RUN, "_");
  return `${kind}:${clean === "" ? "unknown" : clean}`;
}

/** The kind of a frame: what stands before its first colon. */
export function frameKind(frame: string): string {
  return frame.slice(0, frame.indexOf(":"));
}

/** The value of a frame: what stands after its first colon. */
export function frameValue(frame: string): string {
  return frame.slice(frame.indexOf(":") + 1);
}
