/**
 * Makes what a release consists of, of the programs that `deno task compile` made: an archive of each in `dist/release`,
 * their SHA-256 sums, and the notes, which are the newest part of the CHANGELOG.
 */
import config from "../deno.json" with { type: "json" };
import { fromFileUrl } from "./paths.ts";
import { TARGETS } from "./targets.ts";

const ROOT = fromFileUrl(new URL("../", import.meta.url));
const RELEASE = `${ROOT}dist/release`;

await Deno.remove(RELEASE, { recursive: true }).catch(() => {});
await Deno.mkdir(RELEASE, { recursive: true });
const sums: string[] = [];
for (const target of TARGETS) {
  const folder = `${ROOT}dist/${target}`;
  if (!isThere(folder)) continue;
  for (const name of ["README.md", "CHANGELOG.md", "LICENSE"]) await Deno.copyFile(ROOT + name, `${folder}/${name}`);
  const name = `agentpprof-${config.version}-${target}.${target.includes("windows") ? "zip" : "tar.xz"}`;
  const files = [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
  if (name.endsWith(".zip")) await run("zip", ["-9", "-q", "-X", `${RELEASE}/${name}`, ...files], folder);
  else {
    const owner = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name"];
    await run("tar", ["-cJf", `${RELEASE}/${name}`, ...owner, ...files], folder);
  }
  const bytes = await Deno.readFile(`${RELEASE}/${name}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  sums.push(`${digest.toHex()}  ${name}\n`);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB`);
}
if (sums.length === 0) {
  console.error("release: no program is there: make them with deno task compile");
  Deno.exit(1);
}
await Deno.writeTextFile(`${RELEASE}/SHA256SUMS`, sums.join(""));
await Deno.writeTextFile(`${RELEASE}/NOTES.md`, notes(await Deno.readTextFile(`${ROOT}CHANGELOG.md`)));

/** The newest part: from the first heading of the second level to the next one. */
function notes(changelog: string): string {
  return changelog.split(/^## .*\n/m)[1]?.trim().concat("\n") ?? "";
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isDirectory;
  } catch {
    return false;
  }
}

async function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  const { code } = await new Deno.Command(program, { args: [...args], cwd, stdout: "inherit", stderr: "inherit" })
    .output();
  if (code !== 0) throw new Error(`Cannot make the archives: "${program}" ended with ${code}`);
}
