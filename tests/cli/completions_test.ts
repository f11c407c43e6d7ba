import assert from "node:assert/strict";
import { inProcess } from "../support/in_process.ts";
import { tempFolder } from "../support/program.ts";
import { hasShell, inShell, installProgram } from "../support/shell.ts";

/** Words that were typed, the last of them in part, and what is offered: some of it, and what never is. */
const OFFERS: readonly (readonly [words: readonly string[], offered: readonly string[], not: readonly string[]])[] = [
  [[""], ["run", "top", "completions", "doctor"], ["complete", "help", "--color"]],
  [["--"], ["--config", "--no-config", "--quiet", "--help"], ["--version", "--since"]],
  [["run", "-"], ["--since", "--llama-url", "--color"], ["--by"]],
  [["run", "--since", "7d", "--"], ["--until", "--session-file"], ["--since"]],
  [["run", "--session-file", "a", "--"], ["--session-file"], []],
  [["top", "--by", ""], ["session", "model", "status"], ["run"]],
  [["top", "--by="], ["--by=session", "--by=model"], ["session"]],
  [["--color", "n"], ["auto", "always", "never"], []],
  [["run", "--tag-llm-calls", ""], ["true", "false"], []],
  [["run", "--since", ""], ["today", "yesterday", "7d"], []],
  [["run", "--out", ""], [":dirs"], [":files"]],
  [["run", "--vocabulary", ""], ["work", "open", ":files"], []],
  [["completions", ""], ["bash", "zsh", "fish", "powershell"], []],
  [["schema", ""], ["report", "config"], []],
  [["config", ""], ["run", "top"], ["complete"]],
  [["run", "--jobs", ""], [], ["run", "--since"]],
  [["nonsense", "x", ""], [], ["run"]],
];

for (const [words, offered, not] of OFFERS) {
  Deno.test(`complete offers what fits after "agentpprof ${words.join(" ")}"`, async () => {
    const { code, stdout, stderr } = await inProcess(["complete", "--", ...words]);
    assert.deepEqual([code, stderr], [0, ""]);
    const values = stdout.trimEnd().split("\n").map((line) => line.split("\t")[0]);
    for (const value of offered) assert.ok(values.includes(value), `${value} is in ${values}`);
    for (const value of not) assert.ok(!values.includes(value), `${value} is not in ${values}`);
  });
}

Deno.test("complete offers the newest session files of the machine", async () => {
  const file = "/home/dev/.codex/sessions/2026/11/23/rollout-2026-11-23T02-20-00-s1.jsonl";
  const { stdout } = await inProcess(["complete", "--", "run", "--session-file", ""], { [file]: "{}" });
  assert.match(stdout, new RegExp(`^${file}\tcodex, 1970-01-01T00:00Z.*\n:files\n$`));
});

Deno.test("complete: an option's value may begin with a dash or stand alone before the word", async () => {
  const { stdout } = await inProcess(["complete", "--", "run", "--max-uncached-tags", "-1", "--tag"]);
  assert.match(stdout, /^--tag-llm-calls\t/m);
});

/** What is typed, and what a shell makes of it. */
const TYPED: readonly (readonly [line: readonly string[], offered: readonly string[]])[] = [
  [["ru"], ["run"]],
  [["top", "--by", "mo"], ["model"]],
  [["run", "--dry"], ["--dry-run"]],
  [["schema", ""], ["config", "report"]],
  [["run", "--out", "fold"], ["folder"]],
  [["run", "--api-key-file", "key"], ["key.txt"]],
];

function folderWithFiles(): ReturnType<typeof tempFolder> {
  const folder = tempFolder();
  installProgram(folder.path);
  Deno.mkdirSync(`${folder.path}/folder`);
  Deno.writeTextFileSync(`${folder.path}/key.txt`, "");
  return folder;
}

Deno.test({
  name: "completions: a real bash offers commands, options, values, files and folders, also after =",
  ignore: !hasShell("bash"),
  fn: async () => {
    using folder = folderWithFiles();
    const typed: typeof TYPED = [...TYPED, [["top", "--by", "=", "mo"], ["model"]], [["run", "--agent", "="], [
      "claude",
      "codex",
    ]]];
    for (const [words, offered] of typed) {
      const said = await inShell(
        "bash",
        `eval "$(agentpprof completions bash)"; COMP_WORDS=(agentpprof ${words.map((word) => `"${word}"`).join(" ")})
         COMP_CWORD=${words.length}; complete -p agentpprof >/dev/null && _agentpprof 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
        folder.path,
      );
      assert.deepEqual(said.trim().split("\n").toSorted(), offered, words.join(" "));
    }
  },
});

Deno.test({
  name: "completions: a real fish offers commands, options, values, files and folders",
  ignore: !hasShell("fish"),
  fn: async () => {
    using folder = folderWithFiles();
    for (const [words, offered] of [...TYPED, [["top", "--by=mo"], ["--by=model"]] as const]) {
      const said = await inShell(
        "fish",
        `agentpprof completions fish | source; complete -C "agentpprof ${words.join(" ")}"`,
        folder.path,
      );
      const values = said.trim().split("\n").map((line) => line.split("\t")[0]?.replace(/\/$/, ""));
      assert.deepEqual(values.toSorted(), offered, words.join(" "));
    }
  },
});

Deno.test({
  name: "completions: a real zsh on a terminal completes a command, an option, a value, a folder and a file",
  ignore: !hasShell("zsh"),
  fn: async () => {
    using folder = folderWithFiles();
    const typed = [["ru", "run"], ["top --by mo", "model"], ["run --dry", "--dry-run"], ["top --by=mo", "--by=model"]]
      .concat([["run --out fold", "folder"], ["run --api-key-file key", "key.txt"]]);
    for (const [line = "", completed = ""] of typed) {
      // zpty gives an interactive zsh a terminal of its own; a tab asks for completion, and a widget shows the line.
      const said = await inShell(
        "zsh",
        `zmodload zsh/zpty; zpty shell zsh -f -i
         zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; eval "$(agentpprof completions zsh)"'
         zpty -w shell 'show() { print -r "<$BUFFER>"; BUFFER=; zle accept-line }; zle -N show; bindkey "^X" show; echo READY''MARK'
         zpty -r -m shell ignored '*READYMARK*'
         zpty -w -n shell $'agentpprof ${line}\\t\\C-x'
         zpty -r -m shell said '*<agentpprof*>*'
         print -r -- "$said"; zpty -d shell`,
        folder.path,
      );
      const shown = /<agentpprof ([^>]*)>/.exec(said)?.[1]?.trim().split(" ").at(-1)?.replace(/\/$/, "");
      assert.equal(shown, completed, `${line}: ${JSON.stringify(said)}`);
    }
  },
});

Deno.test("completions: the script of PowerShell calls the program, and quotes nothing into it", async () => {
  const { stdout } = await inProcess(["completions", "powershell"]);
  assert.match(stdout, /Register-ArgumentCompleter -Native -CommandName agentpprof/);
  assert.match(stdout, /complete '--' @words/);
});
