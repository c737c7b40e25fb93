import { join } from "node:path";
import { UsageError } from "@assay/core";
import { cleanUp, gitRepository } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { check, folderWith } from "./test/check.ts";

afterAll(cleanUp);

const CI = ".github/workflows/ci.yml";
const job = (name: string, comment = "") => `  ${name}:${comment}\n    runs-on: x\n`;
const workflow = (...jobs: readonly string[]) => ({ [CI]: `on: push\njobs:\n${jobs.join("")}` });

describe("a finding", () => {
  test("is one a rule and file, with all places", async () => {
    const { result } = await check(await folderWith(workflow(job("a"), job("b"))));
    expect(result.findings).toMatchObject([
      {
        ruleId: "workflow.timeout",
        severity: "low",
        message: `2 places in ${CI}, the first: The job \`a\` has no \`timeout-minutes\`.`,
        location: { path: CI, startLine: 3, startColumn: 3 },
        relatedLocations: [{ path: CI, startLine: 5, startColumn: 3 }],
        parts: [expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)],
      },
    ]);
  });

  test("is accepted by a comment in its line or alone in the line before, with a reason", async () => {
    const inLine = job("a", " # assay: ignore workflow.timeout -- it waits, until 2027-06-30");
    const before = `  # assay: ignore workflow.timeout -- it waits\n${job("b")}`;
    const bare = job("c", " # assay: ignore workflow.timeout");
    const { result, share } = await check(await folderWith(workflow(inLine, before, bare)));
    const said = result.findings.map(({ ruleId, suppression, location }) => [
      ruleId,
      location?.startLine,
      suppression,
    ]);
    expect(said).toEqual([
      ["workflow.timeout", 3, { by: "inline", reason: "it waits", expires: "2027-06-30" }],
      ["workflow.timeout", 6, { by: "inline", reason: "it waits" }],
      ["workflow.timeout", 8, undefined],
      ["policy.ignore-unused", 8, undefined],
    ]);
    expect(share).toEqual({ met: 0, of: 1, unknown: 0 });
  });

  test("a reason may end in words that are no day", async () => {
    const waits = job("a", " # assay: ignore workflow.timeout -- it waits until noon");
    const { result } = await check(await folderWith(workflow(waits)));
    expect(result.findings.map(({ suppression }) => suppression)).toEqual([
      { by: "inline", reason: "it waits until noon" },
    ]);
  });

  test("a comment that accepts nothing is reported", async () => {
    const files = workflow(
      "  a: # assay: ignore workflow.timeout -- no more\n    timeout-minutes: 5\n",
    );
    const { result, share } = await check(await folderWith(files));
    expect(result.findings).toMatchObject([
      { ruleId: "policy.ignore-unused", location: { path: CI, startLine: 3 } },
    ]);
    expect(share).toEqual({ met: 1, of: 1, unknown: 0 });
  });
});

test("what a sparse checkout leaves out is not taken for kept", async () => {
  const { root, git } = await gitRepository({ ...workflow(job("a")), "src/a": "" });
  await git("sparse-checkout", "set", "--cone", "src");
  const { result } = await check(root);
  expect(result.findings).toMatchObject([
    {
      ruleId: "policy.unreadable-file",
      message: `${CI} was not judged: the sparse checkout leaves it out.`,
    },
  ]);
});

test("a file that can't be read as text is a finding", async () => {
  const { result } = await check(await folderWith({ [CI]: "on: push\0" }));
  expect(result.findings).toMatchObject([
    { ruleId: "policy.unreadable-file", message: `${CI} was not judged: it is binary.` },
  ]);
});

test("a program that is itself the finding is not called unreadable", async () => {
  const root = await folderWith({ "tool.exe": "MZ\0\0" });
  const { result } = await check(root, { enable: ["repo.no-binaries"] });
  expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(["repo.no-binaries"]);
});

test("below the top of a repository a notice says what was not looked at", async () => {
  const { root } = await gitRepository({ "app/a.txt": "a" });
  expect((await check(join(root, "app"))).result.notices).toEqual([
    "Only app/ was looked at: workflows, owners and update tools are at the top of the repository.",
  ]);
  expect((await check(root)).result.notices).toEqual([]);
});

test("a rule that does not exist is a wrong input", async () => {
  const root = await folderWith({});
  await expect(check(root, { enable: ["workflow.nothing"] })).rejects.toThrow(UsageError);
});
