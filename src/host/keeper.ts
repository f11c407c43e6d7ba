/**
 * A process between the program and another one that must not outlive it: `keeper.ts PROGRAM [ARG …]`.
 *
 * Its standard input is a pipe whose other end the program holds and never writes to. However the program ends, a
 * SIGKILL included, the system closes that end, and the keeper ends what it keeps. That is so on Linux, macOS and
 * Windows alike, which a signal on the parent's death (Linux) or a job object (Windows) is not.
 *
 * @module
 */
import { NOT_STARTED } from "./host.ts";

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs the program until it ends by itself, and answers its exit code, or until standard input does. */
export async function keep([program = "", ...args]: readonly string[]): Promise<number> {
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(program, { args: [...args], stdin: "null", stdout: "null", stderr: "inherit" }).spawn();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    Deno.stderr.writeSync(new TextEncoder().encode(`error: ${reason}\n`));
    return NOT_STARTED;
  }
  for (const signal of SIGNALS) Deno.addSignalListener(signal, () => endAll(child));
  inputEnded().then(() => endAll(child));
  const { code } = await child.status;
  return code;
}

async function inputEnded(): Promise<void> {
  const buffer = new Uint8Array(64);
  try {
    while (await Deno.stdin.read(buffer) !== null);
  } catch {
    // A pipe that broke has ended as well.
  }
}

/** Ends the program with all that it started: its group, which is the keeper's own, and the keeper with it. */
function endAll(child: Deno.ChildProcess): void {
  try {
    if (Deno.build.os !== "windows") Deno.kill(-Deno.pid, "SIGKILL");
    new Deno.Command("taskkill", { args: ["/PID", `${child.pid}`, "/T", "/F"], stdout: "null", stderr: "null" })
      .outputSync();
  } catch {
    // Not a group of its own, or no taskkill: the program itself can be ended in any case.
  }
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended already.
  }
}

// In a compiled program all modules are one, and `main.ts` begins.
if (import.meta.main && !Deno.build.standalone) Deno.exit(await keep(Deno.args));
