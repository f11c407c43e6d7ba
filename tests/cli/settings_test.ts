import assert from "node:assert/strict";
import * as z from "zod";
import { denoCommand, EXAMPLES, program } from "../support/program.ts";
import { inProcess } from "../support/in_process.ts";

const NAMED = "/home/dev/named.json";
const PROJECT = "/home/dev/.agentpprof/config.json";
const USER = "/home/dev/.config/agentpprof/config.json";

const configText = z.object({
  settings: z.array(z.object({ name: z.string(), value: z.unknown(), from: z.string() })),
});

/** What `config --json` says of one setting of a command. */
async function setting(
  name: string,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const { code, stdout, stderr } = await inProcess(["config", ...args, "--json"], files, env);
  assert.equal(code, 0, stderr);
  const found = configText.parse(JSON.parse(stdout)).settings.find((one) => one.name === name);
  return found === undefined ? null : { value: found.value, from: found.from };
}

const EVERYWHERE = {
  [NAMED]: '{"color": "always", "scan-files": 3}',
  [PROJECT]: '{"color": "never", "scan-files": 4}',
  [USER]: '{"color": "never", "scan-files": 5}',
};
const without = (...paths: readonly string[]) =>
  Object.fromEntries(Object.entries(EVERYWHERE).filter(([path]) => !paths.includes(path)));

Deno.test("settings: command line > AGENTPPROF_* > --config > the project's file > the user's > default", async () => {
  const env = { AGENTPPROF_COLOR: "always", AGENTPPROF_SCAN_FILES: "2" };
  const named = ["--config", NAMED];
  assert.deepEqual(await setting("color", ["--color", "auto", ...named], EVERYWHERE, env), {
    value: "auto",
    from: "command line",
  });
  assert.deepEqual(await setting("scan-files", named, EVERYWHERE, env), { value: 2, from: "AGENTPPROF_SCAN_FILES" });
  assert.deepEqual(await setting("scan-files", named, EVERYWHERE), { value: 3, from: NAMED });
  assert.deepEqual(await setting("scan-files", [], EVERYWHERE), { value: 4, from: PROJECT });
  assert.deepEqual(await setting("scan-files", [], without(PROJECT)), { value: 5, from: USER });
  assert.deepEqual(await setting("scan-files", [], without(PROJECT, USER)), { value: 160, from: "default" });
  assert.deepEqual(await setting("scan-files", ["--no-config"], EVERYWHERE), { value: 160, from: "default" });
});

/** Places of the user's own file on each platform. */
const PLACES = [
  ["linux", { XDG_CONFIG_HOME: "/xdg" }, "/xdg/agentpprof/config.json"],
  ["darwin", {}, "/home/dev/.config/agentpprof/config.json"],
  ["windows", { APPDATA: "C:\\Users\\dev\\AppData\\Roaming" }, "C:/Users/dev/AppData/Roaming/agentpprof/config.json"],
] as const;

for (const [platform, env, path] of PLACES) {
  Deno.test(`settings: the user's own file on ${platform} is ${path}`, async () => {
    const { stdout } = await inProcess(["config", "--json"], { [path]: '{"jobs": 7}' }, env, { platform });
    assert.match(stdout, new RegExp(`"value": 7,\\s+"from": "${path}"`));
  });
}

Deno.test("settings: comments, trailing commas, lists and a section for one command are read", async () => {
  const files = {
    [USER]: `{
      // the newest are enough
      "scan-files": 9,
      "session-file": ["a.jsonl", "b.jsonl"],
      "progress": false, /* it is noisy */
      "sessions": { "scan-files": 10, },
    }`,
  };
  assert.deepEqual(await setting("scan-files", [], files), { value: 9, from: USER });
  assert.deepEqual(await setting("scan-files", ["sessions"], files), { value: 10, from: USER });
  assert.deepEqual(await setting("session-file", [], files), { value: ["a.jsonl", "b.jsonl"], from: USER });
  assert.deepEqual(await setting("progress", [], files), { value: false, from: USER });
});

/** Wrong files and variables, and what is said of them. */
const WRONG: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  said: RegExp,
])[] = [
  [
    "a typing error",
    { [USER]: '{\n"jobs": 1\n"model": "x"}' },
    {},
    /Cannot read the settings in ".*": line 3: Comma/,
  ],
  [
    "an unknown name",
    { [USER]: '{"scanfiles": 1}' },
    {},
    /unrecognized key: "scanfiles"\n {2}See what there is with/,
  ],
  ["another type", { [USER]: '{"scan-files": "all"}' }, {}, /"scan-files": invalid input: expected number/],
  [
    "a value that the option refuses",
    { [USER]: '{"scan-files": -1}' },
    {},
    /Cannot use "scan-files" of ".*": expected a whole number from 0/,
  ],
  [
    "a word that the option does not have",
    { [USER]: '{"color": "blue"}' },
    {},
    /"color": invalid option: expected one of/,
  ],
  [
    "a variable",
    {},
    { AGENTPPROF_JOBS: "many" },
    /Cannot use "jobs" of "AGENTPPROF_JOBS": expected a whole number from 1/,
  ],
  [
    "a switch",
    {},
    { AGENTPPROF_ALL_PROJECTS: "yes" },
    /Cannot use "all-projects" .*: expected "true" or "false", found "yes"/,
  ],
  ["no object", { [USER]: "[]" }, {}, /Cannot use the settings in/],
];

for (const [name, files, env, said] of WRONG) {
  Deno.test(`settings: ${name} is refused with exit code 2, and what is wrong`, async () => {
    const { code, stdout, stderr } = await inProcess(["config"], files, env);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, said);
  });
}

/** What says where texts go, or what is read, run or written, and a command that has it in its section. */
const NOT_FOR_PROJECTS: readonly (readonly [name: string, section: string, value: unknown])[] = [
  ["llama-url", "run", "x"],
  ["out", "run", "x"],
  ["codex-root", "run", "x"],
  ["api-key-file", "run", "x"],
  ["vocabulary", "run", "words.txt"],
  ["all-projects", "run", true],
  ["fragment-file", "bench", "x"],
  ["include-fragment-previews", "bench", true],
  ["model", "bench", "x.gguf"],
];

/** What --out and --model mean differs between commands: they stand in a section alone. */
const IN_SECTIONS = ["out", "model"];

for (const [name, section, value] of NOT_FOR_PROJECTS) {
  Deno.test(`settings: a project's file may not say "${name}", at the top or in the section "${section}"`, async () => {
    const files = [{ [section]: { [name]: value } }, ...(IN_SECTIONS.includes(name) ? [] : [{ [name]: value }])];
    for (const text of files.map((file) => JSON.stringify(file))) {
      const { code, stderr } = await inProcess(["config"], { [PROJECT]: text });
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`Cannot take "${name}" from ".*": .*\\n {2}Put it into your own file`));
      assert.equal((await inProcess(["config", "--no-config"], { [PROJECT]: text })).code, 0);
    }
  });
}

Deno.test("settings: a project's file may name a built-in word list, and the model's name for the server", async () => {
  const files = { [PROJECT]: '{"vocabulary": "open", "run": {"model": "x"}}' };
  assert.deepEqual(await setting("vocabulary", [], files), { value: "open", from: PROJECT });
  assert.deepEqual(await setting("model", [], files), { value: "x", from: PROJECT });
});

Deno.test("settings reach the command: a limit of a file holds for sessions", async () => {
  const log = (n: number) =>
    `{"timestamp":"2026-11-23T02:2${n}:00.000Z","type":"session_meta","payload":{"id":"s${n}","cwd":"/home/dev","cli_version":"0.120.0"}}\n` +
    `{"timestamp":"2026-11-23T02:2${n}:01.000Z","type":"event_msg","payload":{"type":"user_message","message":"hello"}}\n`;
  const files = {
    "/home/dev/.codex/sessions/2026/11/23/rollout-2026-11-23T02-20-00-s1.jsonl": log(1),
    "/home/dev/.codex/sessions/2026/11/23/rollout-2026-11-23T02-21-00-s2.jsonl": log(2),
  };
  const count = async (config: string): Promise<number> => {
    const { code, stdout, stderr } = await inProcess(["sessions", "--json"], { ...files, [USER]: config });
    assert.equal(code, 0, stderr);
    return z.array(z.unknown()).parse(JSON.parse(stdout)).length;
  };
  assert.deepEqual([await count("{}"), await count('{"max-sessions": 1}')], [2, 1]);
});

/** Variables, and which of them no command knows. */
const VARIABLES: readonly (readonly [env: Readonly<Record<string, string>>, unknown: readonly string[]])[] = [
  [{ AGENTPPROF_SCANFILES: "3" }, ["AGENTPPROF_SCANFILES"]],
  [
    { AGENTPPROF_SCAN_FILES: "3", AGENTPPROF_PORT: "8123", AGENTPPROF_API_KEY: "k", AGENTPPROF_OTHER: "", OTHER: "x" },
    [],
  ],
];

for (const [env, unknown] of VARIABLES) {
  Deno.test(`settings: of ${Object.keys(env).join(", ")} is told that it is ignored: ${unknown.join() || "none"}`, async () => {
    for (const args of [["sessions", "--quiet"], ["config"]]) {
      const { stderr } = await inProcess(args, {}, env);
      assert.deepEqual(
        [...stderr.matchAll(/^agentpprof: Ignored the variable "(.*?)": no command/gm)].map(([, name]) => name),
        unknown,
      );
    }
  });
}

/** Options that a command cannot do without: set in a file or a variable, and what it then says. */
const REQUIRED:
  readonly (readonly [command: string, setting: unknown, env: Readonly<Record<string, string>>, said: RegExp])[] = [
    ["render", { out: "week" }, { AGENTPPROF_OUT: "week" }, /expected "\/home\/dev\/week\/agentpprof.json"/],
    [
      "bench",
      { model: ["smollm2-135m"] },
      { AGENTPPROF_MODEL: "smollm2-135m" },
      /"smollm2-135m": it is not pulled yet/,
    ],
  ];

for (const [command, section, env, said] of REQUIRED) {
  Deno.test(`settings: what ${command} cannot do without may be set in a file or a variable`, async () => {
    const set = JSON.stringify({ [command]: section });
    for (const [files, variables] of [[{ [USER]: set }, {}], [{}, env]] as const) {
      for (const words of [[command], ["permissions", command]]) {
        const { code, stderr } = await inProcess(words, files, variables);
        if (command !== "render" || words.length === 1) assert.match(stderr, said);
        assert.equal(code, command === "render" && words.length > 1 ? 0 : 2, stderr);
      }
    }
    const { code, stderr } = await inProcess([command]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^agentpprof: Required option '--.*' not specified\n\(agentpprof --help lists what there is\)/,
    );
  });
}

for (
  const command of [["run", "--dry-run"], ["render"], ["top"], ["open"], ["serve"], ["bench", "--model", "a.gguf"]]
) {
  Deno.test(`${command[0]} --out "": exit 2, and nothing is looked for in the folder that we are in`, async () => {
    const { code, stdout, stderr } = await inProcess([...command, "--out", ""]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /Cannot tell where to write: "--out" is empty/);
  });
}

for (const time of ["99999999999999", "253402300800", "x", "-1", "1.5"]) {
  Deno.test(`SOURCE_DATE_EPOCH=${time} is refused with exit 2, and named`, async () => {
    const { code, stderr } = await inProcess(["run", "--dry-run"], {}, { SOURCE_DATE_EPOCH: time });
    assert.equal(code, 2);
    assert.match(
      stderr,
      new RegExp(`Cannot use SOURCE_DATE_EPOCH "${time}": .*\\n {2}Correct the variable, or unset it`),
    );
  });
}

Deno.test({
  name: "--version onto a full disk: exit 1, and a line that says so",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const { words: [deno = "", ...rest], env, cwd } = denoCommand([]);
    for (const args of [["--version"], ["--version", "--json"], ["--help"]]) {
      const { code, stderr } = await new Deno.Command("sh", {
        args: ["-c", '"$0" "$@" > /dev/full', deno, ...rest, ...args],
        stdin: "null",
        env,
        cwd,
      }).output();
      assert.equal(code, 1);
      assert.match(new TextDecoder().decode(stderr), /^agentpprof: No space left on device.*\n$/);
    }
  },
});

Deno.test("schema config describes every setting, and schema report the report", async () => {
  const config = JSON.parse((await inProcess(["schema", "config"])).stdout);
  assert.equal(config.additionalProperties, false);
  assert.deepEqual(config.properties["scan-files"].type, "number");
  assert.deepEqual(config.properties.color.enum, ["auto", "always", "never"]);
  assert.deepEqual(config.properties.top.properties.by.type, "string");
  assert.equal(config.properties["dry-run"], undefined);
  const report = JSON.parse((await inProcess(["schema", "report"])).stdout);
  assert.equal(report.properties.schema_version.const, 2);
  assert.ok(report.required.includes("sessions"));
});

Deno.test("settings: the line that permissions prints grants the variables that are looked at", async () => {
  const args = ["sessions", ...EXAMPLES, "--json"];
  const { stdout, stderr } = await program(["permissions", ...args], { isFromSource: true });
  assert.match(stdout, /AGENTPPROF_SCAN_FILES/, stderr);
  const granted = await new Deno.Command("sh", {
    args: ["-c", stdout.replace(/^deno/, Deno.execPath())],
    env: denoCommand([]).env,
    stdin: "null",
  }).output();
  assert.equal(granted.code, 0, new TextDecoder().decode(granted.stderr));
});
