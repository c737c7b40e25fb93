import { describe, expect, it } from "vitest";
import { advisory, fixedIn } from "./test/advisories.ts";
import { suggest } from "./test/suggest.ts";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** npm's lockfile of a project that asks for `parent`, which asks for `child`. */
function npmProject(own: Readonly<Record<string, string>>, childRange = "^1.0.0") {
  const manifest = { name: "app", version: "1.0.0", dependencies: own };
  const locked = (version: string, more: object = {}) => ({ version, ...more });
  return {
    "package.json": json(manifest),
    "package-lock.json": json({
      name: "app",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: {
        "": manifest,
        ...("parent" in own && {
          "node_modules/parent": locked("2.0.0", { dependencies: { child: childRange } }),
        }),
        "node_modules/child": locked("1.0.0"),
      },
    }),
  };
}

const child = (fixed: string, id = "GHSA-1111-1111-1111") =>
  advisory(id, ["npm", "child"], fixedIn(fixed), { aliases: ["CVE-2026-1"] });

describe("a suggestion (§3.18)", () => {
  it("says the path, the parent's range, and a refresh of the lockfile where that takes the version", async () => {
    expect(await suggest(npmProject({ parent: "^2.0.0" }), [child("1.4.0")])).toEqual([
      {
        path: "package-lock.json",
        format: "package-lock",
        ecosystem: "npm",
        name: "child",
        from: "1.0.0",
        purl: "pkg:npm/child@1.0.0",
        to: "1.4.0",
        updateType: "minor",
        safe: true,
        direct: false,
        dependencyPath: ["app@1.0.0", "parent@2.0.0", "child@1.0.0"],
        needs: "lockfile",
        heldBy: [],
        fixes: ["CVE-2026-1"],
        ids: ["CVE-2026-1", "GHSA-1111-1111-1111"],
        severity: "high",
        undetermined: [],
        edits: [],
        commands: ["npm update --package-lock-only child"],
      },
    ]);
  });

  it("overrules a parent whose range does not take the version, for that parent alone", async () => {
    const [suggestion] = await suggest(npmProject({ parent: "^2.0.0" }), [child("2.1.0")]);
    expect(suggestion).toMatchObject({
      to: "2.1.0",
      updateType: "major",
      safe: false,
      needs: "override",
      heldBy: ["parent@2.0.0 asks for ^1.0.0"],
      edits: [
        {
          kind: "entries",
          file: "package.json",
          at: "overrides",
          entries: { parent: { child: "2.1.0" } },
        },
      ],
      commands: ["npm install --package-lock-only"],
    });
  });

  it("names the line of the manifest where the project itself asks for too little", async () => {
    const [suggestion] = await suggest(npmProject({ child: "~1.0.0" }), [child("1.4.0")]);
    expect(suggestion).toMatchObject({
      direct: true,
      needs: "requirement",
      heldBy: ["app@1.0.0 asks for ~1.0.0"],
      edits: [
        {
          kind: "line",
          file: "package.json",
          line: 5,
          before: '"child": "~1.0.0"',
          after: '"child": "~1.4.0"',
        },
      ],
      commands: ["npm install --package-lock-only"],
    });
  });

  it("overrules with the project's own requirement where both ask for it", async () => {
    const files = npmProject({ parent: "^2.0.0", child: "^1.0.0" });
    const [suggestion] = await suggest(files, [child("2.1.0")]);
    expect(suggestion?.edits).toEqual([
      {
        kind: "line",
        file: "package.json",
        line: 6,
        before: '"child": "^1.0.0"',
        after: '"child": "^2.1.0"',
      },
      {
        kind: "entries",
        file: "package.json",
        at: "overrides",
        entries: { parent: { child: "$child" } },
      },
    ]);
  });

  it("is one for all advisories of a package, the worst package first", async () => {
    const files = npmProject({ parent: "^2.0.0" });
    const records = [
      child("1.4.0"),
      advisory("GHSA-2222-2222-2222", ["npm", "child"], fixedIn("1.5.0")),
      advisory("GHSA-3333-3333-3333", ["npm", "parent"], fixedIn("2.0.1"), {
        database_specific: { severity: "CRITICAL" },
      }),
    ];
    const plan = await suggest(files, records);
    expect(plan.map(({ name, to, fixes }) => [name, to, fixes])).toEqual([
      ["parent", "2.0.1", ["GHSA-3333-3333-3333"]],
      ["child", "1.5.0", ["CVE-2026-1", "GHSA-2222-2222-2222"]],
    ]);
  });

  it("says why there is none", async () => {
    const record = advisory(
      "GHSA-1111-1111-1111",
      ["npm", "child"],
      [{ introduced: "0" }, { last_affected: "1.9.0" }],
    );
    const [suggestion] = await suggest(npmProject({ parent: "^2.0.0" }), [record]);
    expect(suggestion).toMatchObject({
      noFix: "GHSA-1111-1111-1111 names no version that fixes it",
      edits: [],
      commands: [],
    });
    expect(suggestion).not.toHaveProperty("to");
  });

  it("quotes names for the shell: a lockfile's are nobody's to trust", async () => {
    const files = npmProject({ parent: "^2.0.0" });
    const name = "child;touch x$(id)'";
    const renamed = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replaceAll("child", name)]),
    );
    const [suggestion] = await suggest(renamed, [
      advisory("GHSA-1", ["npm", name], fixedIn("1.4.0")),
    ]);
    expect(suggestion?.commands).toEqual([
      "npm update --package-lock-only 'child;touch x$(id)'\\'''",
    ]);
  });
});
