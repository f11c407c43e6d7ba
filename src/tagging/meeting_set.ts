import type { Fragment } from "./question.ts";

/** A fragment and the words of the vocabulary `work` that a careful person would accept for it. */
export interface LabelledFragment extends Fragment {
  readonly words: readonly string[];
}

/** What a model is asked when it is first met: a part of the labelled set of `tests/tagging/labelled/tune.jsonl`. */
export const MEETING_SET: readonly LabelledFragment[] = [
  {
    kind: "session",
    fragment: "Terraform for staging; create terraform for a staging environment like prod, smaller",
    words: ["cloud", "config", "environment", "deploy", "create", "container"],
  },
  {
    kind: "session",
    fragment: "bitte die Datumsanzeige reparieren, sie zeigt den Monat falsch",
    words: ["date", "fix", "debug", "format"],
  },
  {
    kind: "session",
    fragment: "Translate docs to Japanese; translate docs/ into Japanese, keep code blocks",
    words: ["translate", "document"],
  },
  {
    kind: "session",
    fragment: "Upgrade to React 19; upgrade react to 19 and fix what breaks",
    words: ["upgrade", "dependency", "migrate", "version", "fix", "type"],
  },
  {
    kind: "session",
    fragment: "Dockerize the worker; write a Dockerfile for worker/",
    words: ["container", "package", "build", "deploy", "image", "write", "create"],
  },
  {
    kind: "session",
    fragment: "Accessibility of the date picker; make the date picker usable with the keyboard",
    words: ["date", "input", "fix", "implement", "test", "audit"],
  },
  {
    kind: "session",
    fragment:
      "Pagination bug; The orders listing test fails: page 1 does not start at order 1. Find out why, fix it, and run the whole test suite",
    words: ["page", "fix", "debug", "test", "order", "list"],
  },
  {
    kind: "session",
    fragment: "API for invoices; design and implement REST endpoints for invoices",
    words: ["api", "invoice", "implement", "design", "add", "create"],
  },
  {
    kind: "session",
    fragment: "Websocket reconnect; the client does not reconnect after the laptop wakes up",
    words: ["network", "retry", "fix", "client", "debug", "stream", "implement"],
  },
  {
    kind: "session",
    fragment: "Plan multi-tenancy; think about how to make the app multi-tenant. only a plan",
    words: ["plan", "design", "architecture", "discuss", "research"],
  },
  {
    kind: "session",
    fragment: "hazme un script que redimensione todas las imágenes de una carpeta",
    words: ["image", "script", "create", "write", "convert", "file", "folder"],
  },
  {
    kind: "session",
    fragment:
      'java.lang.NullPointerException: Cannot invoke "String.length()" because "name" is null at … vocableHandlerMethod.java:0)',
    words: ["fix", "debug", "error"],
  },
  {
    kind: "prompt",
    fragment: "send an email when a build fails",
    words: ["email", "notify", "alert", "add", "build", "implement", "create", "error"],
  },
  { kind: "prompt", fragment: "deploy the staging branch to fly.io", words: ["deploy", "release", "publish", "cloud"] },
  {
    kind: "prompt",
    fragment: "which file defines the Order type",
    words: ["search", "question", "type", "explain", "list", "order", "file", "read"],
  },
  {
    kind: "prompt",
    fragment: "open a pull request for this branch",
    words: ["pull", "review", "merge", "branch", "create"],
  },
  {
    kind: "prompt",
    fragment: "We switch from MySQL to PostgreSQL. Bring the users table over, no downtime allowed",
    words: ["migrate", "database", "move", "convert", "table", "user"],
  },
  {
    kind: "prompt",
    fragment:
      "FAIL src/cart.test.ts > total > applies the discount once AssertionError: expected 81 to b … tal()).toBe(90) | ^ please fix",
    words: ["fix", "test", "debug", "error"],
  },
  {
    kind: "prompt",
    fragment: "The CSV parser has no tests yet. Cover empty input and newlines inside quotes",
    words: ["test", "parse", "write", "coverage"],
  },
  {
    kind: "prompt",
    fragment: "Ajoute un bouton pour exporter la liste en CSV",
    words: ["export", "add", "button", "create", "implement", "list", "file"],
  },
  {
    kind: "prompt",
    fragment: "let the user upload an avatar, max 2 MB, resize to 0px",
    words: ["upload", "image", "add", "implement", "user", "file", "create", "limit"],
  },
  {
    kind: "prompt",
    fragment: "resolve the merge conflicts in package-lock.json",
    words: ["merge", "conflict", "fix", "dependency"],
  },
  {
    kind: "prompt",
    fragment:
      "make this query faster SELECT o.id, o.total, c.name, (SELECT count(*) FROM items i WHERE i … BY o.created_at DESC LIMIT 50;",
    words: ["query", "database", "performance", "index", "refactor"],
  },
  {
    kind: "prompt",
    fragment: "why does `retryDelay` double after every failure? no changes, just tell me",
    words: ["explain", "question", "retry"],
  },
  {
    kind: "llm_call",
    fragment:
      "Three options: (1) keep SQLite and add WAL, (2) Postgres, (3) DuckDB for analytics. I reco … e you need concurrent writers",
    words: ["compare", "database", "explain", "discuss", "plan"],
  },
  {
    kind: "llm_call",
    fragment:
      "The bug is an off-by-one: page 1 is treated as page 0. I'll change the offset computation Edit a file: src/orders.ts",
    words: ["fix", "edit", "page", "debug", "order"],
  },
  {
    kind: "llm_call",
    fragment: "Show the differences, show which files changed: git diff --stat; git status",
    words: ["diff", "status", "review", "read", "list", "history", "commit"],
  },
  {
    kind: "llm_call",
    fragment: "The heap snapshot shows 0 detached listeners: every reconnect adds one and none is removed",
    words: ["memory", "debug", "explain", "investigate", "analyze", "event", "report"],
  },
  {
    kind: "llm_call",
    fragment: "You're welcome! Let me know if you need anything else",
    words: ["thank", "greet", "chat", "confirm"],
  },
  {
    kind: "llm_call",
    fragment: "Edit a file: src/components/Sidebar.tsx",
    words: ["edit", "layout", "menu", "navigation", "style", "implement", "fix"],
  },
  {
    kind: "llm_call",
    fragment: "Plan the steps: 1. inject clock 2. replace timers 3. delete old code",
    words: ["plan", "list", "schedule", "refactor"],
  },
  {
    kind: "llm_call",
    fragment: "Creating the schema for invoices, with a foreign key to orders Write a file: migrations/0_invoices.sql",
    words: ["schema", "database", "create", "migrate", "invoice", "write", "add"],
  },
  {
    kind: "llm_call",
    fragment: "Run a script: python scripts/report.py --top 3 --json",
    words: ["run", "report", "script", "test", "verify"],
  },
  {
    kind: "llm_call",
    fragment: "Show the history of commits: git log --oneline -20",
    words: ["history", "log", "read", "commit", "list"],
  },
  {
    kind: "llm_call",
    fragment:
      "The build fails because OpenSSL's headers are missing. I'll install them and configure again Install packages, build the program: apt-get install -y libssl-dev && cmake -B build",
    words: ["install", "build", "fix", "dependency", "config", "debug"],
  },
  {
    kind: "llm_call",
    fragment: "Delegate to another agent: Review the error handling of the TypeScript part",
    words: ["delegate", "review", "error", "audit"],
  },
];
