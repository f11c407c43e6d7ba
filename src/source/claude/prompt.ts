import { type Fields, fields, fieldsOrNull, list, text } from "../narrow.ts";

/** What a `user` record of a session is, once its flags and its text were looked at (README, "Prompts"). */
export type UserRecord =
  | { readonly is: "prompt"; readonly text: string }
  /** A slash command: a prompt only if the model was asked something for it. */
  | { readonly is: "slash"; readonly text: string }
  /** What a slash command was expanded to. */
  | { readonly is: "expansion" }
  | { readonly is: "results" }
  | { readonly is: "summary" }
  | { readonly is: "notification"; readonly text: string }
  | { readonly is: "other" };

const OTHER: UserRecord = { is: "other" };

/** Blocks that the program puts into a person's text. */
const INSERTED = /<(system-reminder|ide_opened_file|ide_selection)>[\s\S]*?<\/\1>/g;

/** Texts that start so were written by the program, not by a person. */
const SYNTHETIC =
  /^(\[Request interrupted by user|<local-command-(stdout|stderr|caveat)>|Caveat: The messages below were generated|<bash-(input|stdout|stderr)>|<user-prompt-submit-hook>|<teammate-message|<cross-session-message|<channel-message|<github-webhook-activity|<remote-review|<new-diagnostics>|<tick>|Base directory for this skill:|Stop hook feedback:|Unknown (slash command|skill): \S+$)/;

/** The `promptSource` of what a person or a script asked, whatever the text looks like. */
const TYPED: readonly string[] = ["typed", "sdk"];

const CONTINUED = "This session is being continued from a previous conversation";

/** The text of a message's content: the string itself, or its text blocks joined. */
export function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  return list(content).map(fields).filter((block) => block.type === "text").map((block) => text(block.text) ?? "")
    .join("\n");
}

/** Tells a `user` record's kind; `inSubagent` where the prompts come from another session. */
export function classifyUser(record: Fields, inSubagent: boolean): UserRecord {
  const content = fields(record.message).content;
  const blocks = list(content).map(fields);
  if (record.isCompactSummary === true || record.isVisibleInTranscriptOnly === true) return { is: "summary" };
  if (fieldsOrNull(record.toolUseResult) !== null || blocks.some((block) => block.type === "tool_result")) {
    return { is: "results" };
  }
  const whole = contentText(content);
  const clean = whole.replace(INSERTED, "").trim();
  const isTyped = TYPED.includes(text(record.promptSource) ?? "");
  if (!isTyped && clean.startsWith(CONTINUED)) return { is: "summary" };
  if (!isTyped && whole.startsWith("<task-notification>")) return { is: "notification", text: whole };
  if (record.isMeta === true) return isCaveat(whole) ? OTHER : { is: "expansion" };
  const origin = text(fields(record.origin).kind);
  if (origin !== null && origin !== "human" && !inSubagent) return OTHER;
  if (record.promptSource === "system" && !inSubagent) return OTHER;
  if (clean === "") {
    return blocks.some((block) => block.type === "image") ? { is: "prompt", text: "[image]" } : OTHER;
  }
  if (isSlashRecord(clean)) return { is: "slash", text: slashText(clean) };
  // The TUI of 2.1.250 writes its own `/compact` so as well; where there is no such command, the model is asked.
  if (isSlash(clean)) return { is: "slash", text: clean };
  if (!isTyped && SYNTHETIC.test(clean)) return OTHER;
  return { is: "prompt", text: clean };
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
 * What came while the agent was busy: the words that a person typed, which are only in this attachment, or a
 * `<task-notification>`; empty where the record is no such thing.
 */
export function queuedCommand(record: Fields): string {
  const attachment = fields(record.attachment);
  if (attachment.type !== "queued_command" || record.isMeta === true) return "";
  const words = contentText(attachment.prompt).trim();
  const isPersons = [null, "prompt"].includes(text(attachment.commandMode)) &&
    [null, "human"].includes(text(fields(attachment.origin).kind));
  return isPersons || words.startsWith("<task-notification>") ? words : "";
}
