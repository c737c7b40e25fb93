import { afterAll, describe, expect, it } from "vitest";
import { ZEROS } from "../objects/names.ts";
import { forked, pushPayload, rangeOf } from "../test/ranges.ts";
import { removeTestRepositories } from "../test/repository.ts";

afterAll(removeTestRepositories);

describe("push", () => {
  const ref = "refs/heads/main";

  it("takes what came after the old tip, not what the payload lists", async () => {
    const { test, m1, m3 } = forked();
    const payload = pushPayload(m1, m3, { commits: [{ id: m3 }] });
    expect((await rangeOf(test, "push", payload, { ref })).commits).toEqual(["m2", "m3"]);
  });

  it("first push of the default branch: its whole history, root included", async () => {
    const { test, m3 } = forked();
    test.git("branch", "--quiet", "-D", "side");
    const payload = pushPayload(ZEROS, m3);
    expect((await rangeOf(test, "push", payload, { ref })).commits).toEqual(["m1", "m2", "m3"]);
  });

  it("new branch: what no other branch of the server has", async () => {
    const { test, s2 } = forked();
    const clone = test.clone();
    const more = { ref: "refs/heads/side" };
    const { range, commits } = await rangeOf(clone, "push", pushPayload(ZEROS, s2), more);
    expect(commits).toEqual(["s1", "s2"]);
    expect(range).toMatchObject({ base: test.git("rev-parse", "main"), head: s2 });
  });

  it("new branch on top of another new one: only its own commits", async () => {
    const { test, s1 } = forked();
    test.git("checkout", "--quiet", "-b", "top", "side");
    const top = test.commit("t1");
    const clone = test.clone();
    const more = { ref: "refs/heads/top" };
    expect((await rangeOf(clone, "push", pushPayload(ZEROS, top), more)).commits).toEqual(["t1"]);

    // Both came in one push: the server never saw s1 before, and the other branch must not hide it.
    const commits = [{ id: s1, distinct: true }];
    const together = pushPayload(ZEROS, top, { commits });
    const seen = await rangeOf(clone, "push", together, more);
    expect(seen.commits).toEqual(["s1", "s2", "t1"]);
  });

  it("new branch without a new commit: the tip only", async () => {
    const { test, m2 } = forked();
    test.git("branch", "same", m2);
    const more = { ref: "refs/heads/same" };
    const { range, commits } = await rangeOf(test.clone(), "push", pushPayload(ZEROS, m2), more);
    expect(commits).toEqual(["m2"]);
    expect(range.description).toContain("only the tip");
  });

  it("forced: against the old tip where it is there", async () => {
    const { test, m1, m3, s2 } = forked();
    const payload = pushPayload(m3, s2, { forced: true });
    const { range, commits } = await rangeOf(test, "push", payload, { ref });
    expect(commits).toEqual(["s1", "s2"]);
    expect(range).toMatchObject({ mergeBase: m1 });
  });

  it("forced, the old tip gone: against the other branches", async () => {
    const { test, s2 } = forked();
    const payload = pushPayload("1".repeat(40), s2, { forced: true });
    const more = { ref: "refs/heads/side" };
    const { range, commits } = await rangeOf(test.clone(), "push", payload, more);
    expect(commits).toEqual(["s1", "s2"]);
    expect(range.description).toContain("the old tip is gone");
  });

  it("set back to an older commit: the tip only", async () => {
    const { test, m1, m3 } = forked();
    const payload = pushPayload(m3, m1, { forced: true });
    expect((await rangeOf(test, "push", payload, { ref })).commits).toEqual(["m1"]);
  });

  it.each([{ deleted: true }, {}])("deleted branch: nothing (%j)", async (more) => {
    const { test, m3 } = forked();
    const payload = pushPayload(m3, ZEROS, more);
    expect((await rangeOf(test, "push", payload, { ref })).range).toEqual({
      kind: "nothing",
      description: "push that deleted refs/heads/main",
    });
  });

  it.each([
    ["the commit of the run", (sha: string) => ({ sha })],
    ["a commit that the clone does not hold", () => ({ sha: "1".repeat(40) })],
    ["no commit", () => ({})],
  ])("a payload without commits, with %s: like a new branch", async (_, given) => {
    const { test, s2 } = forked();
    const clone = test.clone();
    clone.git("checkout", "--quiet", "side");
    const more = { ref: "refs/heads/side", ...given(s2) };
    const { range, commits } = await rangeOf(clone, "push", {}, more);
    expect(commits).toEqual(["s1", "s2"]);
    expect(range.description).toContain("payload names no commits");
  });

  it("a payload without commits on the default branch: its whole history", async () => {
    const { test, m3 } = forked();
    test.git("branch", "--quiet", "-D", "side");
    const more = { ref: "refs/heads/main", sha: m3 };
    const { commits } = await rangeOf(test.clone(), "push", {}, more);
    expect(commits).toEqual(["m1", "m2", "m3"]);
  });

  it("a payload without commits, nor a ref: no error, and not nothing", async () => {
    const { test } = forked();
    expect((await rangeOf(test.clone(), "push", {})).commits).toEqual(["m3"]);
    expect((await rangeOf(test, "push", {})).commits).toEqual(["m1", "m2", "m3"]);
  });

  it("a payload without the old tip: like a new branch", async () => {
    const { test, s2 } = forked();
    const more = { ref: "refs/heads/side" };
    expect((await rangeOf(test.clone(), "push", { after: s2 }, more)).commits).toEqual([
      "s1",
      "s2",
    ]);
  });

  it("fails on a payload with something that is no commit", async () => {
    const { test, m3 } = forked();
    for (const payload of [{ after: "main" }, { after: m3, before: 7 }]) {
      await expect(rangeOf(test, "push", payload, { ref })).rejects.toMatchObject({
        kind: "usage",
      });
    }
  });

  it("fails when the old tip of a push that was not forced is gone", async () => {
    const { test, m3 } = forked();
    const payload = pushPayload("1".repeat(40), m3);
    await expect(rangeOf(test, "push", payload, { ref })).rejects.toMatchObject({ kind: "usage" });
  });
});

describe("tags and releases", () => {
  it.each([
    ["push", "light", false],
    ["push", "annotated", true],
    ["release", "light", false],
    ["release", "annotated", true],
  ])("%s, %s tag: since the tag before", async (name, _, annotated) => {
    const { test, m1, m2, m3 } = forked();
    test.git("tag", "v1", m1);
    test.git("tag", ...(annotated ? ["-a", "-m", "message"] : []), "v2", m3);
    const object = test.git("rev-parse", "v2");
    const payload =
      name === "push"
        ? pushPayload(ZEROS, object)
        : { action: "published", release: { tag_name: "v2" } };
    const { range, commits } = await rangeOf(test, name, payload, { ref: "refs/tags/v2", sha: m3 });
    expect(commits).toEqual(["m2", "m3"]);
    expect(range).toMatchObject({ base: m1, head: m3, mergeBase: m1 });
    expect(range).toEqual(
      annotated
        ? expect.objectContaining({ tag: object })
        : expect.not.objectContaining({ tag: object }),
    );
    expect(m2).not.toBe(m3);
  });

  it("first tag on the default branch: the whole history", async () => {
    const { test, m3 } = forked();
    test.git("tag", "v1", m3);
    const { commits } = await rangeOf(test, "push", pushPayload(ZEROS, m3), {
      ref: "refs/tags/v1",
    });
    expect(commits).toEqual(["m1", "m2", "m3"]);
  });

  it("first tag on another branch: since it left the default branch", async () => {
    const { test, s2 } = forked();
    test.git("tag", "v1", s2);
    const clone = test.clone();
    const { commits } = await rangeOf(clone, "push", pushPayload(ZEROS, s2), {
      ref: "refs/tags/v1",
    });
    expect(commits).toEqual(["s1", "s2"]);
  });

  it("fails for a tag that is not there", async () => {
    const { test } = forked();
    const payload = { release: { tag_name: "v9\n--all" } };
    await expect(rangeOf(test, "release", payload)).rejects.toMatchObject({ kind: "usage" });
  });
});
