import { bodyText, type Picture } from "../picture.ts";
import { escapeXml } from "../text.ts";

const GAP = 40;
const HEADING = 40;

/** Pictures next to each other as one, each under its own title and facts. */
export function beside(title: string, pictures: readonly Picture[]): Picture {
  let left = 0;
  const panels = pictures.map((picture) => {
    const x = left;
    left += picture.width + GAP;
    return `<g transform="translate(${x} 0)"><text class="panel" y="12">${escapeXml(picture.title)}</text>` +
      `<text class="facts" y="28">${escapeXml(picture.facts)}</text>\n` +
      `<g transform="translate(0 ${HEADING})">${bodyText(picture)}</g></g>`;
  });
  return {
    title,
    facts: "",
    note: "",
    description: pictures.map((picture) => `${picture.title}, ${picture.facts}. ${picture.description}`).join(". "),
    width: left - GAP,
    height: HEADING + Math.max(...pictures.map((picture) => picture.height)),
    body: panels.join("\n"),
  };
}
