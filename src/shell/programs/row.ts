import type { Effect } from "../../trace/effect.ts";

/** What a program's arguments are, once options and subcommands are taken off. */
export type Arguments =
  /** Those that look like paths are paths. */
  | "guess"
  | "none"
  | "paths"
  /** A path, then what is put there (`Set-Content`); with one of the options of `given` no path. */
  | "target"
  /** A pattern or expression, then paths. */
  | "pattern"
  /** A script of the interpreter, then what looks like a path. */
  | "script"
  /** Paths up to the first word of an expression, as in `find`. */
  | "find"
  /** Paths after `--`, and what looks like a path. */
  | "revisions"
  /** `host:path` or paths. */
  | "remote"
  /** Names of folders of a language's packages, such as `./...`. */
  | "packages";

/** Languages whose inline code is looked at. */
export type Language = "sql" | "python" | "javascript" | "ruby" | "perl" | "php";

/**
 * One line of what programs do. A row of a program alone holds for all its uses; a row with subcommands or options is a more special case and
 * takes over what describes the arguments (`takes`, `files`, `dir`, `args`, …) where it does not say otherwise.
 */
export interface Row {
  /**
   * Program, subcommands and options that must be there: `git push`, `sed -i|--in-place`, `npm|pnpm run build*`. `|` parts alternatives, a final
   * `*` stands for any ending. The row with the most words that match is taken. `cmd:type` is what cmd calls `type`.
   */
  readonly run: string;
  readonly effect: Effect;
  /** The effect without any argument, where that is another (`git branch`). */
  readonly bare?: Effect;
  /** With so many arguments it still has none for `bare` (`git config user.name`). */
  readonly bareArguments?: number;
  /** A command of which this row is the principal one. */
  readonly example: string;

  readonly args?: Arguments;
  /** Options whose value is the next word. */
  readonly takes?: string;
  /** Options that take two words. */
  readonly takesTwo?: string;
  /** Options whose value is a path; of those that are `name=path`, as in `dd`, the name with `=`. */
  readonly files?: string;
  /** Options whose value is a folder in which it writes. */
  readonly folders?: string;
  /** Its arguments, and the values of the options in `files`, are files and no folders, whatever their names. */
  readonly onlyFiles?: true;
  /** Options whose value is the folder that the other paths are relative to. */
  readonly dir?: string;
  /** With one of these options the first argument is no pattern, or no target. */
  readonly given?: string;
  /** Without a path it works on the working directory. */
  readonly here?: true;
  /** Options end at the first argument. */
  readonly stops?: true;
  /** A word such as `+nightly` before the subcommand names a toolchain. */
  readonly toolchain?: true;
  /** Options have one dash and many letters (`find -name`), so that letters are not single options. */
  readonly long?: true;

  /** Projects have it in a folder of theirs (`./gradlew`), where any other program's name means nothing (`./sort`). */
  readonly isLocal?: true;
  /** `quiet`: principal only if nothing else is there. `filter`: the same behind a `|`. */
  readonly rank?: "quiet" | "filter";
  /** Runs the command in its arguments, after so many words of its own. */
  readonly wraps?: number;
  /** The option whose value is the command, of which the words after the wrapper's own are only the arguments. */
  readonly entry?: string;
  /** The wrapper is replaced by what it runs, or is a part of the shell: no frame. */
  readonly isReplaced?: true;
  /** What it runs runs elsewhere: in a container or on another machine, where paths are not ours. */
  readonly isElsewhere?: true;
  /** Options whose value is a script for a shell (`-c`); `*`: its arguments are, joined. */
  readonly script?: string;
  /** Options whose value is a command line of which the words are already apart (`find -exec`). */
  readonly exec?: string;
  readonly shell?: "posix" | "powershell" | "cmd";
  /** Options whose value is code in `language`; without such an option and without arguments the code comes on its input. */
  readonly code?: string;
  readonly language?: Language;
  /** Which of its arguments is code; without it the code comes on its input. */
  readonly codeArgument?: number;
  /** The option that makes the first argument a module, which is looked up as a program. */
  readonly module?: string;
  /** Its first argument, or each, is the name of a task (`npm run lint`), looked up in `TASKS`. */
  readonly tasks?: "first" | "all";
  /** Options whose value is the name of a task. */
  readonly taskOptions?: string;
  /** What is no task may be a program of JavaScript that it runs (`yarn jest`). */
  readonly runs?: true;

  /** Its input, or else its first argument, is a patch. */
  readonly patch?: true;

  /** The registry that it asks, unless another is named. */
  readonly registry?: string;
  /** Its first arguments are addresses (`curl`), its first is a host's name (`ssh`), or an image in a registry (`docker pull`). */
  readonly host?: "address" | "name" | "image";
  /** Options whose value is a host. */
  readonly hosts?: string;
  /** Hosts in its arguments are asked, whatever the effect. */
  readonly asks?: true;
}
