import type { Host } from "../host/host.ts";
import type { Pulling } from "./pull.ts";

/** Nothing came for so long: the connection is given up. */
const STALL_MS = 30_000;
/** A connection that was lost is taken up again where it was; so often without a byte in between. */
const ATTEMPTS = 3;
const PAUSE_MS = 500;
/** Written at once. */
const BLOCK_BYTES = 1 << 20;

/** Fetches a file into `part`, after what stands there already. Throws `Error`, or the signal's reason. */
export async function download(
  host: Host,
  url: string,
  part: string,
  sizeBytes: number,
  pulling: Pulling,
): Promise<void> {
  for (let idle = 0;;) {
    const before = sizeOf(host, part);
    if (before === sizeBytes) return;
    if (before > sizeBytes) await host.remove(part);
    let trouble: unknown = new Error("the connection was lost");
    try {
      await downloadOnce(host, url, part, sizeBytes, pulling);
    } catch (error) {
      pulling.signal.throwIfAborted();
      if (error instanceof RefusalError) throw error;
      trouble = error;
    }
    const after = sizeOf(host, part);
    idle = after > before ? 0 : idle + 1;
    if (idle >= ATTEMPTS) throw trouble;
    if (after < sizeBytes) await host.sleep(PAUSE_MS, pulling.signal);
  }
}

/** The source answered, and does not give the file. */
class RefusalError extends Error {}

async function downloadOnce(
  host: Host,
  url: string,
  part: string,
  sizeBytes: number,
  { signal, onProgress }: Pulling,
): Promise<void> {
  const have = sizeOf(host, part);
  const stall = stallGuard(host);
  try {
    const response = await host.fetch(url, {
      headers: have > 0 ? { range: `bytes=${have}-` } : {},
      signal: AbortSignal.any([signal, stall.signal]),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new RefusalError(`status ${response.status}`);
    }
    // A server that knows no ranges sends all of it again.
    if (response.status !== 206) await host.remove(part);
    let done = response.status === 206 ? have : 0;
    const block = new Block(host, part);
    try {
      for await (const chunk of response.body ?? []) {
        stall.stirred();
        done += chunk.length;
        if (done > sizeBytes) throw new RefusalError(`expected ${sizeBytes} bytes, found more`);
        await block.add(chunk);
        onProgress(done, sizeBytes);
      }
    } finally {
      await block.flush();
    }
  } finally {
    stall.end();
  }
}

/** Bytes on their way to a file: written in few large pieces. */
class Block {
  readonly #bytes = new Uint8Array(BLOCK_BYTES);
  readonly #host: Host;
  readonly #path: string;
  #filled = 0;

  constructor(host: Host, path: string) {
    this.#host = host;
    this.#path = path;
  }

  async add(chunk: Uint8Array): Promise<void> {
    for (let rest = chunk; rest.length > 0;) {
      const fits = rest.subarray(0, BLOCK_BYTES - this.#filled);
      this.#bytes.set(fits, this.#filled);
      this.#filled += fits.length;
      rest = rest.subarray(fits.length);
      if (this.#filled === BLOCK_BYTES) await this.flush();
    }
  }

  async flush(): Promise<void> {
    if (this.#filled > 0) await this.#host.appendBytes(this.#path, this.#bytes.subarray(0, this.#filled));
    this.#filled = 0;
  }
}

/** Aborts when it was not stirred for `STALL_MS`. */
function stallGuard(host: Host): { readonly signal: AbortSignal; stirred(): void; end(): void } {
  const stalled = new AbortController();
  const over = new AbortController();
  let stirredMs = host.now();
  const watch = async (): Promise<void> => {
    while (host.now() - stirredMs < STALL_MS) await host.sleep(STALL_MS / 10, over.signal);
    stalled.abort(new Error(`nothing came for ${STALL_MS / 1000} s`));
  };
  watch().catch(() => {});
  return {
    signal: stalled.signal,
    stirred: () => stirredMs = host.now(),
    end: () => over.abort(),
  };
}

function sizeOf(host: Host, path: string): number {
  return host.stat(path)?.sizeBytes ?? 0;
}
