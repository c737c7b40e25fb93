import { describe, expect, it } from "vitest";
import { advisory, fixedIn } from "../fix/test/advisories.ts";
import { BY_DEPENDABOT, DEPENDABOT, pullRequest, reviewed } from "./test/update.ts";

const MINOR = { from: { left: "1.0.0" }, to: { left: "1.1.0" } };
const ANY = { rules: [{}] };
const person = { login: "mallory", type: "User" };

describe("what may be merged without a person", () => {
  it("is an update by an app that a rule fits", async () => {
    const policy = { rules: [{ "update-type": ["patch", "minor"] as const }] };
    expect(await reviewed({ ...MINOR, policy })).toEqual({
      decision: "merge",
      reasons: ["left 1.0.0 → 1.1.0 (minor, runtime): by rule 1."],
      updateType: "minor",
      bot: "dependabot[bot]",
      packages: [
        {
          name: "left",
          ecosystem: "npm",
          purl: "pkg:npm/left@1.1.0",
          manifest: "package-lock.json",
          from: "1.0.0",
          to: "1.1.0",
          version: "1.1.0",
          updateType: "minor",
          scope: "runtime",
          direct: true,
          fixes: [],
          decision: "merge",
          reason: "left 1.0.0 → 1.1.0 (minor, runtime): by rule 1.",
        },
      ],
      fixed: [],
      introduced: [],
    });
  });

  it("is nothing where no rule matches, and where there are none", async () => {
    const reasons = [
      "left 1.0.0 → 1.1.0 (minor, runtime): no rule of dependencies.updates matches.",
    ];
    expect(await reviewed(MINOR)).toMatchObject({ decision: "review", reasons });
    const policy = { rules: [{ scope: "development" as const }] };
    expect(await reviewed({ ...MINOR, policy })).toMatchObject({ decision: "review", reasons });
  });

  it.each([
    ["scope", { scope: "runtime" }, "merge"],
    ["scope", { scope: "development" }, "review"],
    ["update-type", { "update-type": ["minor"] }, "merge"],
    ["update-type", { "update-type": ["patch"] }, "review"],
    ["packages", { packages: ["le*"] }, "merge"],
    ["packages", { packages: ["pkg:npm/right"] }, "review"],
    ["ecosystems", { ecosystems: ["npm"] }, "merge"],
    ["ecosystems", { ecosystems: ["pypi"] }, "review"],
    ["direct", { direct: true }, "merge"],
    ["direct", { direct: false }, "review"],
    ["security", { security: true }, "review"],
    ["decision", { decision: "block" }, "block"],
  ] as const)("a rule's %s: %o gives %s", async (_, rule, decision) => {
    expect(await reviewed({ ...MINOR, policy: { rules: [rule] } })).toMatchObject({ decision });
  });

  it("is decided by the first rule that matches", async () => {
    const rules = [{ packages: ["left"], decision: "review" as const }, {}];
    expect(await reviewed({ ...MINOR, policy: { rules } })).toMatchObject({
      decision: "review",
      reasons: ["left 1.0.0 → 1.1.0 (minor, runtime): by rule 1."],
    });
  });

  it("is decided by every package: one that needs a person is enough", async () => {
    const from = { left: "1.0.0", "dev:right": "1.0.0" };
    const to = { left: "2.0.0", "dev:right": "2.0.0" };
    const policy = { rules: [{ scope: "development" as const }] };
    const review = await reviewed({ from, to, policy });
    expect(review.packages.map(({ name, decision }) => [name, decision])).toEqual([
      ["left", "review"],
      ["right", "merge"],
    ]);
    expect(review).toMatchObject({ decision: "review", updateType: "major" });
  });
});

describe("the type of an update", () => {
  it.each([
    ["1.0.0", "2.0.0", "major"],
    ["1.0.0", "1.1.0", "minor"],
    ["1.0.0", "1.0.1", "patch"],
    ["0.1.0", "0.2.0", "major"],
    ["0.1.0", "0.1.1", "patch"],
    ["1.1.0", "1.0.0", "other"],
  ])("from %s to %s is %s: the first part that differs", async (before, after, type) => {
    const review = await reviewed({ from: { left: before }, to: { left: after } });
    expect(review.updateType).toBe(type);
  });

  it("is that of the numbers below 1.0 where the policy says so", async () => {
    const policy = { "zero-minor": "minor" as const };
    const review = await reviewed({ from: { left: "0.1.0" }, to: { left: "0.2.0" }, policy });
    expect(review.updateType).toBe("minor");
  });

  it("is the largest of all packages", async () => {
    const from = { a: "1.0.0", b: "1.0.0", c: "1.0.0" };
    const review = await reviewed({ from, to: { a: "1.0.1", b: "3.0.0", c: "1.1.0" } });
    expect(review.updateType).toBe("major");
  });

  it("comes from the lockfiles, whatever the pull request says of itself", async () => {
    const event = pullRequest({
      title: "Bump left from 1.0.0 to 1.0.1",
      body: "Bumps left from 1.0.0 to 1.0.1.\n---\nupdated-dependencies:\n- update-type: version-update:semver-patch\n...\n",
      labels: [{ name: "semver-patch" }],
    });
    const policy = { rules: [{ "update-type": ["patch"] as const }] };
    const review = await reviewed({
      from: { left: "1.0.0" },
      to: { left: "2.0.0" },
      event,
      policy,
    });
    expect(review).toMatchObject({ decision: "review", updateType: "major" });
  });
});

describe("who made it (§3.16)", () => {
  it.each([
    [
      "somebody opened it under a commit author of Dependabot's name, on a branch of its kind",
      { event: pullRequest({ user: person }) },
      "mallory opened it, who is no app for updates.",
    ],
    [
      "a person is called like the app",
      { event: pullRequest({ user: { login: "dependabot[bot]", type: "User" } }) },
      "dependabot[bot] opened it, who is no app for updates.",
    ],
    [
      "another app opened it",
      { event: pullRequest({ user: { login: "helper[bot]", type: "Bot" } }) },
      "helper[bot] opened it, who is no app for updates.",
    ],
    [
      "the branch is in a fork",
      { event: pullRequest({ head: { repo: { full_name: "mallory/shop" } } }) },
      "Its branch is in another repository.",
    ],
    [
      "the fork is gone",
      { event: pullRequest({ head: { repo: null } }) },
      "Its branch is in another repository.",
    ],
    [
      "somebody pushed to the branch",
      { event: pullRequest({}, { action: "synchronize", sender: person }) },
      "mallory caused this run, not dependabot[bot].",
    ],
    [
      "the event is about no push",
      { event: pullRequest({}, { action: "reopened" }) },
      "The event does not say who pushed to its branch last.",
    ],
    [
      "a commit before the last one is somebody else's",
      {
        commits: [BY_DEPENDABOT, { author: "M <m@evil.example>", committer: "M <m@evil.example>" }],
      },
      "A commit is by M <m@evil.example>.",
    ],
    [
      "a commit was made by somebody else in the app's name",
      { commits: [{ ...BY_DEPENDABOT, committer: "M <m@evil.example>" }] },
      "A commit is by M <m@evil.example>.",
    ],
    [
      "the author's name is the app's and the address is not",
      { commits: [{ ...BY_DEPENDABOT, author: "dependabot[bot] <d@evil.example>" }] },
      "A commit is by dependabot[bot] <d@evil.example>.",
    ],
    ["the commits are not known", { commits: undefined }, "Its commits are not known."],
    ["it is no pull request", { event: { name: "push", payload: {} } }, "It is no pull request."],
  ])("%s: a person has to look", async (_, parts, reason) => {
    const review = await reviewed({ ...MINOR, policy: ANY, ...parts });
    expect(review.decision).toBe("review");
    expect(review.reasons).toContain(reason);
  });

  it("does not depend on the branch's name", async () => {
    const event = pullRequest({ head: { ref: "patch-1", repo: { full_name: "Acme/Shop" } } });
    expect(await reviewed({ ...MINOR, policy: ANY, event })).toMatchObject({ decision: "merge" });
  });

  it("takes a push by the app itself, and its own signature in commits", async () => {
    const event = pullRequest({}, { action: "synchronize" });
    const commits = [{ ...BY_DEPENDABOT, committer: BY_DEPENDABOT.author }];
    expect(await reviewed({ ...MINOR, policy: ANY, event, commits })).toMatchObject({
      decision: "merge",
      bot: DEPENDABOT.login,
    });
  });

  it("knows a Renovate that somebody hosts by the names that the policy gives", async () => {
    const user = { login: "acme-renovate", type: "User" };
    const event = pullRequest({ user }, { sender: user });
    const commits = [
      { author: "Renovate <bot@acme.example>", committer: "Renovate <bot@acme.example>" },
    ];
    const parts = { ...MINOR, event, commits };
    expect(await reviewed({ ...parts, policy: ANY })).toMatchObject({ decision: "review" });
    const policy = { ...ANY, apps: ["acme-renovate"], authors: ["bot@acme.example"] };
    expect(await reviewed({ ...parts, policy })).toMatchObject({
      decision: "merge",
      bot: "acme-renovate",
    });
  });
});

describe("what changes", () => {
  it("says which advisories it fixes, and lets a rule take those first", async () => {
    const records = [advisory("GHSA-1", ["npm", "left"], fixedIn("1.1.0"))];
    const policy = { rules: [{ security: true }] };
    expect(await reviewed({ ...MINOR, records, policy })).toMatchObject({
      decision: "merge",
      fixed: ["GHSA-1"],
      introduced: [],
      packages: [{ name: "left", fixes: ["GHSA-1"] }],
    });
  });

  it("blocks what brings an advisory, whatever the rules say", async () => {
    const records = [advisory("GHSA-1", ["npm", "left"], [{ introduced: "1.1.0" }])];
    expect(await reviewed({ ...MINOR, records, policy: ANY })).toMatchObject({
      decision: "block",
      reasons: ["It brings GHSA-1."],
      introduced: ["GHSA-1"],
    });
  });

  it("blocks another checksum for the same version", async () => {
    const entry = (integrity: string) => ({ version: "1.0.0", integrity: `sha512-${integrity}` });
    const from = { left: "1.0.0", right: entry(`${"A".repeat(86)}==`) };
    const to = { left: "1.1.0", right: entry(`${"B".repeat(85)}A==`) };
    expect(await reviewed({ from, to, policy: ANY })).toMatchObject({
      decision: "block",
      reasons: [
        "The checksum of right@1.0.0 is another one than at the base, for the same version.",
      ],
    });
  });

  it("needs a person where a package comes from another place, of the same host too", async () => {
    const at = (version: string, name = "left") => ({
      left: { version, resolved: `https://registry.npmjs.org/${name}/-/${name}-${version}.tgz` },
    });
    const review = await reviewed({ from: at("1.0.0"), to: at("1.1.0", "evil"), policy: ANY });
    expect(review).toMatchObject({
      decision: "review",
      reasons: ["left 1.0.0 → 1.1.0 (minor, runtime): it comes from another place than before."],
    });
    const good = await reviewed({ from: at("1.0.0"), to: at("1.1.0"), policy: ANY });
    expect(good.decision).toBe("merge");
  });

  it("needs a person for a script that the new version runs when it is installed", async () => {
    const to = { left: { version: "1.1.0", hasInstallScript: true } };
    expect(await reviewed({ ...MINOR, to, policy: ANY })).toMatchObject({
      decision: "review",
      reasons: ["left@1.1.0 now runs a script when it is installed, which it did not at the base."],
    });
  });

  it("needs a person where other files change, or nobody knows which", async () => {
    const others = ["src/index.js is no lockfile or manifest"];
    expect(await reviewed({ ...MINOR, policy: ANY, others })).toMatchObject({
      decision: "review",
      reasons: ["src/index.js is no lockfile or manifest."],
    });
    expect(await reviewed({ ...MINOR, policy: ANY, others: undefined })).toMatchObject({
      decision: "review",
      reasons: ["Which files it changes is not known."],
    });
  });

  it("needs a person without a base, and where no package moves", async () => {
    expect(await reviewed({ ...MINOR, policy: ANY, changes: undefined })).toMatchObject({
      decision: "review",
      reasons: ["There is no base to compare it with."],
    });
    const from = { left: "1.0.0" };
    expect(await reviewed({ from, to: from, policy: ANY })).toMatchObject({
      decision: "review",
      reasons: ["It moves no package to another version."],
    });
  });

  it("counts a package that comes along by rules too, and none that only leaves", async () => {
    const to = { left: "1.1.0", deep: "3.0.0" };
    const policy = { rules: [{ "update-type": ["minor"] as const }] };
    expect(await reviewed({ ...MINOR, to, policy })).toMatchObject({
      decision: "review",
      reasons: ["deep 3.0.0 is new (other, runtime): no rule of dependencies.updates matches."],
    });
    expect(await reviewed({ from: to, to: MINOR.to, policy })).toMatchObject({
      decision: "merge",
      updateType: "other",
    });
  });
});

describe("the age of a version (cooldown)", () => {
  const policy = { rules: [{ "min-age": "3d" }] };
  const at = (day: string) => new Map([["pkg:npm/left@1.1.0", Date.parse(`${day}T00:00:00Z`)]]);
  it.each([
    [
      "unknown",
      undefined,
      "review",
      "and nobody knows when it was published (`release-dates` says who is asked).",
    ],
    ["two days", at("2026-11-26"), "review", "and it is not old enough."],
    ["three days", at("2026-11-25"), "merge", "by rule 1."],
  ])("%s", async (_, published, decision, reason) => {
    const review = await reviewed({ ...MINOR, policy, published });
    expect(review).toMatchObject({ decision, reasons: [expect.stringContaining(reason)] });
  });
});
