import type { CommandFacts, Shell } from "../shell/command.ts";
import { domainsOf } from "../shell/domains.ts";
import { patchedCode } from "../shell/patch.ts";
import { resolvePath } from "../shell/paths.ts";
import { knownFile } from "../trace/path_group.ts";
import type { Dialect } from "../shell/windows.ts";
import type { Effect, Status } from "../trace/effect.ts";
import { ShownCode } from "./shown_code.ts";
import { textOrNull } from "./text.ts";
import type { KeyedToolCall } from "./part.ts";
import type { ParseContext } from "./source.ts";
import type { Outcome } from "./status.ts";
import type { ToolRow } from "./tool_kinds.ts";

/** A tool call while its file is read: its result comes later. */
export type ToolDraft = { -readonly [Member in keyof KeyedToolCall]: KeyedToolCall[Member] };

/** What is known of a tool call when it is met. */
export interface ToolStart {
  /** The agent's own id of the call. */
  readonly id: string;
  /** Tells calls apart to which a gateway gave one id; not told: the file does. */
  readonly scope?: string;
  readonly name: string;
  readonly row: ToolRow;
  readonly tsMs: number | null;
  readonly promptKey: string | null;
  /** A shell's command line or arguments; null for a tool that is no shell. */
  readonly command: string | readonly string[] | null;
  /** What a tool that is no shell was asked. */
  readonly request: string | null;
  readonly cwd: string | null;
  /** As they are written in the log; for tools that are no shell. */
  readonly paths: readonly string[];
  readonly urls: readonly string[];
  /** Instead of the row's, where the call's input says more. */
  readonly effect?: Effect;
}

/** What a call did, as far as it is known. */
type CallFacts = Pick<CommandFacts, "commandName" | "processChain" | "paths" | "domains"> & {
  readonly effect: Effect | null;
};

const NO_FACTS: CallFacts = { commandName: null, processChain: [], effect: null, paths: [], domains: [] };

/** Ids of tool calls that no two calls share: `toolu_…`, `call_…`, `exec-<uuid>`, `ws_…`. */
const PROVIDERS_ID = /^(?:(?:srv)?toolu|call|exec|ws|fc|ctc)[_-][\w-]{12,}$/;

/** Whether no other call can have this id. */
export function isProvidersId(id: string): boolean {
  return PROVIDERS_ID.test(id);
}

/** Effects of commands that may change the files which they name. */
const CHANGING: ReadonlySet<Effect> = new Set(["write", "delete", "repo"]);

/** A command that shows one file from its beginning: all of it, or so many lines. */
const SHOWS =
  /^(?:(?:\/bin\/|\/usr\/bin\/)?\w*sh -l?c )?(?:cat|sed -n ['"]?1,(?<lines>\d+)p['"]?) ["']?[^\s"'|&;<>*?-][^\s"'|&;<>*?]*["']?$/;

/** Where commands are understood; counts those for which only the vaguer rule was left. */
export class ToolReader {
  unparsedCommands = 0;
  /** The code of the project's that the session has shown so far. */
  code = new ShownCode();
  readonly #context: ParseContext;

  constructor(context: ParseContext) {
    this.#context = context;
  }

  /** Providers' ids are equal in any copy; a gateway may give an id such as `functions.Bash:0` again and again. */
  key(id: string, scope = this.#context.file): string {
    return isProvidersId(id) ? id : `${scope}#${id}`;
  }

  draft(start: ToolStart): ToolDraft {
    const line = typeof start.command === "string" ? start.command : start.command?.join(" ") ?? null;
    const facts = this.#context.shell === null ? NO_FACTS : this.#factsOf(this.#context.shell, start);
    return {
      key: this.key(start.id, start.scope),
      callId: start.id,
      promptKey: start.promptKey,
      tsMs: start.tsMs,
      toolName: start.name,
      kind: start.row.kind,
      commandName: facts.commandName,
      command: textOrNull(line ?? start.request, this.#context.makeText),
      processChain: facts.processChain,
      effect: start.effect ?? facts.effect ?? start.row.effect,
      status: "unknown",
      exitCode: null,
      durationMs: null,
      paths: facts.paths,
      domains: facts.domains,
    };
  }

  #factsOf(shell: Shell, { command, cwd, paths, urls, row }: ToolStart): CallFacts {
    if (command !== null) return this.#understand(shell, command, cwd, row.dialect);
    const absolute = row.namesFiles === true ? this.filePaths(paths, cwd) : this.absolutePaths(paths, cwd);
    return { ...NO_FACTS, paths: absolute, domains: domainsOf(urls) };
  }

  /** What a command printed; `text` is whole. A file that it shows from end to end is known from then on. */
  printed(draft: ToolDraft, text: string): void {
    const [path, ...others] = draft.paths;
    const shows = SHOWS.exec(draft.command?.excerpt ?? "");
    if (shows === null || path === undefined || others.length > 0 || draft.effect !== "read") return;
    const lines = shows.groups?.lines;
    if (lines === undefined || text.trimEnd().split("\n").length < Number(lines)) this.code.wrote(path, text, true);
  }

  /** What an edit's patch did to code; files of which the patch tells nothing are not known from then on. */
  patched(draft: ToolDraft, patch: string, cwd: string | null): void {
    if (draft.paths.length === 0) return;
    const code = new Map(patchedCode(patch).map((file) => [this.filePaths([file.path], cwd)[0], file]));
    for (const path of draft.paths) {
      const file = code.get(path);
      if (file === undefined) this.code.forget(path);
      else this.code.wrote(path, file.added, file.isNew);
    }
  }

  /** A call has ended: of an edit that failed nothing tells what its files hold. */
  edited({ kind, paths }: ToolDraft, { status }: Pick<Outcome, "status">): void {
    if (kind !== "edit" || status === "ok" || status === "unknown") return;
    for (const path of paths) this.code.forget(path);
  }

  /** As `absolutePaths`, of what is known to be files. */
  filePaths(paths: readonly string[], cwd: string | null): readonly string[] {
    return [...new Set(this.absolutePaths(paths, cwd).map(knownFile))];
  }

  absolutePaths(paths: readonly string[], cwd: string | null): readonly string[] {
    if (paths.length === 0) return paths;
    const absolute = paths.map((path) => resolvePath(path, cwd, this.#context.home)).filter((path) => path !== null);
    return [...new Set(absolute)];
  }

  #understand(
    shell: Shell,
    command: string | readonly string[],
    cwd: string | null,
    dialect: Dialect | undefined,
  ): CommandFacts {
    const { home } = this.#context;
    const facts = shell.understand(command, { cwd, home, ...(dialect === undefined ? {} : { dialect }) });
    if (!facts.parsed) this.unparsedCommands++;
    if (CHANGING.has(facts.effect)) facts.paths.forEach((path) => this.code.forget(path));
    for (const { path, code, isWhole } of facts.written) this.code.wrote(path, code, isWhole);
    const effect = facts.script === null ? null : this.code.effectOf(facts.script);
    return effect === null ? facts : { ...facts, effect };
  }
}

/** A draft as it is marked: without any text of the log, and as it is now. */
export function withoutText(draft: ToolDraft): ToolDraft {
  const { command, processChain, paths, domains } = draft;
  return {
    ...draft,
    command: command === null ? null : { sha256: command.sha256, excerpt: null },
    processChain: [...processChain],
    paths: [...paths],
    domains: [...domains],
  };
}

/** Writes an outcome into a draft. */
export function endToolCall(draft: ToolDraft, outcome: Outcome, endMs: number | null): void {
  draft.status = outcome.status;
  draft.exitCode = outcome.exitCode;
  draft.durationMs = outcome.durationMs ??
    (endMs !== null && draft.tsMs !== null && endMs >= draft.tsMs ? endMs - draft.tsMs : null);
}

/** A background command's end, told by a poll: only where nothing else has told it. */
export function settle(draft: ToolDraft, outcome: { status: Status; exitCode: number | null }): void {
  if (draft.status !== "unknown") return;
  draft.status = outcome.status;
  draft.exitCode = outcome.exitCode;
}
