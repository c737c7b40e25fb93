import { afterAll, describe, expect, it } from "vitest";
import { forked, pullRequestPayload, rangeOf } from "../test/ranges.ts";
import { removeTestRepositories, testRepository } from "../test/repository.ts";

afterAll(removeTestRepositories);

describe("pull requests and merge groups", () => {
  it.each(["pull_request", "pull_request_target", "pull_request_review"])(
    "%s: the commits of the head that the base lacks, from the payload",
    async (name) => {
      const { test, m1, m3, s2 } = forked();
      const { range, commits } = await rangeOf(test, name, pullRequestPayload(m3, s2));
      expect(range).toMatchObject({ kind: "commits", base: m3, head: s2, mergeBase: m1 });
      expect(commits).toEqual(["s1", "s2"]);
    },
  );

  it("does not count the base's commits when the base was merged into the head", async () => {
    const { test, m3 } = forked();
    test.git("checkout", "--quiet", "side");
    test.git("merge", "--quiet", "--no-ff", "-m", "merge main", "main");
    const head = test.git("rev-parse", "HEAD");
    const { range, commits } = await rangeOf(test, "pull_request", pullRequestPayload(m3, head));
    expect(commits).toEqual(["s1", "s2", "merge main"]);
    expect(range).toMatchObject({ mergeBase: m3 });
  });

  it("sees all of 300 commits", async () => {
    const test = testRepository();
    const base = test.commit("base");
    const head = test.manyCommits(300);
    const { commits } = await rangeOf(test, "pull_request", pullRequestPayload(base, head));
    expect(commits).toHaveLength(300);
  });

  it("takes all of an unrelated history", async () => {
    const { test, m3 } = forked();
    test.git("checkout", "--quiet", "--orphan", "other");
    const other = test.commit("other");
    const { range, commits } = await rangeOf(test, "pull_request", pullRequestPayload(m3, other));
    expect(commits).toEqual(["other"]);
    expect(range).not.toHaveProperty("mergeBase");
  });

  it("looks at the tip when the head brings nothing", async () => {
    const { test, m2, m3 } = forked();
    const { range, commits } = await rangeOf(test, "pull_request", pullRequestPayload(m3, m3));
    expect(commits).toEqual(["m3"]);
    expect(range).toMatchObject({
      base: m2,
      description: expect.stringContaining("nothing is new"),
    });
  });

  it("merge_group: between its own two commits", async () => {
    const { test, m1, m3 } = forked();
    const payload = { merge_group: { base_sha: m1, head_sha: m3 } };
    expect((await rangeOf(test, "merge_group", payload)).commits).toEqual(["m2", "m3"]);
  });

  it.each([
    ["no commits", {}],
    ["no object", { pull_request: null }],
    ["an option", pullRequestPayload("--all", "--output=x")],
    ["a short name", pullRequestPayload("abc1234", "abc1234")],
    ["inherited keys", { __proto__: pullRequestPayload("1".repeat(40), "1".repeat(40)) }],
  ])("refuses a payload with %s", async (_, payload) => {
    const { test } = forked();
    await expect(rangeOf(test, "pull_request", payload)).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("pull_request.base.sha"),
    });
  });

  it("fails for a commit that can't be had, with the next step", async () => {
    const { test, m1 } = forked();
    const payload = pullRequestPayload(m1, "1".repeat(40));
    await expect(rangeOf(test, "pull_request", payload)).rejects.toMatchObject({
      kind: "usage",
      hint: expect.stringContaining("fetch-depth: 0"),
    });
  });
});

describe("everything else", () => {
  it.each([
    "schedule",
    "workflow_dispatch",
    "workflow_call",
    "repository_dispatch",
    "constructor",
    null,
  ])("%s: the whole history", async (name) => {
    const { test } = forked();
    const { range, commits } = await rangeOf(test, name);
    expect(range.kind).toBe("all");
    expect(commits).toHaveLength(5);
  });

  it("a named range outranks the event", async () => {
    const { test, m1, s2 } = forked();
    const named = async (base: string, head?: string) =>
      (
        await rangeOf(
          test.clone(),
          "schedule",
          {},
          { override: { base, ...(head ? { head } : {}) } },
        )
      ).commits;
    expect(await named(m1)).toEqual(["m2", "m3"]);
    expect(await named("main~1")).toEqual(["m3"]);
    expect(await named("main", s2)).toEqual(["s1", "s2"]);
    expect(await named("main", "side")).toEqual(["s1", "s2"]);
    for (const bad of ["--all", "nowhere", "a..b", "", "x\ny", "1".repeat(40)]) {
      await expect(named(bad)).rejects.toMatchObject({ kind: "usage" });
    }
  });
});
