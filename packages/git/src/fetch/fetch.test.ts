import { afterAll, describe, expect, it } from "vitest";
import { ZEROS } from "../objects/names.ts";
import { isShallow } from "../revisions/revision.ts";
import { pullRequestPayload, pushPayload, rangeOf } from "../test/ranges.ts";
import type { TestRepository } from "../test/repository.ts";
import { removeTestRepositories, testRepository } from "../test/repository.ts";

afterAll(removeTestRepositories);

let template: ReturnType<typeof script> | undefined;

/** A server's repository: 80 commits, then main goes on with m1 and m2, and side with s1 and s2. */
function server() {
  template ??= script();
  return { ...template, test: template.test.copy() };
}

function script() {
  const test = testRepository();
  test.commit("root", { a: "0" });
  const fork = test.manyCommits(80);
  test.git("checkout", "--quiet", "-b", "side");
  test.commit("s1", { s: "1" });
  const s2 = test.commit("s2", { s: "2" });
  test.git("checkout", "--quiet", "main");
  const m1 = test.commit("m1", { a: "1" });
  const m2 = test.commit("m2", { a: "2" });
  return { test, fork, m1, m2, s2 };
}

const shallow = (test: TestRepository, ...options: string[]) => test.clone("--depth=1", ...options);
const CUT = { kind: "usage", hint: expect.stringContaining("fetch-depth: 0") };

describe("a clone of depth 1 whose server can be reached", () => {
  it("pull request: fetches both ends, and deepens until they meet", async () => {
    const { test, fork, m2, s2 } = server();
    const clone = shallow(test);
    const { range, commits } = await rangeOf(clone, "pull_request", pullRequestPayload(m2, s2));
    expect(commits).toEqual(["s1", "s2"]);
    expect(range).toMatchObject({ base: m2, head: s2, mergeBase: fork });
    // 83 commits in all: 50 were enough.
    expect(await isShallow(await clone.open())).toBe(true);
  });

  it("push: fetches the old tip", async () => {
    const { test, fork, m2 } = server();
    const { commits } = await rangeOf(shallow(test), "push", pushPayload(fork, m2));
    expect(commits).toEqual(["m1", "m2"]);
  });

  it("new branch: fetches the default branch to compare with", async () => {
    const { test, s2 } = server();
    const clone = shallow(test, "--branch=side", "--single-branch");
    const more = { ref: "refs/heads/side" };
    const { commits } = await rangeOf(clone, "push", pushPayload(ZEROS, s2), more);
    expect(commits).toEqual(["s1", "s2"]);
  });

  it("new branch without a new commit: one commit, not the whole tree", async () => {
    const { test, m1, m2 } = server();
    test.git("branch", "same", m2);
    const clone = shallow(test, "--branch=same", "--single-branch");
    const more = { ref: "refs/heads/same" };
    const { range, commits } = await rangeOf(clone, "push", pushPayload(ZEROS, m2), more);
    expect(commits).toEqual(["m2"]);
    expect(range).toMatchObject({ base: m1 });
  });

  it("schedule: the whole history with every branch and tag", async () => {
    const { test } = server();
    test.git("tag", "v1", "side");
    const clone = shallow(test);
    const { commits } = await rangeOf(clone, "schedule");
    expect(commits).toHaveLength(85);
    expect(commits).toContain("s2");
    expect(await isShallow(await clone.open())).toBe(false);
  });

  it("tag: finds the tag before", async () => {
    const { test, fork, m2 } = server();
    test.git("tag", "v1", fork);
    test.git("tag", "v2", m2);
    const clone = shallow(test, "--branch=v2");
    const { commits } = await rangeOf(clone, "push", pushPayload(ZEROS, m2), {
      ref: "refs/tags/v2",
    });
    expect(commits).toEqual(["m1", "m2"]);
  });

  it("unrelated histories: fetches everything, and takes all of the head", async () => {
    const { test, m2 } = server();
    test.git("checkout", "--quiet", "--orphan", "other");
    const other = test.commit("other");
    const { commits } = await rangeOf(shallow(test), "pull_request", pullRequestPayload(m2, other));
    expect(commits).toEqual(["other"]);
  });

  it("a named commit that the clone does not hold: fetches it", async () => {
    const { test, fork } = server();
    const clone = shallow(test);
    const { range, commits } = await rangeOf(clone, null, {}, { override: { base: fork } });
    expect(commits).toEqual(["m1", "m2"]);
    expect(range).toMatchObject({ base: fork, mergeBase: fork });
  });

  it("takes a range that is there as it is", async () => {
    const { test, m1, m2 } = server();
    const clone = test.clone("--depth=2");
    const { commits } = await rangeOf(clone, "push", pushPayload(m1, m2), { offline: true });
    expect(commits).toEqual(["m2"]);
  });
});

describe("a clone of depth 1 without a way to the server", () => {
  const offline = { offline: true };

  it.each([
    ["schedule", {}],
    [null, {}],
    ["pull_request", "ends"],
    ["push", "push"],
  ] as const)("fails on %s with the next step", async (name, shape) => {
    const { test, fork, m2, s2 } = server();
    const payload =
      shape === "ends" ? pullRequestPayload(m2, s2) : shape === "push" ? pushPayload(fork, m2) : {};
    await expect(rangeOf(shallow(test), name, payload, offline)).rejects.toMatchObject(CUT);
  });

  it("fails on a new branch, a forced push and a tag", async () => {
    const { test, m2, s2 } = server();
    const clone = shallow(test, "--branch=side", "--single-branch");
    const push = (payload: Record<string, unknown>, ref: string) =>
      rangeOf(clone, "push", payload, { ...offline, ref });
    await expect(push(pushPayload(ZEROS, s2), "refs/heads/side")).rejects.toMatchObject(CUT);
    await expect(push(pushPayload(ZEROS, s2), "refs/tags/v1")).rejects.toMatchObject(CUT);
    const forced = pushPayload(m2, s2, { forced: true });
    await expect(push(forced, "refs/heads/side")).rejects.toMatchObject(CUT);
  });

  it("does not ask a foreign server without a token", async () => {
    const { test, m2, s2 } = server();
    const clone = shallow(test);
    clone.git("remote", "set-url", "origin", "https://git.example.org/a/b");
    const range = rangeOf(clone, "pull_request", pullRequestPayload(m2, s2));
    await expect(range).rejects.toMatchObject({
      ...CUT,
      problems: ["nothing may be fetched in this run"],
    });
  });
});

describe("partial clones", () => {
  it.each(["blob:none", "tree:0"])("%s: fetches what the range needs, at once", async (filter) => {
    const { test, m2, s2 } = server();
    const clone = test.clone("--no-checkout", `--filter=${filter}`);
    const payload = pullRequestPayload(m2, s2);
    await expect(rangeOf(clone, "pull_request", payload, { offline: true })).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("partial"),
    });
    const { commits } = await rangeOf(clone, "pull_request", payload);
    expect(commits).toEqual(["s1", "s2"]);
    clone.git("remote", "set-url", "origin", "/nowhere");
    expect(clone.git("show", `${s2}:s`)).toBe("2");
    expect(clone.git("show", `${m2}:a`)).toBe("2");
  });
});
