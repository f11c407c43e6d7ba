import { type Command, InvalidArgumentError, type Option } from "commander";

/** Commander's own mark would have them on the command line alone, before settings are looked at. */
const REQUIRED = new WeakSet<Option>();

/** Says that a command cannot do without an option, wherever it is set. */
export function required(option: Option): Option {
  REQUIRED.add(option);
  return option;
}

/** An option that a command cannot do without and that was not set; undefined where there is none. */
export function missingOption(command: Command): Option | undefined {
  return command.options.find((option) =>
    REQUIRED.has(option) && command.getOptionValue(option.attributeName()) === undefined
  );
}

/** Parses a whole number that is at least `least`, and at most `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value) || value < least || value > most) {
      const upTo = most === Number.MAX_SAFE_INTEGER ? "" : ` to ${most}`;
      throw new InvalidArgumentError(`Expected a whole number from ${least}${upTo}.`);
    }
    return value;
  };
}

/** No timer runs longer: its milliseconds are 31 bits. */
const MAX_SECONDS = 2_147_483;

/** Parses a number of seconds above 0. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value <= 0 || value > MAX_SECONDS) {
    throw new InvalidArgumentError(`Expected a number of seconds above 0, at most ${MAX_SECONDS}.`);
  }
  return value;
}

/** Parses `true` or `false`. */
export function trueOrFalse(text: string): boolean {
  if (text !== "true" && text !== "false") throw new InvalidArgumentError('Expected "true" or "false".');
  return text === "true";
}

/** Parses an http(s) address without a path that would be lost. */
export function serverUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new InvalidArgumentError('Expected an address such as "http://127.0.0.1:8080".');
  }
  return text.replace(/\/+$/, "");
}

/** Collects the addresses of an option that may be given several times, each once. */
export function serverUrls(text: string, before: readonly string[] = []): readonly string[] {
  return [...new Set([...before, serverUrl(text)])];
}

/** Collects the values of an option that may be given several times. */
export function several(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Whether an option's parser collects the values of several. */
export function isRepeatable(parseArg: unknown): boolean {
  return parseArg === several || parseArg === serverUrls;
}
