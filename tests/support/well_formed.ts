import { fail } from "node:assert/strict";

const TOKEN = /<!DOCTYPE html>|<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE_NAME = /([\w:-]+)="/g;
const LOOSE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|#39);)/;
/** What XML 1.0 has no place for, not even as a reference. */
const FORBIDDEN = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r]]/v;

/** Fails where a text is not well-formed XML of the plain sort that is written here: elements, attributes in double quotes, text. */
export function assertWellFormed(markup: string): void {
  if (FORBIDDEN.test(markup)) fail("A character stands in the markup that XML 1.0 forbids");
  if (LOOSE_AMPERSAND.test(markup)) fail("An ampersand stands in the markup that begins no known entity");
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < markup.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(markup);
    if (token === null) fail(`No tag and no text: ${markup.slice(at, at + 120)}`);
    const [, closed, opened, attributes = "", selfClosed] = token;
    const names = [...attributes.matchAll(ATTRIBUTE_NAME)].map(([, name]) => name);
    if (new Set(names).size < names.length) fail(`An attribute stands twice: ${token[0]}`);
    if (opened !== undefined && selfClosed !== "/") open.push(opened);
    if (closed !== undefined && open.pop() !== closed) fail(`Closed but not open: ${token[0]}, at ${at}`);
  }
  if (open.length > 0) fail(`Never closed: ${open.join(", ")}`);
}

/** A page without the data and the script at its end. */
export function withoutScripts(page: string): string {
  const start = page.indexOf('<script type="application/octet-stream"');
  return start === -1 ? page : `${page.slice(0, start)}</body></html>\n`;
}
