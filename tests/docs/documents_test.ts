import { documents } from "../../scripts/documents.ts";
import { assertGolden } from "../support/golden.ts";

for (const [path, text] of await documents()) {
  Deno.test(`${path} is what the program makes now`, () => assertGolden(path, text));
}
