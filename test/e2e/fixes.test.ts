import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, networkGuard, runNode, temporaryFolder } from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLI } from "./entries.ts";

const range = (name: string, introduced: string, fixed: string) => ({
  affected: [
    {
      package: { ecosystem: "npm", name },
      ranges: [{ type: "SEMVER", events: [{ introduced }, { fixed }] }],
    },
  ],
});

const ROOT = { name: "shop", version: "1.0.0", dependencies: { left: "~1.0.0", web: "^1.0.0" } };
const PROJECT = {
  "package.json": `${JSON.stringify(ROOT, null, 2)}\n`,
  "package-lock.json": `${JSON.stringify(
    {
      name: "shop",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: {
        "": ROOT,
        "node_modules/left": { version: "1.0.0" },
        "node_modules/web": { version: "1.0.0", dependencies: { deep: "^1.0.0", held: "^1.0.0" } },
        "node_modules/deep": { version: "1.0.0" },
        "node_modules/held": { version: "1.0.0" },
      },
    },
    null,
    2,
  )}\n`,
};

let snapshot = "";
let root = "";
beforeAll(async () => {
  ({ root } = await gitRepository(PROJECT));
  snapshot = await advisoryFolder(
    advisory("GHSA-left-aaaa-aaaa", "left", {
      ...range("left", "0", "1.1.0"),
      aliases: ["CVE-2026-0001"],
    }),
    // What fixes the first one is affected by this one.
    advisory("GHSA-left-bbbb-bbbb", "left", range("left", "1.1.0", "1.2.0")),
    advisory("GHSA-left-cccc-cccc", "left", range("left", "0.5.0", "1.0.7")),
    advisory("GHSA-deep-aaaa-aaaa", "deep", range("deep", "0", "1.4.0")),
    advisory("GHSA-held-aaaa-aaaa", "held", range("held", "0", "2.1.0")),
  );
});
afterAll(cleanUp);

async function assay(command: string, ...args: readonly string[]) {
  const out = await temporaryFolder();
  const guard = await networkGuard(out, "none");
  const given = ["--snapshot", snapshot, "--max-age", "none", "--report-directory", out];
  const ended = await runNode(
    [...guard.nodeArgs, CLI, "dependencies", command, ...given, ...args],
    { cwd: root, env: { PATH: process.env["PATH"] ?? "", HOME: out } },
  );
  expect(await guard.attempts()).toEqual([]);
  const report = await readFile(join(out, "report.json"), "utf8").catch(() => '{"findings":[]}');
  return { ...ended, findings: JSON.parse(report).findings as readonly Finding[] };
}

interface Finding {
  readonly ruleId: string;
  readonly message: string;
  readonly remediation?: string;
  readonly evidence: readonly { readonly label: string; readonly value: string }[];
}

const names = ({ stdout }: { readonly stdout: string }) =>
  (JSON.parse(stdout).suggestions as readonly { readonly name: string }[]).map(({ name }) => name);

describe("assay dependencies fix", () => {
  it("says one fix for a package, above every version that another advisory affects", async () => {
    const { exitCode, stdout } = await assay("fix", "left", "--format", "fix-json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).suggestions).toEqual([
      expect.objectContaining({
        name: "left",
        from: "1.0.0",
        to: "1.2.0",
        needs: "requirement",
        fixes: ["CVE-2026-0001", "GHSA-left-cccc-cccc"],
        edits: [
          {
            kind: "line",
            file: "package.json",
            line: 5,
            before: '"left": "~1.0.0",',
            after: '"left": "~1.2.0",',
          },
        ],
        commands: ["npm install --package-lock-only"],
      }),
    ]);
  });

  it("takes any id of an advisory, in any case, and packages; without any it says all", async () => {
    const json = ["--format", "fix-json"];
    expect(names(await assay("fix", "cve-2026-0001", ...json))).toEqual(["left"]);
    expect(names(await assay("fix", "GHSA-deep-aaaa-aaaa", "left@1.0.0", ...json))).toEqual([
      "left",
      "deep",
    ]);
    expect(names(await assay("fix", "pkg:npm/held", ...json))).toEqual(["held"]);
    expect(names(await assay("fix", ...json))).toEqual(["left", "deep", "held"]);
  });

  it("says what there is where a name means nothing", async () => {
    const { exitCode, stdout, stderr } = await assay("fix", "CVE-2026-9999");
    const text = (stdout + stderr).replaceAll(/\s+/g, " ");
    expect(exitCode).toBe(2);
    expect(text).toContain('No vulnerable package is meant by "CVE-2026-9999"');
    expect(text).toContain("left (CVE-2026-0001, GHSA-left-aaaa-aaaa, GHSA-left-cccc-cccc)");
    expect(text).toContain("held (GHSA-held-aaaa-aaaa)");
  });

  it("prints all there is to write and to run as text, and changes nothing", async () => {
    const { stdout } = await assay("fix", "--format", "fix-text");
    expect(stdout).toBe(`package-lock.json

- left 1.0.0 → 1.2.0 (minor) fixes CVE-2026-0001, GHSA-left-cccc-cccc
- deep 1.0.0 → 1.4.0 (minor) fixes GHSA-deep-aaaa-aaaa
- held 1.0.0 → 2.1.0 (major) fixes GHSA-held-aaaa-aaaa

package.json, line 5:

    "left": "~1.2.0",

Merge into package.json:

    "overrides": {
      "web": {
        "held": "2.1.0"
      }
    }

Then run:

    npm install --package-lock-only
    npm update --package-lock-only deep
`);
    expect(await readFile(join(root, "package.json"), "utf8")).toBe(PROJECT["package.json"]);
  });

  it("is what the gate's findings say: once in each, and on one line to copy", async () => {
    const { exitCode, stdout, findings } = await assay("audit");
    const vulnerable = findings.filter(({ ruleId }) => ruleId === "dependencies.vulnerable");
    const told = vulnerable.map(({ message, remediation, evidence }) => ({
      message,
      remediation,
      written: evidence.flatMap(({ label, value }) =>
        /^(?:Merge|package\.json)/.test(label) ? [value] : [],
      ),
    }));
    const left = {
      remediation:
        "Upgrade left to 1.2.0 (minor). Write what is shown to package.json:5, then run `npm install --package-lock-only`.",
      written: ['"left": "~1.2.0",'],
    };
    expect(exitCode).toBe(1);
    expect(new Set(told)).toEqual(
      new Set([
        { message: "left@1.0.0 is affected by CVE-2026-0001", ...left },
        { message: "left@1.0.0 is affected by GHSA-left-cccc-cccc", ...left },
        {
          message: "deep@1.0.0 is affected by GHSA-deep-aaaa-aaaa",
          remediation: "Upgrade deep to 1.4.0 (minor). Run `npm update --package-lock-only deep`.",
          written: [],
        },
        {
          message: "held@1.0.0 is affected by GHSA-held-aaaa-aaaa",
          remediation:
            "Upgrade held to 2.1.0 (major): web@1.0.0 asks for ^1.0.0. Write what is shown to package.json, then run `npm install --package-lock-only`.",
          written: ['"overrides": {\n  "web": {\n    "held": "2.1.0"\n  }\n}'],
        },
      ]),
    );
    expect(stdout.split("`npm update --package-lock-only deep`").length - 1).toBe(1);
  });
});
