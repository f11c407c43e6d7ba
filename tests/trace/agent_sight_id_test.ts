import { equal } from "node:assert/strict";
import { agentSightSessionId } from "../../src/trace/agent_sight_id.ts";

for (
  const [agent, id, expected] of [
    ["codex", "019ec561-a99a-7a81-a344-6d898f7615ab", "local:codex:codex:019ec5.615ab"],
    ["claude", "123456789012", "local:claude:claude:123456789012"],
    ["claude", "1234567890123", "local:claude:claude:123456.90123"],
    ["codex", "", "local:codex:codex:"],
  ] as const
) {
  Deno.test(`agentSightSessionId() makes "${expected}" of "${id}"`, () => {
    equal(agentSightSessionId({ agent, id }), expected);
  });
}
