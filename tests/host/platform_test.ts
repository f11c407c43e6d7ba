/** Windows and macOS through a host in memory: folders, paths, case, line ends, programs. */
import assert from "node:assert/strict";
import { openInBrowser } from "../../src/cli/open.ts";
import { userConfigPath } from "../../src/cli/settings.ts";
import { absolutePath, cacheFolder } from "../../src/host/host.ts";
import { findProgram } from "../../src/model/programs.ts";
import { fromFileUrl } from "../../scripts/paths.ts";
import { inProcess } from "../support/in_process.ts";
import { type MemoryHost, memoryHost } from "../support/memory_host.ts";

const EXAMPLES = fromFileUrl(new URL("../../examples", import.meta.url));
const WINDOWS = {
  platform: "windows",
  cwd: () => "C:/Users/dev/orbit-api",
  homeDir: () => "C:/Users/dev",
} as const satisfies Partial<MemoryHost>;
const MAC = { platform: "darwin", cwd: () => "/Users/dev/orbit-api", homeDir: () => "/Users/dev" } as const;

/** A platform with its variables, and where what stands there. */
const FOLDERS = [
  {
    ...{ name: "Windows", change: WINDOWS },
    env: { APPDATA: "C:\\Users\\dev\\AppData\\Roaming", LOCALAPPDATA: "C:\\Users\\dev\\AppData\\Local" },
    cache: "C:/Users/dev/AppData/Local/agentpprof",
    config: "C:/Users/dev/AppData/Roaming/agentpprof/config.json",
    paths: [["..\\x", "C:/Users/dev/x"], ["D:\\logs\\a.jsonl", "D:/logs/a.jsonl"], ["C:\\", "C:/"]],
  },
  {
    ...{ name: "macOS", change: MAC, env: {} },
    cache: "/Users/dev/Library/Caches/agentpprof",
    config: "/Users/dev/.config/agentpprof/config.json",
    paths: [["../x", "/Users/dev/x"], ["a\\b", "/Users/dev/orbit-api/a\\b"], ["/", "/"]],
  },
] as const;

for (const { name, change, env, cache, config, paths } of FOLDERS) {
  Deno.test(`${name}: what is kept and what is set stand where the platform has it`, () => {
    const host = { ...memoryHost({}, env), ...change };
    assert.equal(cacheFolder(host), cache);
    assert.equal(userConfigPath(host), config);
    for (const [path, absolute] of paths) assert.equal(absolutePath(host, path), absolute);
  });
}

Deno.test("Windows: programs are looked for with .exe in a path that is split at semicolons", () => {
  const files = { "C:/tools/llama-server.exe": "" };
  const host = { ...memoryHost(files, { PATH: "C:\\Windows;C:\\tools\\" }), ...WINDOWS };
  assert.equal(findProgram(host, "llama-server"), "C:/tools/llama-server.exe");
  assert.equal(findProgram({ ...host, platform: "linux" }, "llama-server"), null);
});

Deno.test("each platform opens addresses with its own program, without a shell", async () => {
  const opened: string[] = [];
  for (const change of [WINDOWS, MAC, {}]) {
    const host: MemoryHost = {
      ...memoryHost({}),
      ...change,
      launch(program, args): Promise<boolean> {
        opened.push([program, ...args].join(" "));
        return Promise.resolve(true);
      },
    };
    await openInBrowser(host, "file:///a");
  }
  assert.deepEqual(opened, [
    "rundll32 url.dll,FileProtocolHandler file:///a",
    "open file:///a",
    "xdg-open file:///a",
  ]);
});

/** The examples below another home, with the line ends and folders of a platform. */
function logsBelow(home: string, change: (text: string) => string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const add = (folder: string, to: string): void => {
    for (const { name, isDirectory } of Deno.readDirSync(folder)) {
      if (isDirectory) add(`${folder}/${name}`, `${to}/${name}`);
      else files[`${to}/${name}`] = change(Deno.readTextFileSync(`${folder}/${name}`));
    }
  };
  add(`${EXAMPLES}/codex`, `${home}/.codex`);
  add(`${EXAMPLES}/claude`, `${home}/.claude`);
  return files;
}

const ARGS = ["sessions", "--all-projects", "--json", "--no-cache"];

/** Sessions without the folders, which differ by platform. */
async function sessionsOf(
  files: Readonly<Record<string, string>>,
  change: Partial<MemoryHost>,
): Promise<readonly unknown[]> {
  const { code, stdout, stderr } = await inProcess(ARGS, files, {}, change);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout).map(({ cwd: _, file: __, ...rest }: Record<string, unknown>) => rest);
}

Deno.test("Windows: logs with CRLF and drives say what they say on Linux", async () => {
  const linux = await sessionsOf(logsBelow("/home/dev", (text) => text), {});
  assert.equal(linux.length, 13);
  // In JSON a backslash is two.
  const asWindows = (text: string): string =>
    text.replaceAll(
      /\/home\/dev((?:\/[\w.-]+)*)/g,
      (_, rest: string) => `C:\\\\Users\\\\dev${rest.replaceAll("/", "\\\\")}`,
    )
      .replaceAll("\n", "\r\n");
  assert.deepEqual(await sessionsOf(logsBelow("C:/Users/dev", asWindows), WINDOWS), linux);
});

Deno.test("Windows and macOS: a project is found in whatever case its folder is written", async () => {
  for (const [home, change] of [["C:/Users/dev", WINDOWS], ["/Users/dev", MAC]] as const) {
    const folder = `${home}/orbit-api`;
    const log = [
      { type: "session_meta", payload: { id: "s1", timestamp: "2026-11-20T10:00:00Z", cwd: folder.toUpperCase() } },
      { type: "event_msg", payload: { type: "user_message", message: "fix it" } },
    ].map((record) => JSON.stringify({ timestamp: "2026-11-20T10:00:00Z", ...record }) + "\n").join("");
    const path = `${home}/.codex/sessions/2026/11/20/rollout-2026-11-20T10-00-00-s1.jsonl`;
    const found = await inProcess(
      ["sessions", "--json", "--no-cache"],
      { [path]: log, [`${folder}/a`]: "" },
      {},
      change,
    );
    assert.equal(found.code, 0, found.stderr);
    assert.equal(JSON.parse(found.stdout).length, 1);
  }
});

Deno.test("Windows: the line of permissions is quoted for its shell", async () => {
  const files = { "C:/Users/dev/my logs/.codex/sessions/a": "" };
  const args = ["permissions", "sessions", "--codex-root", "C:\\Users\\dev\\my logs\\.codex"];
  const { code, stdout, stderr } = await inProcess(args, files, {}, WINDOWS);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /"--allow-read=[^"]*C:\/Users\/dev\/my logs\/.codex\/sessions/);
  assert.doesNotMatch(stdout, /'/);
});
