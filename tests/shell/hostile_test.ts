import assert from "node:assert/strict";
import fc from "fast-check";
import { frame } from "../../src/profile/frame.ts";
import { type CommandFacts, understandCommand } from "../../src/shell/command.ts";
import { parsedExtent } from "../../src/shell/extent.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import { EFFECTS } from "../../src/trace/effect.ts";

const shell = await loadShell();
const context = { cwd: "/home/dev/work/app", home: "/home/dev" };
const RUNS = 2_000;

const PIECES = [
  "npm test",
  "cd src",
  "git commit -m 'x y'",
  "cat > a <<'EOF'\nx\nEOF\n",
  "bash -lc '",
  "'",
  '"',
  "$(",
  ")",
  "`",
  "|",
  "&&",
  "||",
  ";",
  "&",
  "\n",
  "> out.txt",
  "2>&1",
  "< in",
  "<<EOF",
  "EOF",
  "if ",
  "then ",
  "fi",
  "for f in *.ts; do ",
  "done",
  "case x in ",
  "esac",
  "{ ",
  "}",
  "\\",
  "$X",
  "${Y:-z}",
  "sudo ",
  "xargs ",
  "find . -exec ",
  " \\;",
  "python3 - <<PY\nopen('a','w')\nPY",
  "Get-Content ",
  "$env:A=1",
  "C:\\a\\b",
  "~/x",
  "\u{1F600}",
  "\0",
  "\u202e",
  "curl https://user:pw@host.example/x",
  "ssh a@b",
  "[[ -f x ]]",
  "((",
  "))",
  "eval ",
  "é",
  "env A=1 ",
  "#",
];

/** Frames hold what the folded format allows, names are single words, paths absolute, hosts without credentials. */
function check(facts: CommandFacts, command: string): void {
  assert.ok(EFFECTS.includes(facts.effect), command);
  assert.ok(facts.processChain.length <= 6 && facts.domains.length <= 8, command);
  if (facts.commandName !== null) assert.equal(facts.processChain.at(-1), facts.commandName, command);
  for (const name of facts.processChain) {
    assert.match(name, /^\S{1,64}$/u);
    assert.match(frame("process", name), /^process:[\p{L}\p{N}\p{M}_.:/+-]+$/u);
  }
  for (const path of facts.paths) {
    assert.match(path, /^(\/|[A-Z]:\/)/, command);
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(path, /[\0-\x1f]|\/\.\.?(\/|$)/, command);
  }
  for (const host of facts.domains) {
    assert.equal(host, host.toLowerCase(), command);
    assert.match(host, /^[\p{L}\p{N}\p{M}_.:-]+$/u, command);
  }
}

Deno.test("understandCommand() never throws and stays within its vocabulary, whatever the text", () => {
  const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ maxLength: 200 }));
  fc.assert(fc.property(anything, (command) => check(understandCommand(shell, command, context), command)), {
    numRuns: RUNS,
  });
});

Deno.test("understandCommand() never throws for pieces of shell in any order", () => {
  const mixed = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(mixed, (command) => check(understandCommand(shell, command, context), command)), {
    numRuns: RUNS,
  });
});

Deno.test("understandCommand() never throws for lists of any arguments", () => {
  const argv = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 40 })), { maxLength: 12 });
  fc.assert(fc.property(argv, (words) => check(understandCommand(shell, words, context), words.join(" "))), {
    numRuns: RUNS,
  });
});

const HOSTILE: Readonly<Record<string, string>> = {
  "a hundred kilobytes of $(": "$(".repeat(50_000),
  "ten thousand levels of quotes": `${'"$('.repeat(10_000)}x${')"'.repeat(10_000)}`,
  "quotes alone": '"'.repeat(100_001),
  "a pipeline of fifty thousand": "a|".repeat(50_000),
  "parentheses that nothing opened": "a)".repeat(50_000),
  "heredocs that nothing ends": "cat <<A\n".repeat(12_000),
  "keywords out of place": ";if ".repeat(25_000),
};

for (const [name, command] of Object.entries(HOSTILE)) {
  Deno.test(`understandCommand() gives the vaguer answer for ${name}`, () => {
    const facts = understandCommand(shell, command, context);
    assert.equal(facts.parsed, false);
    assert.equal(facts.effect, "process");
    check(facts, name);
  });
}

Deno.test("understandCommand() stays of use after a hostile command", () => {
  for (const command of Object.values(HOSTILE)) understandCommand(shell, command, context);
  assert.equal(understandCommand(shell, "npm test # still", context).effect, "test");
});

Deno.test("understandCommand() reads the first lines of a script without measure", () => {
  const facts = understandCommand(shell, "npm run lint\n".repeat(10_000), context);
  assert.equal(facts.effect, "lint");
  assert.equal(facts.parsed, false);
});

Deno.test("parsedExtent() gives the whole of a heredoc that holds a large file", () => {
  const script = `cat > a.md <<'EOF'\n${'| a | `b` | $(c) | "d |\n'.repeat(20_000)}EOF\n`;
  assert.equal(parsedExtent(script), script.length);
});

Deno.test("understandCommand() says of a broken script what stands outside the fault", () => {
  const facts = understandCommand(shell, 'npm test && echo "unclosed', context);
  assert.equal(facts.effect, "test");
  assert.equal(facts.parsed, false);
});
