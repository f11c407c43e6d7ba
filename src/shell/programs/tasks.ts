// deno-fmt-ignore-file: one row, one line.
import type { Effect } from "../../trace/effect.ts";

/** What a project's own script does, told by its name. */
export interface Task {
  /** Names; each also stands for `name:more`, `name-more`, `name_more` and `name.more`. */
  readonly names: string;
  readonly effect: Effect;
  /**
   * The names also tell what a file does: any (`scripts/build.js`), or a shell's (`test.sh`; `test.py` is what agents call anything). In a
   * file's name other words mean anything (`check.py`).
   */
  readonly fileName?: "any" | "shell";
  /** A name of the row that is met in the wild. */
  readonly example: string;
}

/** Names of scripts in package.json, Makefiles, task runners; the first row that has the name is taken. */
export const TASKS: readonly Task[] = [
  { names: "runtests run-tests run_tests runtest run-test run_test", effect: "test", fileName: "any", example: "run_tests" },
  { names: "test tests testing e2e jest vitest mocha pytest rspec phpunit pest", effect: "test", fileName: "shell", example: "test:unit" },
  { names: "tox nox ctest spec specs unit integration cypress playwright coverage cov smoke bdd tdd retest", effect: "test", example: "smoke" },
  { names: "lint lints linter eslint typecheck type-check tsc mypy ruff clippy", effect: "lint", fileName: "any", example: "typecheck" },
  { names: "stan cs cs-fix csfix rector ecs fix phpstan psalm phpcs pint rubocop flake8 pylint pyright golangci-lint oxlint swiftlint ktlint detekt shellcheck knip stylelint tslint check-types checktypes types check format fmt prettier biome style analyze analyse audit verify-types vet format-check pre-commit precommit", effect: "lint", example: "format:check" },
  { names: "build builds rebuild compile bundle", effect: "build", fileName: "any", example: "build:prod" },
  { names: "dist package assemble webpack rollup transpile codegen generate gen all prod release-build docs doc storybook-build", effect: "build", example: "dist" },
  { names: "install", effect: "install", fileName: "any", example: "install" },
  { names: "deps dependencies bootstrap restore", effect: "install", example: "deps" },
  { names: "clean distclean", effect: "delete", fileName: "any", example: "clean" },
  { names: "clear purge clobber mrproper reset-cache", effect: "delete", example: "purge" },
  { names: "docs:dev docs:serve docs:start docs:preview start serve server dev develop watch preview run stop open debug demo console shell repl deploy release publish upload seed migrate setup init", effect: "process", example: "dev:web" },
];
