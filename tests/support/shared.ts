import { fromFileUrl } from "../../scripts/paths.ts";

const SHARED = fromFileUrl(new URL("../../../shared/", import.meta.url));

/** The path of something that is there only beside some checkouts; null, with a printed reason, where it is not. */
export function sharedPath(name: string): string | null {
  const path = SHARED + name;
  try {
    Deno.statSync(path);
    return path;
  } catch {
    // deno-lint-ignore no-console -- the reason why a test was skipped must be seen
    console.log(`skipped: "shared/${name}" is not beside this checkout`);
    return null;
  }
}
