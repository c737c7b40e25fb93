import { expect, test } from "vitest";
import { githubEnv } from "../rules/workflow/github-env.ts";
import { prTargetCheckout } from "../rules/workflow/pr-target-checkout.ts";
import { templateInjection } from "../rules/workflow/template-injection.ts";
import { aRepository } from "../test/repository.ts";
import { said, steps } from "../test/workflows.ts";

test("what is too large to be looked at is not taken for safe", async () => {
  const many = steps(`${"- run: a\n".repeat(5001)}- run: echo \${{ github.event.issue.title }}`);
  expect(await said(templateInjection, many)).toEqual([
    "- .github/workflows/ci.yml reaches more jobs and steps than are looked at.",
  ]);
  const action = `runs:\n  using: composite\n  steps:\n${"    - run: a\n".repeat(5001)}`;
  const repository = aRepository({ "x/action.yml": action });
  const unknown = ["x/action.yml reaches more jobs and steps than are looked at."];
  for (const rule of [githubEnv, prTargetCheckout])
    expect((await rule.judge(repository)).unknown).toEqual(unknown);
});
