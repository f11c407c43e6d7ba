import assert from "node:assert/strict";
import { describeCommand, withoutShell } from "../../src/shell/describe.ts";
import { DESCRIPTIONS } from "../../src/shell/programs/descriptions.ts";

const SHELL_LINES: readonly (readonly [line: string, does: string])[] = [
  ["git checkout -b fix/x", "create a new branch"],
  ["git checkout main", "switch to a branch"],
  ["git -C app status", "show which files changed"],
  ["git commit -m 'Add push; and rm tags'", "commit the changes"],
  ["find . -name '*.tmp' -delete", "delete the files found"],
  ["bash -lc 'cd src && ls'", "list the files of a folder"],
  ["/bin/zsh -lc pwd", "show the folder"],
  ["cd src", "go to a folder"],
  ["timeout 20 npm run typecheck", "check the types"],
  ["npm run test:unit 2>&1 | tail -5", "run the tests"],
  ["FOO=1 sudo -E apt-get install -y jq", "install packages"],
  ["npx -y eslint .", "lint the code"],
  ["uv run pytest -q --cov=app", "measure the coverage of the tests"],
  ["python3 -m unittest discover", "run the tests"],
  ["cat a.txt | head -3", "read a file"],
  ["cat > a.txt <<'EOF'\nrm b.txt\nEOF", "write a file"],
  ["# how full it is\ndf -h\nfree -m", "measure disk space, show the memory in use"],
  ["ssh web1 'systemctl status api'", "run on another server, show the status of a server"],
  ["rm a; ls; cat b; wc -l c", "delete files, list the files of a folder, read a file"],
  ["bash -lc bash -lc 'npm run lint --silent'", "lint the code"],
  ["sudo -n -u nobody ls /root", "list the files of a folder"],
  ["curl -sSL -o a.zip https://example.org/a.zip", "download a file"],
  ["curl -s -o /dev/null https://example.org", "send a request over the network"],
  ["frobnicate --all", ""],
  ["", ""],
];
for (const [line, does] of SHELL_LINES) {
  Deno.test(`describeCommand() says of ${JSON.stringify(line)}: ${does || "nothing"}`, () => {
    assert.equal(describeCommand(line), does);
  });
}

Deno.test("withoutShell() takes off the shell that an agent puts around a command, and nothing else", () => {
  assert.equal(withoutShell("bash -lc 'ls -la'"), "ls -la");
  assert.equal(withoutShell("bash -lc ls && pwd"), "ls && pwd");
  assert.equal(withoutShell("bash scripts/run.sh -c x"), "bash scripts/run.sh -c x");
});

Deno.test("each description is a phrase of several words, and each row can be met", () => {
  const seen = new Set<string>();
  for (const [run, does] of DESCRIPTIONS) {
    assert.match(does, /^[a-z]\w* [\w ]+$/, does);
    assert.ok(!seen.has(run), run);
    seen.add(run);
    const [name = "", ...words] = run.split(" ").map((word) => word.split("|")[0] ?? "");
    assert.notEqual(describeCommand([name, ...words].join(" ")), "", run);
  }
});
