import { describe, expect, test } from "vitest";
import { violationsOf } from "../../test/repository.ts";
import { said } from "../../test/workflows.ts";
import { permissionsMissing } from "./permissions-missing.ts";
import { permissionsWriteAll } from "./permissions-write-all.ts";

const workflow = (top: string, ...jobs: readonly string[]) =>
  `on: push\n${top}jobs:\n${jobs.map((job, at) => `  j${at + 1}:\n    runs-on: x\n${job}`).join("")}`;
const OWN = "    permissions: {}\n";

describe("workflow.permissions-missing", () => {
  test.each([
    ["at the top", workflow("permissions: {}\n", "")],
    ["in every job", workflow("", OWN, OWN)],
    ["without jobs", "on: push\n"],
  ])("%s is fine", async (_, text) => {
    expect(await said(permissionsMissing, text)).toEqual([]);
  });

  test("what a called workflow of the repository says of its rights holds for the job that calls it", async () => {
    const called = (top: string) => ({
      ".github/workflows/a.yml": "on: push\njobs: { a: { uses: ./.github/workflows/b.yml } }\n",
      ".github/workflows/b.yml": `on: workflow_call\n${top}jobs: { b: { runs-on: x } }\n`,
    });
    const paths = async (top: string) =>
      (await violationsOf(permissionsMissing, called(top))).map(({ path }) => path);
    expect(await paths("permissions: {}\n")).toEqual([]);
    expect(await paths("")).toEqual([".github/workflows/a.yml", ".github/workflows/b.yml"]);
  });

  test("names the jobs that have none", async () => {
    expect(await said(permissionsMissing, workflow("", "", ""))).toEqual([
      "2:1 Neither the workflow nor the jobs `j1`, `j2` has `permissions`.",
    ]);
    expect(await said(permissionsMissing, workflow("", OWN, ""))).toEqual([
      "6:3 Neither the workflow nor the job `j2` has `permissions`.",
    ]);
  });

  test("is low where only others call it, who set the limit", async () => {
    const text = workflow("", "").replace("push", "workflow_call");
    expect(await said(permissionsMissing, text)).toEqual([
      "2:1 low Neither the workflow nor the job `j1` has `permissions`.",
    ]);
  });
});

describe("workflow.permissions-write-all", () => {
  test.each([
    ["rights to read", workflow("permissions: read-all\n", "")],
    ["rights in the job", workflow("permissions: {}\n", "    permissions: { contents: write }\n")],
    ["none", workflow("", "")],
  ])("%s is fine", async (_, text) => {
    expect(await said(permissionsWriteAll, text)).toEqual([]);
  });

  test.each([
    [
      "write-all at the top",
      workflow("permissions: write-all\n", ""),
      "2:14 Every job of the workflow may write to everything.",
    ],
    [
      "write-all in a job",
      workflow("", "    permissions: write-all\n"),
      "5:18 The job `j1` may write to everything.",
    ],
    [
      "a right that several jobs inherit",
      workflow("permissions: { contents: write }\n", "", "", OWN),
      "2:26 `contents: write` stands at the top of the workflow: 2 jobs have it, needed or not.",
    ],
    [
      "a right with one job",
      workflow("permissions: { issues: write }\n", ""),
      "2:24 low low `issues: write` stands at the top of the workflow: one job has it, needed or not.",
    ],
    [
      "an unknown scope",
      workflow("permissions: { content: read }\n", ""),
      "2:16 medium GitHub refuses the workflow: there is no scope `content`.",
    ],
    [
      "a wrong level",
      workflow("permissions: { id-token: read }\n", ""),
      "2:16 medium GitHub refuses the workflow: `id-token` can't be `read`.",
    ],
    [
      "an expression",
      workflow("permissions: { contents: '${{ x }}' }\n", ""),
      "2:16 medium GitHub refuses the workflow: an expression is not allowed there.",
    ],
  ])("%s", async (_, text, found) => {
    expect(await said(permissionsWriteAll, text)).toEqual([found]);
  });
});
