import assert from "node:assert/strict";
import { fileUrl, openInBrowser } from "../../src/cli/open.ts";
import { pageAnswer } from "../../src/cli/serve.ts";
import { program, startProgram, tempFolder } from "../support/program.ts";
import { memoryHost } from "../support/memory_host.ts";

const PAGE = { port: 8123, path: "/secret/", read: () => "<!doctype html>" };

/** Requests as method, path and Host header, and the status of their answers. */
const REQUESTS: readonly (readonly [method: string, path: string, host: string, status: number])[] = [
  ["GET", "/secret/", "127.0.0.1:8123", 200],
  ["GET", "/secret/?q=debug", "localhost:8123", 200],
  ["HEAD", "/secret/", "127.0.0.1:8123", 200],
  ["POST", "/secret/", "127.0.0.1:8123", 405],
  ["GET", "/", "127.0.0.1:8123", 404],
  ["GET", "/secret", "127.0.0.1:8123", 404],
  ["GET", "/secret/agentpprof.json", "127.0.0.1:8123", 404],
  ["GET", "/secret/../agentpprof.json", "127.0.0.1:8123", 404],
  ["GET", "/secret/%2e%2e/agentpprof.json", "127.0.0.1:8123", 404],
  ["GET", "/secret/", "evil.example:8123", 421],
  ["GET", "/secret/", "127.0.0.1", 421],
  ["GET", "/secret/", "127.0.0.1:8124", 421],
  ["GET", "/secret/", "", 421],
];

for (const [method, path, host, status] of REQUESTS) {
  Deno.test(`serve answers ${method} ${path} for host "${host}" with ${status}`, async () => {
    const answer = pageAnswer(new Request(`http://127.0.0.1:8123${path}`, { method, headers: { host } }), PAGE);
    assert.equal(answer.status, status);
    assert.equal((await answer.text()).includes("doctype"), status === 200 && method === "GET");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  });
}

Deno.test("serve gives the page as it is now, at an address that differs each time, and ends on Ctrl-C with 0", async () => {
  using folder = tempFolder();
  Deno.writeTextFileSync(`${folder.path}/index.html`, "<!doctype html>one");
  Deno.writeTextFileSync(`${folder.path}/agentpprof.json`, "{}");
  const addresses = new Set<string>();
  for (let round = 0; round < 2; round++) {
    const child = startProgram(["serve", "--out", folder.path]);
    const url = await firstLine(child.stdout);
    addresses.add(new URL(url).pathname);
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]{36}\/$/);
    assert.match(await textOf(url), /<!doctype html>/);
    Deno.writeTextFileSync(`${folder.path}/index.html`, `<!doctype html>again ${round}`);
    assert.equal(await textOf(url), `<!doctype html>again ${round}`);
    assert.equal(await textOf(`${url}agentpprof.json`), "There is nothing here\n");
    assert.equal(await textOf(new URL("/", url).href), "There is nothing here\n");
    child.kill("SIGINT");
    await child.stderr.cancel();
    assert.equal((await child.status).code, 0);
  }
  assert.equal(addresses.size, 2);
});

Deno.test("open runs the browser that BROWSER names with the address of the dashboard", async () => {
  using folder = tempFolder();
  const out = `${folder.path}/a b#c`;
  Deno.mkdirSync(out);
  Deno.writeTextFileSync(`${out}/index.html`, "");
  const browser = `${folder.path}/browser`;
  Deno.writeTextFileSync(browser, `#!/bin/sh\nprintf %s "$1" > "${folder.path}/asked"\n`, { mode: 0o755 });
  const { code, stderr } = await program(["open", "--out", out], { env: { BROWSER: browser } });
  assert.equal(code, 0, stderr);
  assert.equal(Deno.readTextFileSync(`${folder.path}/asked`), `file://${folder.path}/a%20b%23c/index.html`);
});

Deno.test("open says what to do where there is no dashboard, or no browser", async () => {
  using folder = tempFolder();
  const none = await program(["open", "--out", folder.path]);
  assert.equal(none.code, 2);
  assert.match(none.stderr, /Cannot find a dashboard: expected ".*\/index\.html"\n {2}Make one with: agentpprof run\n/);
  Deno.writeTextFileSync(`${folder.path}/index.html`, "");
  const mute = await program(["open", "--out", folder.path], { env: { BROWSER: `${folder.path}/nothing` } });
  assert.equal(mute.code, 1);
  assert.match(
    mute.stderr,
    /Cannot open a browser\n {2}Open this yourself: file:\/\/\/.*\n.*agentpprof serve --out ".*"\n$/,
  );
});

/** Programs that open an address on each platform; Windows' own shell would read `&` in it. */
const OPENERS = [
  ["linux", ["xdg-open"]],
  ["darwin", ["open"]],
  ["windows", ["rundll32", "url.dll,FileProtocolHandler"]],
] as const;

for (const [platform, words] of OPENERS) {
  Deno.test(`openInBrowser() starts ${words[0]} on ${platform}`, async () => {
    const asked: string[][] = [];
    const launch = (name: string, args: readonly string[]): Promise<boolean> => {
      asked.push([name, ...args]);
      return Promise.resolve(true);
    };
    assert.equal(await openInBrowser({ ...memoryHost({}), platform, launch }, "file:///x"), true);
    assert.deepEqual(asked, [[...words, "file:///x"]]);
  });
}

Deno.test("fileUrl() keeps a drive and escapes what an address gives a meaning", () => {
  assert.equal(fileUrl("C:/Users/me/100 %/index.html"), "file:///C:/Users/me/100%20%25/index.html");
  assert.equal(fileUrl("/home/me/ü?/index.html"), "file:///home/me/%C3%BC%3F/index.html");
});

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of stream) {
    text += new TextDecoder().decode(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

async function textOf(url: string): Promise<string> {
  return await (await fetch(url)).text();
}
