import { UsageError } from "@assay/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { judged, TODAY, vulnerable } from "../test/exceptions.ts";
import type { IgnoreEntry } from "./entry.ts";
import { entryToPaste } from "./to-paste.ts";

const entry = (parts: Partial<IgnoreEntry> = {}): IgnoreEntry => ({
  id: "CVE-2026-1",
  reason: "not reachable",
  owner: "@acme/platform",
  expires: "2026-12-10",
  ...parts,
});

const warnless = { "ignore-policy": { "warn-before": "1h" } } as const;
const findingsOf = async (parts: Partial<IgnoreEntry>, ...found: ReturnType<typeof vulnerable>[]) =>
  (await judged({ ignores: [entry(parts)], ...warnless }, ...found)).findings.map(
    (line) => line.split(" ")[0],
  );

describe("an ignore of the config file", () => {
  it("says who accepted it, why and until when", async () => {
    const { applied, findings } = await judged({ ignores: [entry()], ...warnless }, vulnerable());
    expect(applied).toEqual([
      {
        by: "ignore",
        id: "CVE-2026-1",
        source: "assay.yml",
        reason: "not reachable",
        owner: "@acme/platform",
        expires: "2026-12-10",
      },
    ]);
    expect(findings).toEqual([]);
  });

  it.each(["CVE-2026-1", "GHSA-aaaa-bbbb-cccc", "ghsa-AAAA-bbbb-cccc"])(
    "matches by any alias of the group: %s",
    async (id) => expect(await findingsOf({ id }, vulnerable())).toEqual([]),
  );

  it.each([
    [{ id: "CVE-2026-2" }],
    [{ package: "right" }],
    [{ package: "left@1.2.4" }],
    [{ package: "pkg:pypi/left" }],
    [{ paths: ["web/**"] }],
    [{ paths: ["*.json", "!package-lock.json"] }],
  ] as readonly [Partial<IgnoreEntry>][])("with %j is not for it, and is unused", async (parts) => {
    const { applied, findings } = await judged({ ignores: [entry(parts)] }, vulnerable());
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      `ignore-unused assay.yml: No package needs the ignore for ${parts.id ?? "CVE-2026-1"}`,
    ]);
  });

  it.each([
    [{ package: "left" }],
    [{ package: "left@^1.2" }],
    [{ package: "pkg:npm/left" }],
    [{ package: "pkg:npm/left@1.2.3" }],
    [{ paths: ["*.json"] }],
    [{ paths: ["web/*", "**/package-lock.json"], package: "*" }],
  ])("with %j is for it", async (parts) =>
    expect(await findingsOf(parts, vulnerable())).toEqual([]),
  );

  it("holds for the lockfiles of its paths only", async () => {
    const web = vulnerable({ path: "web/package-lock.json" });
    const { applied } = await judged(
      { ignores: [entry({ paths: ["web/**"] })] },
      web,
      vulnerable(),
    );
    expect(applied.map((each) => each?.id)).toEqual(["CVE-2026-1", undefined]);
  });

  it.each([
    ["2026-12-10T23:59:59.999Z", "CVE-2026-1", "ignore-expiring"],
    ["2026-12-11T00:00:00.000Z", undefined, "ignore-expired"],
  ])("expires at the second: at %s it is %s", async (today, id, rule) => {
    const { applied, findings } = await judged({ ignores: [entry()], today }, vulnerable());
    expect(applied[0]?.id).toBe(id);
    expect(findings.map((line) => line.split(" ")[0])).toEqual([rule]);
  });

  it("is announced before it expires, as early as the policy says", async () => {
    const rules = async (before: string) =>
      (
        await judged(
          { ignores: [entry()], "ignore-policy": { "warn-before": before } },
          vulnerable(),
        )
      ).findings;
    expect(await rules("9d")).toEqual([]);
    expect(await rules("10d")).toEqual([
      "ignore-expiring assay.yml: The ignore for CVE-2026-1 expires after 2026-12-10 (owner: @acme/platform)",
    ]);
  });

  it("is not called unused where not the whole tree was looked at", async () => {
    const { findings } = await judged({ ignores: [entry()], isWhole: false });
    expect(findings).toEqual([]);
  });

  it("gives way to another one that still holds", async () => {
    const both = [entry({ expires: "2026-11-01" }), entry({ reason: "looked at again" })];
    const { applied, findings } = await judged({ ignores: both, ...warnless }, vulnerable());
    expect(applied[0]?.reason).toBe("looked at again");
    expect(findings).toHaveLength(1);
  });

  it("is refused where it is not valid, all faults at once", async () => {
    const wrong = [
      entry({ expires: "2026-02-30" }),
      entry({ package: "left@^^1" }),
      entry({ owner: " " }),
    ];
    const error = await judged({ ignores: wrong }, vulnerable()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UsageError);
    const told = error instanceof UsageError ? [error.message, ...error.problems].join("\n") : "";
    expect(told).toContain("dependencies.ignores[0].expires");
    expect(told).toContain("dependencies.ignores[1].package");
    expect(told).toContain("dependencies.ignores[2].owner");
  });
});

describe("how long an ignore may last", () => {
  it.each([
    ["critical", "2026-12-08", "2026-12-09"],
    ["high", "2026-12-15", "2026-12-16"],
    ["medium", "2026-12-31", "2027-01-01"],
    ["low", "2027-05-30", "2027-05-31"],
    ["unknown", "2026-12-15", "2026-12-16"],
    ["none", "2027-05-30", "2027-05-31"],
  ] as const)("for %s: until %s, not until %s", async (level, last, after) => {
    expect(await findingsOf({ expires: last }, vulnerable({ level }))).toEqual([]);
    expect(await findingsOf({ expires: after }, vulnerable({ level }))).toEqual([
      "ignore-too-long",
    ]);
  });

  it("is said by the policy, and by the windows of slo", async () => {
    const longest = { "ignore-policy": { longest: { high: "2d" } } } as const;
    const long = await judged({ ignores: [entry()], ...longest }, vulnerable());
    expect(long.applied).toEqual([undefined]);
    expect(long.findings).toEqual([
      "ignore-too-long assay.yml: The ignore for CVE-2026-1 ends on 2026-12-10 (owner: @acme/platform), and it may end on 2026-12-03: the longest life of an ignore for a high advisory",
    ]);
    const slo = { slo: { high: { fix: "30d" } } };
    const january = { ignores: [entry({ expires: "2026-12-31" })], ...warnless };
    expect((await judged({ ...january, sections: slo }, vulnerable())).findings).toEqual([]);
  });

  const firstSeen = () => "2026-11-20T08:00:00Z";
  it("ends with the day on which the fix is due", async () => {
    const found = vulnerable();
    // Callers know it by the very vulnerability that they gave.
    const times = new Map([[found, firstSeen()]]);
    const until = (expires: string) =>
      judged(
        { ignores: [entry({ expires })], firstSeen: (each) => times.get(each), ...warnless },
        found,
      );
    expect((await until("2026-12-04")).findings).toEqual([]);
    expect((await until("2026-12-05")).findings).toEqual([
      "ignore-too-long assay.yml: The ignore for CVE-2026-1 ends on 2026-12-05 (owner: @acme/platform), and it may end on 2026-12-04: the day on which the fix of this high advisory is due",
    ]);
  });

  it("may be longer where somebody else than the owner approves it", async () => {
    const by = async (...names: string[]) =>
      (
        await judged(
          {
            ignores: [entry({ expires: "2027-05-30", "approved-by": names })],
            firstSeen,
            ...warnless,
          },
          vulnerable(),
        )
      ).findings.map((line) => line.split(" ")[0]);
    expect(await by("@acme/security")).toEqual([]);
    expect(await by("ACME/platform")).toEqual(["ignore-too-long"]);
    expect(
      await findingsOf({ expires: "2027-05-31", "approved-by": ["ann"] }, vulnerable()),
    ).toEqual(["ignore-too-long"]);
  });
});

describe("malware", () => {
  const malware = vulnerable({
    group: { id: "MAL-2026-1", ids: ["MAL-2026-1"], kind: "malware" },
    level: "critical",
  });
  const parts = { id: "MAL-2026-1", expires: "2026-12-05" };

  it.each([[undefined], [["ann"]], [["ann", "@Ann "]], [["ann", "@acme/platform"]]])(
    "is not ignored with the reviewers %j",
    async (approvedBy) => {
      const ignores = [entry({ ...parts, "approved-by": approvedBy })];
      const { applied, findings } = await judged({ ignores, ...warnless }, malware);
      expect(applied).toEqual([undefined]);
      expect(findings).toEqual([
        "ignore-unapproved assay.yml: The ignore for MAL-2026-1, which is malware, is not approved by two people beside its owner",
      ]);
    },
  );

  it("is ignored with two reviewers beside the owner", async () => {
    const ignores = [entry({ ...parts, "approved-by": ["ann", "bob"] })];
    const { applied, findings } = await judged({ ignores, ...warnless }, malware);
    expect(applied[0]?.approvedBy).toEqual(["ann", "bob"]);
    expect(findings).toEqual([]);
  });

  it("is not ignored by another tool's file", async () => {
    const { applied, findings } = await judged(
      { files: { ".trivyignore": "# fine\nMAL-2026-1 exp:2027-01-01\n" } },
      malware,
    );
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      "ignore-unapproved .trivyignore:2 The ignore for MAL-2026-1, which is malware, stands in a file that knows no reviewers",
    ]);
  });
});

describe("the entry to paste", () => {
  const pasted = (found: ReturnType<typeof vulnerable>, firstSeen?: string) => {
    const { value, verbatim } = entryToPaste(found, new Date(TODAY), firstSeen);
    expect(verbatim).toBe(true);
    return (parse(value) as { dependencies: { ignores: IgnoreEntry[] } }).dependencies.ignores;
  };

  it("is understood and accepts this advisory in this package and lockfile", async () => {
    const found = vulnerable();
    const ignores = pasted(found);
    expect(ignores).toEqual([
      {
        id: "CVE-2026-1",
        package: "pkg:npm/left@1.2.3",
        paths: ["package-lock.json"],
        reason: "why it is acceptable",
        owner: "who answers for it",
        expires: "2026-12-15",
      },
    ]);
    const other = vulnerable({ component: { name: "right" } });
    const { applied, findings } = await judged({ ignores, ...warnless }, found, other);
    expect(applied.map((each) => each?.id)).toEqual(["CVE-2026-1", undefined]);
    expect(findings).toEqual([]);
  });

  it("holds past the deadline and for malware, with those who approve it", async () => {
    const late = "2026-11-01T00:00:00Z";
    const malware = vulnerable({ group: { kind: "malware" } });
    const scoped = vulnerable({
      component: { name: "@s/a", purl: "pkg:npm/%40s/a@1.0.0-rc.1", version: "1.0.0-rc.1" },
      path: "[a]/package-lock.json",
    });
    for (const [found, seen] of [
      [vulnerable(), late],
      [malware, undefined],
      [scoped, undefined],
    ] as const) {
      const run = { ignores: pasted(found, seen), ...warnless, firstSeen: () => seen };
      const { applied, findings } = await judged(run, found);
      expect(applied[0]?.by).toBe("ignore");
      expect(findings).toEqual([]);
    }
  });
});

it("an ignore for one of two locked versions leaves the other open", async () => {
  const found = vulnerable();
  const old = { ...found.component, version: "1.0.0", purl: "pkg:npm/left@1.0.0" };
  const both = { ...found, entries: [{ component: found.component }, { component: old }] };
  const one = entry({ package: "left@1.2.3" });
  const { applied, findings } = await judged({ ignores: [one], ...warnless }, both);
  expect([applied, findings]).toEqual([[undefined], []]);
  const other = entry({ package: "left@1.0.0", reason: "the other" });
  expect((await judged({ ignores: [one, other] }, both)).applied[0]?.reason).toBe("not reachable");
  const { value } = entryToPaste(both, new Date(TODAY));
  expect(value).toContain('package: "left"\n');
});
