import { type Fields, fields, fieldsOrNull, list, text } from "../narrow.ts";

/** What a `user` record of a session is, once its flags and its text were looked at (README, "Prompts"). */
export type UserRecord =
  | { readonly is: "prompt"; readonly text: string }
  /** A slash command: a prompt only if the model was asked something for it. `isPlain`: written as it was typed. */
  | { readonly is: "slash"; readonly text: string; readonly isPlain: boolean }
  /** What a slash command was expanded to, or a skill's words. */
  | { readonly is: "expansion"; readonly text: string }
  /** What a slash command printed. */
  | { readonly is: "output"; readonly text: string }
  | { readonly is: "results" }
  | { readonly is: "summary" }
  | { readonly is: "notification"; readonly text: string }
  | { readonly is: "other" };

const OTHER: UserRecord = { is: "other" };

/** Begins what the program puts into a person's text. */
const INSERTED = /<(system-reminder|ide_opened_file|ide_selection)>/g;

/** The `origin` of what its parent sends to a subagent, or a person types to it, and the program's words around it (2.1.220). */
const PARENT = "coordinator";
const PERSON = "human";
const MAIL =
  /^The \w+ sent a (?:new )?message while you were working:\n([\s\S]*?)\n\n(?:Address this before completing|This is how Claude Code surfaces) .*$/;
/** What a forked subagent begins with: the task that makes it another one stands behind it. */
const FORK = /^<fork-boilerplate>\n[\s\S]*?<\/fork-boilerplate>\n\nYour directive: ([\s\S]*)$/;
/** Messages of a team, as a member gets them; and how one of its lead begins. */
const TEAM = /^(?:Another Claude session sent a message:\n)?<teammate-message /;
const LEAD = /<(teammate-message) teammate_id="team-lead".*>\n/g;

/** Begins what the program puts around text that a person pasted (2.1.331), and parts it from what was typed. */
const PASTED = /(?:\n\n)?<(pasted_content id="\w+")>\n/g;
const BEHIND_PASTED = "\n\n";

/** Texts that start so were written by the program, not by a person. */
const SYNTHETIC =
  /^(\[Request interrupted by user|<local-command-(stderr|caveat)>|Caveat: The messages below were generated|<bash-(input|stdout|stderr)>|<(?:session-start|post-tool-use|user-prompt-submit)-hook>|<user-memory-input>|(?:Another Claude session sent a message:\n)?<teammate-message|<cross-session-message|<channel-message|<github-webhook-activity|<remote-review|<new-diagnostics>|<tick>|Base directory for this skill:|Stop hook feedback:|\w+ operation feedback:\n- |Unknown (slash command|skill): \S+$|This skill can only be invoked by Claude, |\(no content\)$)/;

/** What the program puts before a skill's words. */
const SKILL_FOLDER = /^Base directory for this skill: .*\n/;

/** The `promptSource` of what a person or a script asked, whatever the text looks like. */
const TYPED: readonly string[] = ["typed", "sdk"];

/** Begins a notice that a background task has ended; 2.0.64 to 2.0.76 have the first two names. */
const NOTICE = "<(?:bash|agent|task)-notification>";
const BEGINS_NOTICE = new RegExp(`^${NOTICE}`);
/** What stands before those that wake a subagent which was done (2.1.260). */
const FRAME = "\\[SYSTEM NOTIFICATION - NOT USER INPUT\\]\\n[\\s\\S]*?\\n\\n";
const WAKING = new RegExp(`^${FRAME}(?=${NOTICE})`);
/** An agent's answer inside of a notice may show another one. */
const BETWEEN_NOTICES = new RegExp(`(?<=${NOTICE.replace("<", "</")})\\s+(?:${FRAME})?(?=${NOTICE})`);

const CONTINUED = "This session is being continued from a previous conversation";

/** Whether words of the program tell the agent that background tasks have ended. */
export function isNotice(words: string): boolean {
  return BEGINS_NOTICE.test(words);
}

/** The notices that words hold, of a task each. */
export function noticesIn(words: string): readonly string[] {
  return isNotice(words) ? words.split(BETWEEN_NOTICES) : [];
}

/** The text of a message's content: the string itself, or its text blocks joined. */
export function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  return list(content).map(fields).filter((block) => block.type === "text").map((block) => text(block.text) ?? "")
    .join("\n");
}

/** What a person typed, as it stands in a message's content; `[image]` or `[document]` where that is all. */
export function typedWords(content: unknown): string {
  const clean = withoutInserted(contentText(content));
  return clean === "" ? shownInstead(list(content).map(fields)) : withoutFrames(clean);
}

/** Tells a `user` record's kind; `inSubagent` where the prompts come from another session. */
export function classifyUser(record: Fields, inSubagent: boolean): UserRecord {
  const content = fields(record.message).content;
  const blocks = list(content).map(fields);
  if (record.isCompactSummary === true || record.isVisibleInTranscriptOnly === true) return { is: "summary" };
  // It stands beside a result that the program made up.
  const directive = inSubagent ? FORK.exec(contentText(content))?.[1] : undefined;
  if (directive !== undefined) return { is: "prompt", text: directive };
  if (fieldsOrNull(record.toolUseResult) !== null || blocks.some((block) => block.type === "tool_result")) {
    return { is: "results" };
  }
  const whole = contentText(content);
  const clean = withoutInserted(whole);
  const isTyped = TYPED.includes(text(record.promptSource) ?? "");
  if (!isTyped && clean.startsWith(CONTINUED)) return { is: "summary" };
  const notices = whole.replace(WAKING, "");
  if (!isTyped && isNotice(notices)) return { is: "notification", text: notices };
  const origin = text(fields(record.origin).kind);
  const isSent = origin === PARENT || (origin === PERSON && record.isMeta === true);
  if (inSubagent && isSent) return { is: "prompt", text: clean.replace(MAIL, "$1") };
  const ordered = inSubagent && TEAM.test(clean) ? leadsWords(clean) : "";
  if (ordered !== "") return { is: "prompt", text: ordered };
  // Saved output does not flag the words of a skill with which a subagent is started.
  if (record.isMeta === true || (inSubagent && SKILL_FOLDER.test(clean))) {
    return isCaveat(whole) ? OTHER : { is: "expansion", text: clean.replace(SKILL_FOLDER, "").trim() };
  }
  if (origin !== null && origin !== PERSON && !inSubagent) return OTHER;
  if (record.promptSource === "system" && !inSubagent) return OTHER;
  // A plan that goes on in a new session (2.1.80, 2.1.150).
  if (typeof record.planContent === "string") return OTHER;
  if (clean === "") {
    const shown = shownInstead(blocks);
    return shown === "" ? OTHER : { is: "prompt", text: shown };
  }
  if (isSlashRecord(clean)) return { is: "slash", text: withoutFrames(slashText(clean)), isPlain: false };
  // The TUI of 2.1.250 writes its own `/compact` so as well; where there is no such command, the model is asked.
  if (isSlash(clean)) return { is: "slash", text: withoutFrames(clean), isPlain: true };
  if (!isTyped && clean.startsWith("<local-command-stdout>")) return { is: "output", text: clean };
  if (!isTyped && SYNTHETIC.test(clean)) return OTHER;
  return { is: "prompt", text: withoutFrames(clean) };
}

/** What a team's lead sends to a member; the program itself sends JSON. */
function leadsWords(messages: string): string {
  const words: string[] = [];
  replaceBlocks(messages, LEAD, "\n", (inside) => {
    if (!inside.startsWith('{"type":"')) words.push(inside);
    return "";
  });
  return words.join("\n\n");
}

function withoutInserted(words: string): string {
  return replaceBlocks(words, INSERTED, "", () => "").trim();
}

/** What stands for a message without words; empty where nothing does. */
function shownInstead(blocks: readonly Fields[]): string {
  const shown = blocks.find(({ type }) => type === "image" || type === "document");
  return shown === undefined ? "" : `[${text(shown.type)}]`;
}

/** What a person typed and pasted. */
function withoutFrames(words: string): string {
  return replaceBlocks(words, PASTED, "\n", (pasted) => pasted, BEHIND_PASTED).trim();
}

/**
 * Puts something in the place of blocks that begin so and end with the same name. What nothing closes is looked for once:
 * a text may be long and hold many beginnings.
 */
function replaceBlocks(
  words: string,
  opening: RegExp,
  beforeClosing: string,
  make: (inside: string) => string,
  afterClosing = "",
): string {
  const unclosed = new Set<string>();
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: mark, 1: name = "", index } of words.matchAll(opening)) {
    if (index < at || unclosed.has(name)) continue;
    const closing = `${beforeClosing}</${name}>`;
    const end = words.indexOf(closing, index + mark.length);
    if (end < 0) unclosed.add(name);
    else {
      pieces.push(words.slice(at, index), make(words.slice(index + mark.length, end)));
      at = end + closing.length;
      if (words.startsWith(afterClosing, at)) at += afterClosing.length;
    }
  }
  return pieces.join("") + words.slice(at);
}

/** The words with which the program introduces a local command, as `isMeta` records. */
function isCaveat(whole: string): boolean {
  return /^(<local-command-caveat>|Caveat: |<system-reminder>)/.test(whole.trimStart());
}

/** Whether a text has the form of a slash command; a path is none. */
export function isSlash(words: string): boolean {
  return /^\/[a-z][\w:-]*(\s|$)/.test(words);
}

/** Whether it is all members of a slash command's record: a person may type the first of them. */
function isSlashRecord(clean: string): boolean {
  return /^<command-(name|message)>/.test(clean) && clean.replace(/<([\w-]+)>[\s\S]*?<\/\1>/g, "").trim() === "";
}

/** `/name args` of a slash command's record. */
function slashText(clean: string): string {
  const name = /<command-name>\/?([\s\S]*?)<\/command-name>/.exec(clean)?.[1] ??
    /<command-message>([\s\S]*?)<\/command-message>/.exec(clean)?.[1] ?? "";
  const args = /<command-args>([\s\S]*?)<\/command-args>/.exec(clean)?.[1] ?? "";
  return `/${name.trim()} ${args.trim()}`.trim();
}

/**
 * What came while the agent was busy: the words that a person typed, or a subagent's parent sent, which are only in this
 * attachment, or a notice; empty where the record is no such thing.
 */
export function queuedCommand(record: Fields, inSubagent: boolean): string {
  const attachment = fields(record.attachment);
  if (attachment.type !== "queued_command" || record.isMeta === true) return "";
  const words = contentText(attachment.prompt).trim();
  if (isNotice(words)) return words;
  const origin = text(fields(attachment.origin).kind);
  if (inSubagent) return origin === PARENT || origin === PERSON ? words : "";
  const isPersons = [null, "prompt"].includes(text(attachment.commandMode)) && [null, PERSON].includes(origin);
  return isPersons ? typedWords(attachment.prompt) : "";
}
