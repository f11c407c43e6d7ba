/** Namespaces: an SVG that is opened by itself is no HTML document, and creates HTML elements only by name. */
export const MARKUP = { html: "http://www.w3.org/1999/xhtml", svg: "http://www.w3.org/2000/svg" } as const;

/** An HTML element with attributes and, where it is given, text, in a document of any kind. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  text?: string,
): HTMLElementTagNameMap[Name];
export function element(name: string, attributes: Readonly<Record<string, string>>, text?: string): Element {
  const made = document.createElementNS(MARKUP.html, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
