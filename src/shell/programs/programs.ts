import { CONTAINERS } from "./containers.ts";
import { FILES } from "./files.ts";
import { JAVASCRIPT } from "./javascript.ts";
import { LANGUAGES } from "./languages.ts";
import { NETWORK } from "./network.ts";
import { PYTHON_TOOLS } from "./python.ts";
import type { Row } from "./row.ts";
import { SYSTEM } from "./system.ts";
import { VERSION_CONTROL } from "./version_control.ts";
import { WINDOWS } from "./windows.ts";

/** What programs do, by area. A program of two areas is described by the first that has it. */
export const PROGRAMS: readonly Row[] = [
  ...SYSTEM,
  ...FILES,
  ...VERSION_CONTROL,
  ...JAVASCRIPT,
  ...PYTHON_TOOLS,
  ...LANGUAGES,
  ...NETWORK,
  ...CONTAINERS,
  ...WINDOWS,
];
