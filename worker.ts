/**
 * A thread that helps to read logs: `main.ts` starts as many as the machine has use for.
 *
 * @module
 */
import { denoHost, onWork } from "./src/host/deno.ts";
import { type Answer, helpReading, type Share } from "./src/history/threads.ts";

onWork<Share, Answer>((share, answer) => helpReading(denoHost, share, answer));
