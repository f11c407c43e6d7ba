/** A real llama.cpp server for scripts and tests, started on a free loopback port. */
export interface StartedServer {
  readonly url: string;
  stop(): Promise<void>;
}

const READY_MS = 120_000;

/** Starts a llama-server and waits until it is ready. Throws with the server's last words where it ends before. */
export async function startLlamaServer(
  program: string,
  model: string,
  args: readonly string[] = [],
): Promise<StartedServer> {
  const port = freePort();
  const log = await Deno.makeTempFile({ prefix: "llama-server-", suffix: ".log" });
  const file = await Deno.open(log, { write: true });
  const child = new Deno.Command(program, {
    args: ["-m", model, "--host", "127.0.0.1", "--port", String(port), ...args],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const copied = child.stderr.pipeTo(file.writable);
  const ended = child.status;
  let hasEnded = false;
  ended.then(() => hasEnded = true);
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (!hasEnded) child.kill("SIGKILL");
    await ended;
    await copied.catch(() => {});
    await Deno.remove(log).catch(() => {});
  };
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline && !hasEnded;) {
    if (await isReady(url)) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const words = (await Deno.readTextFile(log)).trim().split("\n").slice(-3).join("\n");
  await stop();
  throw new Error(`Cannot start "${program}" with "${model}": ${words}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`);
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}
