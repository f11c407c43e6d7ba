// deno-fmt-ignore-file: one row, one line.
import type { Effect } from "../../trace/effect.ts";

/** What a project's own script does, told by its name. */
export interface Task {
  /** Names; each also stands for `name:more`, `name-more`, `name_more` and `name.more`. */
  readonly names: string;
  readonly effect: Effect;
  /** A name of the row that is met in the wild. */
  readonly example: string;
}

/** Names of scripts in package.json, Makefiles, task runners; the first row that has the name is taken. */
export const TASKS: readonly Task[] = [
  { names: "test tests testing spec specs e2e unit integration jest vitest mocha pytest cypress playwright coverage cov smoke bdd tdd runtests run-tests run_tests retest", effect: "test", example: "test:unit" },
  { names: "lint lints linter eslint stylelint tslint typecheck type-check check-types checktypes tsc types check format fmt prettier biome style analyze analyse audit verify-types mypy ruff clippy vet format-check pre-commit precommit", effect: "lint", example: "typecheck" },
  { names: "build builds rebuild compile bundle dist package assemble webpack rollup transpile codegen generate gen all prod release-build docs doc storybook-build", effect: "build", example: "build:prod" },
  { names: "install deps dependencies bootstrap restore", effect: "install", example: "deps" },
  { names: "clean clear purge clobber distclean mrproper reset-cache", effect: "delete", example: "clean" },
  { names: "start serve server dev develop watch preview run stop open debug demo console shell repl deploy release publish upload seed migrate setup init", effect: "process", example: "dev:web" },
];
