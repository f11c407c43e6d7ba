import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { TaggingError } from "../../src/tagging/error.ts";
import { type OwnServer, type ServerStart, slotArgs, startServer } from "../../src/tagging/own_server.ts";
import { tempFolder } from "../support/program.ts";
import { fakeLlamaServer } from "../support/started_server.ts";

const isPosix = Deno.build.os !== "windows";
const never = new AbortController().signal;

function start(program: string, more: Partial<ServerStart> = {}): Promise<OwnServer> {
  return startServer(denoHost, { program, model: "m.gguf", args: slotArgs(2), loadTimeoutMs: 30_000, ...more }, never);
}

Deno.test({
  name: "startServer() answers when the server is ready; stop() leaves none of its processes",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const program = fakeLlamaServer(folder.path);
    const server = await start(program);
    assert.ok(server.loadMs > 0);
    const props: { total_slots: number } = await (await fetch(`${server.url}/props`)).json();
    assert.equal(props.total_slots, 2);
    await server.stop();
    await assert.rejects(fetch(`${server.url}/health`));
  },
});

Deno.test({
  name: "startServer() starts several servers at once, each on a port of its own",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const program = fakeLlamaServer(folder.path);
    const servers = await Promise.all([start(program), start(program)]);
    assert.equal(new Set(servers.map(({ url }) => url)).size, 2);
    await Promise.all(servers.map((server: OwnServer) => server.stop()));
  },
});

Deno.test({
  name: "startServer() says in the server's own words why it did not start",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const program = fakeLlamaServer(folder.path);
    const troubles: readonly [() => Promise<OwnServer>, RegExp][] = [
      [() => start(`${folder.path}/none`), /Cannot start ".*none" with the model "m.gguf": .*No such file/],
      [() => start(program, { model: "bad.gguf" }), /with the model "bad.gguf": "error: failed to load model"$/],
      [() => start(program, { args: ["--nonsense"] }), /Unknown option '--nonsense'/],
      [() => start(program, { loadTimeoutMs: 1 }), /not ready within 0.001 s$/],
    ];
    for (const [attempt, message] of troubles) {
      await assert.rejects(attempt(), (error) => {
        assert.ok(error instanceof TaggingError);
        assert.match(error.message, message);
        assert.notEqual(error.hint, "");
        return true;
      });
    }
  },
});

Deno.test({
  name: "startServer() stops the server that it waits for when it is interrupted",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const interrupt = new AbortController();
    const program = fakeLlamaServer(folder.path);
    const promise = startServer(
      denoHost,
      { program, model: "m.gguf", args: [], loadTimeoutMs: 30_000 },
      interrupt.signal,
    );
    interrupt.abort(new Error("interrupted"));
    await assert.rejects(promise, /interrupted/);
  },
});
