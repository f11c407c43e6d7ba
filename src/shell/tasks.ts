import type { Effect } from "../trace/effect.ts";
import { TASKS } from "./programs/tasks.ts";

const EFFECT_BY_NAME: ReadonlyMap<string, Effect> = new Map(
  TASKS.flatMap(({ names, effect }) => names.split(" ").map((name) => [name, effect])),
);

/** What a project's own task or script does, told by its name (`test:unit`, `build.sh`); null where the name does not say. */
export function taskEffect(name: string): Effect | null {
  const whole = name.toLowerCase();
  const first = whole.split(/[:._/-]/)[0] ?? "";
  return EFFECT_BY_NAME.get(whole) ?? EFFECT_BY_NAME.get(whole.replace(/\.\w+$/, "")) ?? EFFECT_BY_NAME.get(first) ??
    null;
}
