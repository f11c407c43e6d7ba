import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { TaggingError } from "../../src/tagging/error.ts";
import { connect, type LlamaServer } from "../../src/tagging/llama_server.ts";
import { ask } from "../../src/tagging/question.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import { type FakeOptions, type FakeRequest, type Misbehaviour, startFakeServer } from "../support/llama_server.ts";
import { connectTo } from "./sample.ts";

const QUESTION = ask({ kind: "prompt", fragment: "fix it" }, WORK);

function askPrompt(server: LlamaServer): Promise<string> {
  return server.ask(QUESTION, "chat", "prompt", { signal: new AbortController().signal, lane: 0 });
}

Deno.test("connect() learns the model's name without its folder, its size, and the slots", async () => {
  await using fake = startFakeServer({ slots: 4 });
  const server = await connectTo(fake.url);
  assert.deepEqual([server.model, server.slots], ["tiny-test.gguf, 1234 parameters, 5678 bytes", 4]);
});

Deno.test("connect() goes on without /props, which other servers do not have", async () => {
  await using fake = startFakeServer({ misbehave: ({ path }) => path === "/props" ? "not found" : null });
  assert.equal((await connectTo(fake.url)).slots, 1);
});

Deno.test("connect() takes the model that was named where several are served, and refuses to choose", async () => {
  await using fake = startFakeServer({ otherModels: ["second", "third"] });
  assert.equal((await connectTo(fake.url, { model: "second" })).model, "second");
  await assert.rejects(
    connectTo(fake.url),
    (error) =>
      error instanceof TaggingError && /found ".*second, third"$/.test(error.message) && /--model/.test(error.hint),
  );
});

Deno.test("connect() keeps user and password out of the address and sends them in a header", async () => {
  await using fake = startFakeServer();
  const server = await connectTo(fake.url.replace("http://", "http://ada:s%3Acret@"));
  assert.equal(server.baseUrl, fake.url);
  await askPrompt(server);
  assert.equal(fake.asked[0]?.headers.get("authorization"), `Basic ${btoa("ada:s:cret")}`);
});

Deno.test("connect() sends the key and shows it nowhere", async () => {
  await using fake = startFakeServer({ misbehave: ({ number }) => number === 1 ? "unauthorized" : null });
  const server = await connect(
    denoHost,
    { url: fake.url, model: "local", timeoutMs: 5_000, apiKey: "sk-FAKE" },
    new AbortController().signal,
  );
  await assert.rejects(
    askPrompt(server),
    (error) =>
      error instanceof TaggingError && !`${error.message}${error.hint}`.includes("sk-FAKE") &&
      error.hint.includes("--api-key-file"),
  );
  assert.equal(fake.asked[0]?.headers.get("authorization"), "Bearer sk-FAKE");
});

for (
  const { name, key, echo } of [
    {
      name: "behind so much that it would be cut",
      key: "sk-FAKEplanted0123",
      echo: (sent: string) => "x".repeat(170) + sent,
    },
    { name: "as JSON writes it", key: 'sk-"FAKE"\\planted', echo: (sent: string) => JSON.stringify({ got: sent }) },
  ]
) {
  Deno.test(`a key that the server answers with is shown nowhere: ${name}`, async () => {
    await using server = Deno.serve(
      { port: 0, onListen: () => {} },
      (request) => new Response(echo(request.headers.get("authorization") ?? ""), { status: 500 }),
    );
    const url = `http://127.0.0.1:${server.addr.port}`;
    await assert.rejects(
      connect(denoHost, { url, model: "local", timeoutMs: 5_000, apiKey: key }, new AbortController().signal),
      (error) =>
        error instanceof TaggingError && error.message.includes("(the key)") && !error.message.includes("planted") &&
        !error.message.includes("sk-"),
    );
  });
}

Deno.test("a key that is as short as a word is shown in no message, and changes no answer", async () => {
  await using server = Deno.serve(
    { port: 0, onListen: () => {} },
    ({ url }) =>
      url.endsWith("/v1/models")
        ? Response.json({ data: [{ id: "fix" }] })
        : new Response("no fix for you", { status: 500 }),
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const connected = await connect(
    denoHost,
    { url, model: "local", timeoutMs: 5_000, apiKey: "fix" },
    new AbortController().signal,
  );
  assert.equal(connected.model, "fix");
  await assert.rejects(
    askPrompt(connected),
    (error) => error instanceof TaggingError && error.message.includes("no (the key) for you"),
  );
});

Deno.test("connect() takes any user and password out of the address", async () => {
  await using fake = startFakeServer();
  for (
    const [user, sent] of [["b:p%E2%82%AC", "b:p\u{e2}\u{82}\u{ac}"], [":pw", ":pw"], ["b%ob:pw", "b%ob:pw"]] as const
  ) {
    const url = fake.url.replace("//", `//${user}@`);
    const server = await connect(
      denoHost,
      { url, model: "local", timeoutMs: 5_000, apiKey: null },
      new AbortController().signal,
    );
    await askPrompt(server);
    assert.equal(fake.asked.at(-1)?.headers.get("authorization"), `Basic ${btoa(sent)}`);
  }
});

Deno.test("connect() says how to start a server where there is none, at once", async () => {
  const fake = startFakeServer();
  await fake[Symbol.asyncDispose]();
  await assert.rejects(
    connectTo(fake.url, { timeoutMs: 60_000 }),
    (error) =>
      error instanceof TaggingError &&
      error.message ===
        `Cannot reach the llama.cpp server at "${fake.url}" to ask for the name of its model: connection refused` &&
      /^Start one with: llama-server -m MODEL\.gguf --port 8080\nOr .* --model-file smollm2-135m, .* agentpprof model pull smollm2-135m$/
        .test(error.hint),
  );
});

Deno.test("connect() refuses an address that is none", async () => {
  await assert.rejects(connectTo("localhost"), /Cannot use the server address "localhost": expected a URL/);
});

Deno.test("ask() sends a grammar, temperature 0 and at most 12 tokens, without a stream", async () => {
  await using fake = startFakeServer();
  const server = await connectTo(fake.url);
  for (const form of ["chat", "raw"] as const) {
    await server.ask(QUESTION, form, "prompt", { signal: new AbortController().signal, lane: 0 });
  }
  for (const { body, path } of fake.asked) {
    assert.match(String(body["grammar"]), /^root ::= /);
    assert.deepEqual([body["temperature"], body["stream"], body["cache_prompt"]], [0, false, true]);
    assert.ok(Number(body["max_tokens"] ?? body["n_predict"]) <= 12, path);
  }
  assert.deepEqual(fake.asked.map(({ path }) => path), ["/v1/chat/completions", "/completion"]);
});

const TROUBLES: readonly (readonly [Misbehaviour, RegExp])[] = [
  ["not found", /expected status 200, found 404 with "{\\?"error/],
  ["html", /expected JSON, found "<!doctype html>\\n<title>A router<\/title>\\u\{1b\}\[31m"$/],
  ["empty", /expected JSON, found an empty body$/],
  ["huge", /expected at most 1048576 bytes, found more$/],
  ["huge at once", /expected at most 1048576 bytes, found more$/],
  ["huge compressed", /expected at most 1048576 bytes, found more$/],
  ["hang", /no answer within 0\.3 s$/],
  ["redirect", /expected an answer, found a redirect$/],
  ["busy", /expected status 200, found 429 with "slow down"$/],
  ["loading", /found 503 with .*Loading model/],
  ["unauthorized", /found 401 with .*Invalid API Key/],
  ["other shape", /expected .*, found "{"hello":"world"}"$/],
];
for (const [trouble, message] of TROUBLES) {
  Deno.test(`connect() says what it wanted and what came when the server answers: ${trouble}`, async () => {
    await using fake = startFakeServer({ misbehave: () => trouble });
    await assert.rejects(
      connectTo(fake.url, { timeoutMs: 300 }),
      (error) =>
        error instanceof TaggingError && message.test(error.message) &&
        error.message.startsWith("Cannot get the name of its model from") && error.hint !== "",
    );
  });
  Deno.test(`ask() names the kind, says what came and what to do when the server answers: ${trouble}`, async () => {
    await using fake = startFakeServer({ misbehave: ({ number }) => number > 0 ? trouble : null });
    const server = await connectTo(fake.url, { timeoutMs: 300 });
    await assert.rejects(
      askPrompt(server),
      (error) =>
        error instanceof TaggingError && message.test(error.message) &&
        error.message.startsWith("Cannot get a word for a prompt from") && error.hint !== "",
    );
  });
}

const OUTAGES: readonly (readonly [string, Misbehaviour])[] = [["is busy", "busy"], ["loads its model", "loading"]];
for (const [what, trouble] of OUTAGES) {
  Deno.test(`ask() waits while the server ${what}`, async () => {
    const misbehave = ({ number }: FakeRequest): Misbehaviour | null => number > 0 && number < 3 ? trouble : null;
    await using fake = startFakeServer({ misbehave });
    const server = await connectTo(fake.url);
    assert.ok(WORK.words?.has(await askPrompt(server)));
    assert.equal(fake.asked.length, 3);
  });
}

Deno.test("ask() outlasts a server that dies and comes back within the time limit", async () => {
  const options: FakeOptions = {};
  const first = startFakeServer(options);
  const server = await connectTo(first.url);
  await first[Symbol.asyncDispose]();
  const answer = askPrompt(server);
  await denoHost.sleep(100);
  await using _second = startFakeServer({ port: Number(new URL(first.url).port) });
  assert.ok(WORK.words?.has(await answer));
});

Deno.test("ask() ends with the signal's reason when the run is interrupted", async () => {
  await using fake = startFakeServer({ misbehave: ({ number }) => number > 0 ? "hang" : null });
  const server = await connectTo(fake.url);
  const stop = new AbortController();
  const answer = server.ask(QUESTION, "chat", "prompt", { signal: stop.signal, lane: 0 });
  const reason = new Error("interrupted");
  stop.abort(reason);
  await assert.rejects(answer, reason);
});
