import { createHash } from "node:crypto";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Report } from "../../profile/report.ts";
import { counted } from "../numbers.ts";
import { printable } from "../text.ts";
import { DARK, LIGHT, MONOSPACE, PICTURE_CSS, SANS_SERIF, type Theme } from "../theme.ts";
import type { Profiles } from "../captions.ts";
import { Actions } from "./actions.tsx";
import { Cost } from "./cost.tsx";
import { DASHBOARD_CSS } from "./dashboard_css.ts";
import { Losses } from "./losses.tsx";
import { Mixing } from "./mixing.tsx";
import { Projections } from "./projections.tsx";
import { Sessions } from "./sessions.tsx";
import { Totals } from "./totals.tsx";
import { When } from "./when.tsx";
import { Work } from "./work.tsx";
import { joined } from "./words.ts";

export interface DashboardInput {
  readonly report: Report;
  /** By the name of their view; all of `CAPTIONS` but `nonsemantic-system` are drawn. */
  readonly profiles: Profiles;
}

const STYLE = [
  variables(LIGHT),
  `@media screen and (prefers-color-scheme:dark){${variables(DARK)}}`,
  PICTURE_CSS,
  DASHBOARD_CSS,
].join("\n");

/** Nothing may be fetched or run; the page's one style sheet is known by its hash. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const QUESTIONS = [
  ["work", "Work"],
  ["cost", "Tokens"],
  ["actions", "Actions"],
  ["when", "When"],
  ["projections", "One word"],
  ["mixing", "Mixed up"],
  ["losses", "Not read"],
  ["sessions", "Sessions"],
] as const;

/**
 * The dashboard as one HTML page that opens from disk and asks nothing of any host. It does not tell when it was made,
 * so that equal input gives equal bytes. Throws where the profile of a view is missing.
 */
export function dashboardHtml({ report, profiles }: DashboardInput): string {
  return `<!DOCTYPE html>\n${printable(renderToString(<Page report={report} profiles={profiles} />))}\n`;
}

function Page({ report, profiles }: DashboardInput): VNode {
  const agents = Object.entries(report.summary.source_counts).filter(([, count]) => count > 0)
    .map(([agent, count]) => counted(count, `${agent} sessions`));
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${report.project.name}: agent profile`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the answers</a>
        <header>
          <p class="program">agentpprof</p>
          <h1>{report.project.name}</h1>
          <p>
            {agents.length === 0
              ? "No sessions"
              : `${joined(agents)}: where their work and their tokens went, in the words of a local model`}
          </p>
          <nav aria-label="Questions">
            <ul>
              {QUESTIONS.map(([id, name]) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <Totals report={report} />
        <main id="main">
          <Work report={report} />
          <Cost report={report} profiles={profiles} />
          <Actions report={report} profiles={profiles} />
          <When report={report} />
          <Projections profiles={profiles} />
          <Mixing report={report} />
          <Losses report={report} />
          <Sessions report={report} />
        </main>
      </body>
    </html>
  );
}

function variables(theme: Theme): string {
  return `:root{--background:${theme.background};--page:${theme.page};--ink:${theme.ink};--muted:${theme.mutedInk};` +
    `--line:${theme.line};--accent:${theme.accent};--sans:${SANS_SERIF};--mono:${MONOSPACE}}`;
}
