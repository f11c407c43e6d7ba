import type { Effect } from "../trace/effect.ts";
import { TASKS } from "./programs/tasks.ts";

const EFFECT_BY_NAME = effectsByName(TASKS);
const EFFECT_BY_SHELL_FILE = effectsByName(TASKS.filter((task) => task.fileName !== undefined));
const EFFECT_BY_CODE_FILE = effectsByName(TASKS.filter((task) => task.fileName === "any"));

/** Files that other languages than a shell's run: what stands behind the first word of their names is part of a thing's name (`test-server.js`). */
const CODE_FILE = /\.(?!(?:sh|bash|zsh|ksh|fish|ps1|bat|cmd)$)\w+$/i;

/** What a project's own task does, told by its name (`test:unit`, `web:build`); null where the name does not say. */
export function taskEffect(name: string): Effect | null {
  const whole = name.toLowerCase();
  return EFFECT_BY_NAME.get(whole) ?? EFFECT_BY_NAME.get(firstWord(whole)) ??
    EFFECT_BY_NAME.get(/[^:._/-]*$/.exec(whole)?.[0] ?? "") ?? null;
}

/** What a project's own script does, told by the name of its file (`build.sh`, `test_all.sh`); null where the name does not say. */
export function scriptEffect(fileName: string): Effect | null {
  const whole = fileName.toLowerCase();
  const stem = whole.replace(/\.\w+$/, "");
  if (CODE_FILE.test(whole)) return EFFECT_BY_CODE_FILE.get(stem) ?? null;
  return EFFECT_BY_SHELL_FILE.get(stem) ?? EFFECT_BY_SHELL_FILE.get(firstWord(stem)) ?? null;
}

function firstWord(name: string): string {
  return name.split(/[:._/-]/)[0] ?? "";
}

function effectsByName(tasks: typeof TASKS): ReadonlyMap<string, Effect> {
  return new Map(tasks.flatMap(({ names, effect }) => names.split(" ").map((name) => [name, effect])));
}
