import { UsageError } from "@assay/core";
import { describe, expect, it } from "vitest";
import { exceptionsContext, judged, vulnerable } from "../test/exceptions.ts";
import { importIgnores } from "./imported.ts";

describe("osv-scanner.toml", () => {
  const vulns = (lines: string) => `[[IgnoredVulns]]\nid = "GHSA-aaaa-bbbb-cccc"\n${lines}\n`;

  it("ignores by id or alias until a day, with its reason", async () => {
    const file = vulns('ignoreUntil = 2027-01-01\nreason = "dev only"');
    const { applied, findings } = await judged(
      { files: { "osv-scanner.toml": file } },
      vulnerable(),
    );
    expect(applied).toEqual([
      {
        by: "ignore",
        id: "GHSA-aaaa-bbbb-cccc",
        source: "osv-scanner.toml:2",
        reason: "dev only",
        expires: "2026-12-31",
      },
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    ["2026-12-01", "ignore-expired"],
    ["2026-12-01T12:00:00Z", "ignore-expired"],
    ["2026-12-01T12:00:01Z", "ignore-expiring"],
    ["2026-12-02", "ignore-expiring"],
  ])("ends at the instant %s: %s", async (until, rule) => {
    const file = vulns(`ignoreUntil = ${until}\nreason = "x"`);
    const { findings } = await judged({ files: { "osv-scanner.toml": file } }, vulnerable());
    expect(findings.map((line) => line.split(" ")[0])).toEqual([rule]);
  });

  it("applies to its own folder only", async () => {
    const places = ["package-lock.json", "web/package-lock.json", "web/app/package-lock.json"];
    const { applied } = await judged(
      { files: { "web/osv-scanner.toml": vulns("") } },
      ...places.map((path) => vulnerable({ path })),
    );
    expect(applied.map((each) => each?.source)).toEqual([
      undefined,
      "web/osv-scanner.toml:2",
      undefined,
    ]);
  });

  it.each([
    ['name = "left"', true],
    ['name = "left"\nversion = "1.2.3"\necosystem = "npm"', true],
    ['ecosystem = "npm"', true],
    ['name = "right"', false],
    ['name = "left"\nversion = "1.2.4"', false],
    ['name = "left"\necosystem = "PyPI"', false],
    ['name = "left"\ngroup = "dev"', false],
  ])("overrides of packages hold where every condition does: %s", async (conditions, isApplied) => {
    for (const how of ["ignore = true", "vulnerability.ignore = true"]) {
      const file = `[[PackageOverrides]]\n${conditions}\n${how}\neffectiveUntil = 2027-01-01\nreason = "ours"\n`;
      const { applied, findings } = await judged(
        { files: { "osv-scanner.toml": file } },
        vulnerable(),
      );
      expect(applied[0] !== undefined).toBe(isApplied);
      expect(findings.map((line) => line.split(" ")[0])).toEqual(
        isApplied ? [] : ["ignore-unused"],
      );
    }
  });

  it("overrides of licences are none of ours", async () => {
    const file = '[[PackageOverrides]]\nname = "left"\nlicense.ignore = true\n';
    const { applied, findings } = await judged(
      { files: { "osv-scanner.toml": file } },
      vulnerable(),
    );
    expect([applied, findings]).toEqual([[undefined], []]);
  });

  it.each([
    ['[[PackageOverrides]]\nname = "l.*"\nnameIsRegex = true\nignore = true', "`nameIsRegex`"],
    ['[[PackageOverrides]]\nname = "left"\ngroup = "docs"\nignore = true', 'the group "docs"'],
    ["[[PackageOverrides]]\nname = 1\nignore = true", "a condition is no text"],
    ['[[IgnoredVulns]]\nid = "CVE-2026-1"\nignoreUntil = "soon"', "`ignoreUntil` is no date"],
    ['[[IgnoredVulns]]\nreason = "x"', "it has no `id`"],
    ['[IgnoredVulns]\nid = "CVE-2026-1"', "it is no list of tables"],
    ["[[IgnoredVulns", "No ignore of osv-scanner.toml is applied"],
  ])("is not applied where it is not understood: %s", async (file, why) => {
    const { applied, findings } = await judged(
      { files: { "osv-scanner.toml": file } },
      vulnerable(),
    );
    expect(applied).toEqual([undefined]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^ignore-faulty osv-scanner\.toml:/);
    expect(findings[0]).toContain(why);
  });
});

describe("an entry of another tool without what we ask for", () => {
  const files = { ".trivyignore": "CVE-2026-1\n" };
  it("holds, and is reported", async () => {
    const { applied, findings } = await judged({ files }, vulnerable());
    expect(applied[0]?.reason).toBe("no reason is given");
    expect(findings).toEqual([
      "ignore-incomplete .trivyignore:1 The ignore for CVE-2026-1 hides a finding without a reason and an expiry",
    ]);
  });

  it("does not hold where the policy refuses it", async () => {
    const refuse = { "ignore-policy": { "without-expiry": "refuse" } } as const;
    const { applied, findings } = await judged({ files, ...refuse }, vulnerable());
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      "ignore-incomplete .trivyignore:1 The ignore for CVE-2026-1 has no expiry and does not hold",
    ]);
  });
});

describe(".trivyignore", () => {
  const read = (file: string) => judged({ files: { ".trivyignore": file } }, vulnerable());

  it.each([
    ["# not reachable\nCVE-2026-1 exp:2027-01-01\n", "not reachable"],
    ["CVE-2026-1 exp:2027-01-01 # not reachable\r\n", "not reachable"],
    ["# of another\nCVE-2026-9\n\n# two\n# lines\nCVE-2026-1 exp:2027-01-01", "two lines"],
  ])("takes an id with its comment: %j", async (file, reason) => {
    const { applied } = await read(file);
    expect(applied[0]).toMatchObject({ reason, expires: "2026-12-31" });
  });

  it("knows entries of the tool's other scanners, which are not unused", async () => {
    const { findings } = await read("AVD-DS-0002\ngeneric-unwanted-rule\n# x\nCVE-2026-7\n");
    expect(findings).toEqual([
      "ignore-unused .trivyignore:4 No package needs the ignore for CVE-2026-7",
    ]);
  });

  it("ends where the day begins", async () => {
    expect((await read("# x\nCVE-2026-1 exp:2026-12-01")).applied).toEqual([undefined]);
    expect((await read("# x\nCVE-2026-1 exp:2026-12-02")).applied[0]?.expires).toBe("2026-12-01");
  });

  it("is not applied with a day that is none", async () => {
    const { applied, findings } = await read("CVE-2026-1 exp:2026-02-30");
    expect(applied).toEqual([undefined]);
    expect(findings).toEqual([
      "ignore-faulty .trivyignore:1 The ignore for CVE-2026-1 is not applied: `exp:` names no day, YYYY-MM-DD",
    ]);
  });
});

describe(".trivyignore.yaml", () => {
  const read = (entry: string) =>
    judged(
      { files: { ".trivyignore.yaml": `vulnerabilities:\n  - id: CVE-2026-1\n${entry}` } },
      vulnerable(),
    );
  const full = "    expired_at: 2027-01-01\n    statement: not reachable\n";

  it("takes id, paths, purls, expired_at and statement", async () => {
    const { applied, findings } = await read(
      `    paths:\n      - "*.json"\n    purls:\n      - "pkg:npm/left@1.2.3"\n${full}`,
    );
    expect(applied).toEqual([
      {
        by: "ignore",
        id: "CVE-2026-1",
        source: ".trivyignore.yaml:2",
        reason: "not reachable",
        expires: "2026-12-31",
      },
    ]);
    expect(findings).toEqual([]);
  });

  it.each([
    '    paths: ["web/**"]\n',
    '    paths: &a ["web/**"]\n',
    '    purls: ["pkg:npm/left@1.2.4", "pkg:npm/right"]\n',
  ])("holds nowhere else: %s", async (entry) =>
    expect((await read(entry + full)).applied).toEqual([undefined]),
  );

  it.each([
    ["    paths: web\n", "`paths` is no list of texts"],
    ['    paths: ["+(a|a)b"]\n', "`paths` has a pattern with more than `*` and `**`"],
    ["    purls: [left@^^1]\n", "has the range"],
    ["    expired_at: soon\n", "`expired_at` is no day"],
    ["    severity: LOW\n", "`severity` is not understood"],
    ["    statement: a\n    statement: b\n", "says a key twice"],
    ["    paths: *a\n", "No ignore of"],
  ])("is not applied where it is not understood: %s", async (entry, why) => {
    const { applied, findings } = await read(entry);
    expect(applied).toEqual([undefined]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain("ignore-faulty");
    expect(findings[0]).toContain(why);
  });
});

describe(".grype.yaml", () => {
  const read = (entry: string, found = vulnerable()) =>
    judged({ files: { ".grype.yaml": `ignore:\n  - ${entry}\n` } }, found);

  it.each([
    "{ vulnerability: CVE-2026-1, reason: x }",
    "{ vulnerability: GHSA-aaaa-bbbb-cccc, include-aliases: true }",
    "{ package: { name: left } }",
    '{ package: { name: "le.*", type: npm, version: 1.2.3 } }',
    "{ package: { language: javascript, location: '/**/package-lock.json' } }",
    "{ vulnerability: CVE-2026-1, fix-state: not-fixed }",
  ])("applies where all conditions hold: %s", async (entry) =>
    expect((await read(entry)).applied[0]?.by).toBe("ignore"),
  );

  it.each([
    "{ vulnerability: CVE-2026-1, package: { name: right } }",
    "{ vulnerability: CVE-2026-2, package: { name: left } }",
    "{ vulnerability: CVE-2026-1, package: { version: 1.2.4 } }",
    "{ vulnerability: CVE-2026-1, package: { type: python } }",
    "{ vulnerability: CVE-2026-1, fix-state: fixed }",
    "{ package: { location: web/package-lock.json } }",
  ])("does not where one fails: %s", async (entry) => {
    const { applied, findings } = await read(entry);
    expect(applied).toEqual([undefined]);
    expect(findings.map((line) => line.split(" ")[0])).toEqual(["ignore-unused"]);
  });

  it.each([
    ["{ vulnerability: CVE-2026-1, namespace: github:language:python }", "`namespace`"],
    ["{ vulnerability: CVE-2026-1, vex-status: fixed }", "`vex-status`"],
    ["{ vulnerability: CVE-2026-1, match-type: cpe-match }", "`match-type`"],
    ["{ vulnerability: CVE-2026-1, fix-state: wont-fix }", "`fix-state`"],
    ["{ package: { upstream-name: x } }", "`upstream-name`"],
    ['{ package: { name: "(a+)+" } }', "`name`"],
    ["{ package: { type: kernel } }", "`type`"],
    ['{ package: { location: "{a,b}" } }', "`location`"],
    ["{ package: { name: [left] } }", "`name`"],
    ["{ reason: x }", "no condition"],
    ["{ vulnerability: [CVE-2026-1] }", "`vulnerability` is no id"],
  ])("is told and not applied with a condition that is not understood: %s", async (entry, why) => {
    const { applied, findings } = await read(entry);
    expect(applied).toEqual([undefined]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain("ignore-faulty .grype.yaml:");
    expect(findings[0]).toContain(why);
  });
});

describe("dependency-review's config file", () => {
  const path = ".github/dependency-review-config.yml";

  it("allows advisories, and denies packages and groups", async () => {
    const file = `fail-on-severity: high
allow-ghsas:
  - GHSA-aaaa-bbbb-cccc
deny-packages: 'pkg:npm/bad@1.0.0, pkg:pypi/worse'
deny-groups: ["pkg:npm/%40evil/"]
`;
    const { applied, findings, denied } = await judged({ files: { [path]: file } }, vulnerable());
    expect(applied[0]).toEqual({
      by: "ignore",
      id: "GHSA-aaaa-bbbb-cccc",
      source: `${path}:3`,
      reason: "no reason is given",
    });
    expect(findings).toEqual([
      `ignore-incomplete ${path}:3 The ignore for GHSA-aaaa-bbbb-cccc hides a finding without a reason and an expiry`,
    ]);
    expect(denied).toEqual([
      { package: "pkg:npm/bad@1.0.0", reason: `\`deny-packages\` of ${path}` },
      { package: "pkg:pypi/worse", reason: `\`deny-packages\` of ${path}` },
      { package: "pkg:npm/%40evil/*", reason: `\`deny-groups\` of ${path}` },
    ]);
  });

  it("is told where a list is none", async () => {
    const { findings } = await judged(
      { files: { [path]: "allow-ghsas: { a: b }\n" } },
      vulnerable(),
    );
    expect(findings).toEqual([
      `ignore-faulty ${path}: The ignore for \`allow-ghsas\` is not applied: it is no list of texts`,
    ]);
  });
});

describe("hostile files", () => {
  it("are refused where they are no text, too large or have too many entries", async () => {
    const ids = Array.from({ length: 10_001 }, (_, index) => `CVE-2026-${index}`).join("\n");
    for (const file of [Uint8Array.of(0xff, 0xfe), ids]) {
      const { applied, findings } = await judged({ files: { ".trivyignore": file } }, vulnerable());
      expect(applied).toEqual([undefined]);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toContain("ignore-faulty .trivyignore:");
    }
    const context = exceptionsContext();
    const read = () => Promise.reject(new UsageError("it is too large"));
    const settings = { ...context.settings, read };
    const { findings } = await importIgnores({ ...context, settings }, [""]);
    expect(findings.map(({ location }) => location?.path)).toEqual([
      ".trivyignore",
      ".trivyignore.yaml",
      ".grype.yaml",
      ".github/dependency-review-config.yml",
      "osv-scanner.toml",
    ]);
  });

  it("with names of objects are read as any other", async () => {
    const { findings } = await judged(
      {
        files: {
          ".grype.yaml": "ignore:\n  - { package: { __proto__: x, name: left } }\n",
          ".trivyignore.yaml": "vulnerabilities:\n  - { id: CVE-2026-1, constructor: x }\n",
        },
      },
      vulnerable(),
    );
    expect(findings.map((line) => line.split(" ")[0])).toEqual(["ignore-faulty", "ignore-faulty"]);
  });
});
