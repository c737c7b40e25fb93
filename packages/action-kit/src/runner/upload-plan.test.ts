import type { CheckSummary, Report } from "@assay/core";
import { expect, it } from "vitest";
import { planUploads } from "./upload-plan.ts";

const MAIN = { name: "push", ref: "refs/heads/main", folder: "." };

function check(id: string, more: Partial<CheckSummary> = {}, scope?: "all" | "change") {
  const coverage = { inspected: { files: 1 }, skipped: [], summary: "", ...(scope && { scope }) };
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const base = { check: id, title: id.toUpperCase(), outcome: "pass", coverage, counts } as const;
  return { ...base, suppressed: 0, notices: [], tables: [], ...more };
}

const report = (...checks: readonly CheckSummary[]) =>
  ({ command: "check", checks, acts: [], findings: [] }) as unknown as Report;
const ids = (...args: Parameters<typeof planUploads>) =>
  planUploads(...args).parts.map(({ category }) => category.join("/"));

it("gives each check a category of its own, and the suppressions one of the command", () => {
  const { notice } = planUploads(report(check("sbom"), check("suppressions")), MAIN);
  expect(notice).toBeUndefined();
  expect(ids(report(check("sbom"), check("secrets"), check("suppressions")), MAIN)).toEqual([
    "sbom",
    "secrets",
    "suppressions-check",
  ]);
  // The last entry was removed: only an upload without it closes its alert.
  expect(ids(report(check("sbom")), MAIN)).toEqual(["sbom", "suppressions-check"]);
});

it("has nothing of an act but what a change does to its settings", () => {
  const signed = { ...report(), command: "sign", acts: [{}] } as unknown as Report;
  expect(planUploads(signed, MAIN)).toEqual({
    parts: [],
    notice: expect.stringContaining("no findings"),
  });
  expect(ids(signed, { ...MAIN, ref: "refs/pull/7/merge" })).toEqual(["settings-sign"]);
});

it("keeps folders of one commit apart", () => {
  expect(ids(report(check("sbom")), { ...MAIN, folder: "./packages\\a/" })).toEqual([
    "sbom/packages/a",
    "suppressions-check/packages/a",
  ]);
});

it("keeps an image apart from the repository, and from other images", () => {
  const of = (command: string) => ({ ...report(check("secrets")), command }) as Report;
  expect(ids(of("image check ghcr.io/acme/app"), MAIN)).toEqual([
    "secrets/image check ghcr.io/acme/app",
    "suppressions-image check ghcr.io/acme/app",
  ]);
  expect(ids(of("image check ghcr.io/acme/other"), { ...MAIN, folder: "a" })).toEqual([
    "secrets/image check ghcr.io/acme/other/a",
    "suppressions-image check ghcr.io/acme/other/a",
  ]);
});

it("leaves out what looked at one push, and what failed, and says both at once", () => {
  const mixed = report(
    check("licenses", { outcome: "error" }),
    check("sbom"),
    check("secrets", {}, "change"),
  );
  const { parts, notice } = planUploads(mixed, MAIN);
  expect(parts.map((part) => part.check)).toEqual(["sbom"]);
  expect(notice).toMatch(
    /LICENSES could not do its work; SECRETS looked at this push only.*schedule/,
  );
});

it.each([
  ["pull_request", "refs/pull/7/merge"],
  ["merge_group", "refs/heads/gh-readonly-queue/main/pr-7-abc"],
])("a %s is about its change: everything goes up", (name, ref) => {
  const { parts, notice } = planUploads(report(check("secrets", {}, "change")), {
    ...MAIN,
    name,
    ref,
  });
  expect(parts.map(({ check }) => check)).toEqual(["secrets", "suppressions", "settings"]);
  expect(notice).toBeUndefined();
});

it("a branch that only looks like a queue is none, and pull_request_target uploads nothing", () => {
  const partial = report(check("secrets", {}, "change"));
  expect(ids(partial, { ...MAIN, ref: "refs/heads/x/gh-readonly-queue/" })).toEqual([]);
  const plan = planUploads(report(check("sbom")), { ...MAIN, name: "pull_request_target" });
  expect(plan).toMatchObject({ parts: [], notice: expect.stringContaining("base branch") });
});
