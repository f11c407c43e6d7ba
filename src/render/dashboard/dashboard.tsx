import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Report } from "../../profile/report.ts";
import { type Facts, factsOf } from "../facts.ts";
import { FLAME_CSS } from "../flamegraph/flame_css.ts";
import { counted } from "../numbers.ts";
import { sessionProjects, type Tally } from "../tally.ts";
import { printable } from "../text.ts";
import { PICTURE_CSS, THEME_VARIABLES } from "../theme.ts";
import { ANSWER_NAMES, type AnswerName, ANSWERS, placeId } from "./answers.tsx";
import { CLIENT_JS } from "./client_js.ts";
import { packData } from "./data.ts";
import { DASHBOARD_CSS } from "./dashboard_css.ts";
import { LOADER_JS } from "./loader_js.ts";
import { Losses } from "./losses.tsx";
import { shownAtStart } from "./shown.ts";
import { joined } from "./words.ts";

const STYLE = [
  THEME_VARIABLES,
  PICTURE_CSS,
  FLAME_CSS,
  DASHBOARD_CSS,
].join("\n");

/** Nothing may be fetched; the page's style sheet and its scripts are known by their hashes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(LOADER_JS)}' '${hashOf(CLIENT_JS)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const QUESTIONS = [
  ["work", "Work"],
  ["cost", "Tokens"],
  ["actions", "Actions"],
  ["when", "When"],
  ["mixing", "Mixed up"],
  ["losses", "Not read"],
  ["sessions", "Sessions"],
] as const;

/** What stands between the totals and what could not be read. */
const BEFORE_LOSSES = ANSWER_NAMES.filter((name) => name !== "totals" && name !== "sessions");

/**
 * The dashboard as one HTML page that opens from disk and asks nothing of any host: true pictures and tables without a
 * script, and with its script and its data, which it carries compressed, narrowed to any word. It does not tell when it
 * was made, so that equal input gives equal bytes.
 */
export function dashboardHtml(report: Report, facts: Facts = factsOf(report)): string {
  const page = printable(renderToString(<Page report={report} facts={facts} />));
  // What no browser runs or shows as it stands, after everything that can be read without it.
  const scripts = [
    compressed("data", packData({ facts, mixing: report.summary.semantic_mixing })),
    compressed("client", CLIENT_JS),
    `<script>${LOADER_JS}</script>`,
  ].join("\n");
  return `<!DOCTYPE html>\n${page.replace("</body>", () => `\n${scripts}\n</body>`)}\n`;
}

/** An element that holds a text compressed; `inflated()` reads it. */
function compressed(id: string, text: string): string {
  const bytes = deflateRawSync(text, { level: 9 });
  return `<script type="application/octet-stream" id="${id}">${bytes.toString("base64")}</script>`;
}

interface PageProps {
  readonly report: Report;
  readonly facts: Facts;
}

function Page({ report, facts }: PageProps): VNode {
  const agents = Object.entries(report.summary.source_counts).filter(([, count]) => count > 0)
    .map(([agent, count]) => counted(count, `${agent} sessions`));
  const shown = shownAtStart(facts);
  const projects = sessionProjects(facts);
  // The folder that a run over all projects was started in says nothing of what was run.
  const heading = projects.length > 1 ? counted(projects.length, "projects") : report.project.name;
  const answer = (name: AnswerName): VNode => {
    const Answer = ANSWERS[name];
    return <Answer mixing={report.summary.semantic_mixing} shown={shown} />;
  };
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${heading}: agent profile`}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the answers</a>
        <header>
          <p class="program">agentpprof</p>
          <h1>{heading}</h1>
          <p>
            {agents.length === 0
              ? "No sessions"
              : `${joined(agents)}${
                inProjects(projects)
              }: where the work and the tokens went, in the words of a local model`}
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
        <aside class="totals" aria-label="Totals" id={placeId("totals")}>{answer("totals")}</aside>
        <main id="main">
          {BEFORE_LOSSES.map((name) => <div key={name} id={placeId(name)}>{answer(name)}</div>)}
          <Losses report={report} />
          <div id={placeId("sessions")}>{answer("sessions")}</div>
        </main>
      </body>
    </html>
  );
}

const MOST_PROJECTS = 3;

/** Where the sessions were at work, where it is more than one project: the largest of them. */
function inProjects(projects: readonly Tally[]): string {
  if (projects.length < 2) return "";
  const names = projects.slice(0, MOST_PROJECTS).map(({ name }) => name);
  const rest = projects.length - MOST_PROJECTS;
  return ` in ${joined([...names, ...rest > 0 ? [counted(rest, "more projects")] : []])}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
