import { type Fields, fields, list, parseFields, text } from "../narrow.ts";

/**
 * Texts with which Codex speaks in the user's role. A message is no prompt if one of its parts opens with one of them
 * (and closes as told, where a closing is given), in any case of letters.
 */
const CONTEXTUAL: readonly (readonly [open: string, close: string])[] = [
  ["# agents.md instructions", "</instructions>"],
  ["<environment_context>", "</environment_context>"],
  ["<user_instructions>", "</user_instructions>"],
  ["<skill>", "</skill>"],
  ["<user_shell_command>", "</user_shell_command>"],
  ["<turn_aborted>", "</turn_aborted>"],
  ["<subagent_notification>", "</subagent_notification>"],
  ["<additional_context>", "</additional_context>"],
  ["<user_action>", "</user_action>"],
  ["<hook_prompt", "</hook_prompt>"],
  ["<goal_context>", "</goal_context>"],
  ["<codex_internal_context ", "</codex_internal_context>"],
  ["warning: apply_patch was requested via ", "use the apply_patch tool instead of exec_command."],
  ["warning: the maximum number of unified exec processes you can keep open is ", ""],
  ["warning: your account was flagged for potentially high-risk cyber activity", ""],
];

/** What the model is told where a person sets a goal (0.166): a string of JSON. */
const GOAL = /^<codex_internal_context source="user_goal">\s*User set the goal: ("[\s\S]*")\n(?:User set |<\/)/;

/** What it is told in each turn that goes on with one: by the developer in 0.130, later in the user's role. */
const ACTIVE_GOAL =
  /^(?:<(?:goal_context|codex_internal_context source="goal")>\n*)?[^\n<]* active thread goal\b[\s\S]*?<(untrusted_)?objective>([\s\S]*?)<\/\1objective>/;

/** What an editor puts before a person's words. */
const REQUEST = "## My request for Codex:";

/** Whether a part of a user message was written by the program. */
export function isContextual(part: string): boolean {
  const lower = part.trim().toLowerCase();
  return CONTEXTUAL.some(([open, close]) => lower.startsWith(open) && lower.endsWith(close));
}

/** What a person asked: what an editor added is taken off; null where nothing is left. */
export function personsWords(message: string): string | null {
  const at = message.lastIndexOf(REQUEST);
  const words = (at < 0 ? message : message.slice(at + REQUEST.length)).trim();
  return words === "" ? null : words;
}

/** Stands for an image. */
export const IMAGE = "[image]";

/** Whether a user message is what a call of `view_image` put before the model: an image, or why it is none (0.104). */
export function isOfViewedImage(words: string): boolean {
  return words === IMAGE || words.startsWith("Codex could not read the local image at ");
}

/** The texts of a message's content, of any role, and where an image stands. */
export function contentTexts(content: unknown): readonly string[] {
  return list(content).map(fields)
    .map((part) => text(part.text) ?? (/image/.test(text(part.type) ?? "") ? IMAGE : null))
    .filter((part) => part !== null);
}

/** The prompt in the content of a user message; null where the program wrote it. */
export function promptOfContent(content: unknown): string | null {
  return contentTexts(content).some(isContextual) ? null : typedWords(content);
}

/** What a person typed, in the content of a message that is told to be theirs. */
export function typedWords(content: unknown): string | null {
  const parts = contentTexts(content);
  const spoken = parts.filter((part) => part !== IMAGE);
  return personsWords(spoken.length > 0 ? spoken.join("\n") : parts[0] ?? "");
}

/** The goal that a person set, which stands in no event of what was typed; null in the content of another message. */
export function goalOfContent(content: unknown): string | null {
  const told = matchOf(content, GOAL)?.[1] ?? null;
  return told === null ? null : text(parseFields(`{"goal":${told}}`)?.goal) ?? told.slice(1, -1);
}

/** The goal that a message tells the model to go on with, whoever set it; null in the content of another message. */
export function activeGoalOfContent(content: unknown): string | null {
  const told = matchOf(content, ACTIVE_GOAL)?.[2]?.trim() ?? null;
  return told?.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&") ?? null;
}

function matchOf(content: unknown, form: RegExp): RegExpExecArray | null {
  return contentTexts(content).map((part) => form.exec(part.trim())).find((match) => match !== null) ?? null;
}

/** What one agent wrote to another, as 0.128 tells it: an assistant's message that is this in JSON. */
export interface Mail {
  readonly recipient: string;
  readonly content: string;
  /** A turn of the recipient begins with it. */
  readonly triggersTurn: boolean;
}

/** The mail that an assistant's message is; null where a model said it. */
export function mailOf(message: string): Mail | null {
  const mail = message.startsWith('{"author":') ? parseFields(message) : null;
  const [recipient, content] = [text(mail?.recipient), text(mail?.content)];
  if (recipient === null || content === null || typeof mail?.trigger_turn !== "boolean") return null;
  return { recipient, content, triggersTurn: mail.trigger_turn };
}

/**
 * The task that a parent agent wrote to a subagent (0.169); an answer of one is none. What the provider keeps encrypted
 * cannot be read: then the task's name stands for it.
 */
export function taskOfMail(content: unknown): string | null {
  const parts = list(content).map(fields);
  const mail = parts.map((part) => text(part.text) ?? "").join("\n");
  if (mail.startsWith("Message Type: FINAL_ANSWER\n")) return null;
  const payload = mail.split("Payload:\n").slice(1).join("Payload:\n").trim();
  if (payload !== "") return payload;
  const sealed = parts.map((part) => text(part.encrypted_content)).find((part) => part !== null) ?? "";
  if (/\s/.test(sealed.trim())) return sealed.trim();
  return /^Task name: (?:\/root\/)?(\S+)$/m.exec(mail)?.[1]?.replaceAll("_", " ") ?? null;
}

/** The oldest form tells the folder only in the words that the program gave the model. */
export function cwdOfContext(record: Fields): string | null {
  const context = contentTexts(record.content).find((part) => part.trimStart().startsWith("<environment_context>"));
  const found = /<cwd>([^<]+)<\/cwd>|^Current working directory: (.+)$/m.exec(context ?? "");
  return found?.[1] ?? found?.[2]?.trim() ?? null;
}
