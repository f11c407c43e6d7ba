/** Where a command's output goes or its input comes from. The target is still as it stands in the script. */
export interface Redirect {
  /** `out` makes the target anew, `append` goes on with it. */
  readonly direction: "in" | "out" | "append";
  /** Only the error stream is redirected. */
  readonly isError: boolean;
  readonly target: string;
}

/** A simple command as it stands in the script: its words still have their quotes and expansions (`words.ts` takes them off). */
export interface CommandStep {
  readonly kind: "command";
  readonly words: readonly string[];
  readonly redirects: readonly Redirect[];
  /** It reads what the command before it in a pipeline writes. */
  readonly isPiped: boolean;
  /** It stands in `$(…)`, backquotes or `<(…)`: it serves another command. */
  readonly isSubstituted: boolean;
  /** The body of its heredoc or the text of its herestring; null without. */
  readonly heredoc: string | null;
}

/** What a script does, in its order. `enter` and `leave` enclose what runs in a shell of its own, whose `cd` ends with it. */
export type Step =
  | CommandStep
  | { readonly kind: "assign"; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: "enter" | "leave" };

/** `isWhole` is false where a part of the script could not be told apart. */
export interface Script {
  readonly steps: readonly Step[];
  readonly isWhole: boolean;
}
