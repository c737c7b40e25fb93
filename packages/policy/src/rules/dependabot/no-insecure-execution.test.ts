import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { dependabotNoInsecureExecution } from "./no-insecure-execution.ts";

const config = (value: string) => ({
  ".github/dependabot.yml": `version: 2
updates:
  - package-ecosystem: bundler
    directory: /
    schedule: { interval: daily }
    insecure-external-code-execution: ${value} # why
`,
});

test("`allow` is found at its key and becomes `deny`", async () => {
  const [violation, ...others] = await violationsOf(dependabotNoInsecureExecution, config("allow"));
  expect(others).toEqual([]);
  expect(violation).toEqual({
    path: ".github/dependabot.yml",
    place: { startLine: 6, startColumn: 5, endLine: 6, endColumn: 44 },
    key: "bundler /",
    message:
      "The updates of bundler have `insecure-external-code-execution: allow`; only `deny`, the default, is allowed.",
    edits: [{ start: 140, end: 145, text: "deny" }],
  });
});

test("`deny` is fine, and without Dependabot there is nothing to judge", async () => {
  expect(await violationsOf(dependabotNoInsecureExecution, config("deny"))).toEqual([]);
  expect(await dependabotNoInsecureExecution.judge(aRepository({}))).toEqual({
    violations: [],
    looked: 0,
  });
});
