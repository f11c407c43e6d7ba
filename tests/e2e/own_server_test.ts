import assert from "node:assert/strict";
import { EXAMPLES, filesIn, program, startProgram, tempFolder } from "../support/program.ts";
import { fakeLlamaServer } from "../support/started_server.ts";

const isPosix = Deno.build.os !== "windows";
const KILLS = 10;
/** A server that is left over is given so long to end. */
const LEFT_MS = 5_000;

interface Setting {
  readonly model: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Requests for a word, so far. */
  asked(): number;
}

/** A folder of its own for runs with `--model-file`: the name of the model is found in no other process. */
function setUp(folder: string): Setting {
  const model = `${folder}/model-${crypto.randomUUID()}.gguf`;
  Deno.writeTextFileSync(model, "");
  const args = [
    ...["run", ...EXAMPLES, "--out", `${folder}/out`],
    ...["--model-file", model, "--llama-server", fakeLlamaServer(folder)],
  ];
  const env = { FAKE_LOG: `${folder}/log`, FAKE_DELAY_MS: "10" };
  return { model, args, env, asked: () => linesOf(`${folder}/log`) };
}

function linesOf(path: string): number {
  try {
    return Deno.readTextFileSync(path).split("\n").length - 1;
  } catch {
    return 0;
  }
}

/** Whether a process still serves the model. */
async function isServed(model: string): Promise<boolean> {
  const { stdout } = await new Deno.Command("ps", { args: ["-A", "-o", "args="] }).output();
  return new TextDecoder().decode(stdout).includes(model);
}

async function endsInTime(model: string): Promise<boolean> {
  for (const endMs = Date.now() + LEFT_MS; Date.now() < endMs;) {
    if (!await isServed(model)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

Deno.test({
  name: "run --model-file starts a server and leaves none, whether it succeeds, fails or is interrupted",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const { model, args, env } = setUp(folder.path);
    const failed = await program([...args, "--max-uncached-tags", "3"], { env });
    assert.equal(failed.code, 1, failed.stderr);
    assert.ok(!await isServed(model));

    const child = startProgram(args, { env });
    while (!await isServed(model)) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGINT");
    const interrupted = await child.output();
    assert.equal(interrupted.code, 130);
    assert.ok(!await isServed(model));

    const whole = await program(args, { env });
    assert.equal(whole.code, 0, whole.stderr);
    assert.ok(!await isServed(model));
    assert.match(whole.stderr, /started a server for model-.* in /);
    assert.ok(!whole.stderr.includes(folder.path + "/model"), "no path where the name is enough");
  },
});

Deno.test({
  name: "run --model-file starts no server where its model said all words before, until the file is another one",
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const { model, args, env, asked } = setUp(folder.path);
    const said = (): unknown => {
      const { llm_tagger, sessions } = JSON.parse(Deno.readTextFileSync(`${folder.path}/out/agentpprof.json`));
      return { form: llm_tagger.form, agreement: llm_tagger.agreement, sessions };
    };
    const first = await program(args, { env });
    assert.equal(first.code, 0, first.stderr);
    const [askedFirst, saidFirst] = [asked(), said()];

    const second = await program(args, { env });
    assert.equal(second.code, 0, second.stderr);
    assert.doesNotMatch(second.stderr, /started a server/);
    assert.equal(asked(), askedFirst);
    assert.deepEqual(said(), saidFirst);

    Deno.writeTextFileSync(model, "another");
    const third = await program(args, { env });
    assert.equal(third.code, 0, third.stderr);
    assert.match(third.stderr, /started a server/);

    Deno.writeTextFileSync(model, "a third one");
    const failed = await program([...args, "--llama-server", `${folder.path}/none`], { env });
    assert.notEqual(failed.code, 0, "the words of what was served before are not this file's");

    const mute = `${folder.path}/mute.gguf`;
    Deno.writeTextFileSync(mute, "");
    const nameless = await program(args.map((arg) => arg === model ? mute : arg), { env });
    assert.notEqual(nameless.code, 0, "nor those of one that starts and does not tell its name");
    assert.ok(!await isServed(mute));
  },
});

Deno.test({
  name:
    `run --model-file, ended by SIGKILL at ${KILLS} moments: no server is left, no file is damaged, no word is lost`,
  ignore: !isPosix,
  fn: async () => {
    using folder = tempFolder();
    const { model, args, env, asked } = setUp(folder.path);
    using other = tempFolder();
    const undisturbed = setUp(other.path);
    const startMs = Date.now();
    const whole = await program(undisturbed.args, { env: undisturbed.env });
    assert.equal(whole.code, 0, whole.stderr);
    const wholeMs = Date.now() - startMs;

    for (let kill = 0; kill < KILLS; kill++) {
      const child = startProgram(args, { env });
      const output = child.output();
      // One moment in each tenth of a run's time, a random one.
      await new Promise((resolve) => setTimeout(resolve, wholeMs * (kill + Math.random()) / KILLS));
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended by itself.
      }
      await output;
      assert.ok(await endsInTime(model), `a server is left after kill ${kill}`);
    }
    const last = await program(args, { env });
    assert.equal(last.code, 0, last.stderr);
    assert.doesNotMatch(last.stderr, /set aside|damaged/i);
    const files = filesIn(`${folder.path}/out`);
    assert.ok(undisturbed.asked() > 50);
    const lost = asked() - undisturbed.asked();
    assert.ok(lost <= KILLS, `${lost} words were asked again after ${KILLS} kills with one request in flight`);
    const expected = filesIn(`${other.path}/out`);
    for (const [name, text] of expected) {
      if (name.endsWith(".txt")) assert.equal(files.get(name), text, name);
    }
  },
});
