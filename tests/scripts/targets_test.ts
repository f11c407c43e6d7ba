import assert from "node:assert/strict";
import { fromFileUrl } from "../../scripts/paths.ts";
import { NAMES_OF_ENV } from "../../scripts/targets.ts";

const SRC = fromFileUrl(new URL("../../src", import.meta.url));

Deno.test("a compiled program may ask for each variable that the sources name, and for no other", () => {
  const named = new Set(
    sources(SRC).flatMap((text) =>
      [...text.matchAll(/\benv\("([A-Z_]+)"\)|\bconst NO_PROXY = "([A-Z_]+)"/g)].map(([, name, other]) =>
        name ?? other ?? ""
      )
    ),
  );
  const isBaked = (name: string): boolean =>
    NAMES_OF_ENV.some((baked) => baked.endsWith("*") ? name.startsWith(baked.slice(0, -1)) : baked === name);
  assert.deepEqual([...named].filter((name) => !isBaked(name)), []);
});

function sources(folder: string): readonly string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    return isDirectory ? sources(path) : path.endsWith(".ts") ? [Deno.readTextFileSync(path)] : [];
  });
}
