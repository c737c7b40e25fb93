import { chmod, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { unpinnedUses } from "../rules/workflow/unpinned-uses.ts";
import { contextAt, folderWith } from "../test/check.ts";
import { aRepository, SETTINGS } from "../test/repository.ts";
import { applyEdits } from "./apply-edits.ts";
import { unifiedDiff } from "./diff.ts";
import { withEditor } from "./editor.ts";
import { fixPolicy } from "./fix.ts";
import { writeChanged } from "./write.ts";

afterAll(cleanUp);

const CI = ".github/workflows/ci.yml";
const SHA = "a".repeat(40);
const WORKFLOW = `# The build.
name: ci
on: push

# All jobs.
jobs:
  build: # builds
    runs-on: ubuntu-24.04 # newest
    steps:
      - uses: actions/checkout@v4 # ${SHA}
      - run: make
`;
const FIXED = `# The build.
name: ci
on: push

permissions:
  contents: read

# All jobs.
jobs:
  build: # builds
    runs-on: ubuntu-24.04 # newest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@${SHA} # v4 # ${SHA}
        with:
          persist-credentials: false
      - run: make
`;

const ENABLED = [
  "workflow.timeout",
  "workflow.permissions-missing",
  "workflow.persist-credentials",
  "workflow.unpinned-uses",
];

function fix(root: string, options: { readonly write?: boolean; readonly asFile?: boolean } = {}) {
  return fixPolicy(contextAt(root), {
    ...SETTINGS,
    ...{ preset: [], enable: ENABLED, mode: "tree", badge: false, base: undefined },
    ...{ write: false, asFile: false },
    ...options,
  });
}
const contentOf = (root: string) => readFile(join(root, CI), "utf8");

describe("without --write", () => {
  test("shows the change and changes nothing", async () => {
    const root = await folderWith({ [CI]: WORKFLOW });
    const { findings, coverage } = await fix(root);
    expect(await contentOf(root)).toBe(WORKFLOW);
    expect(coverage.summary).toBe("1 file can be fixed");
    expect(findings).toMatchObject([
      { ruleId: "policy.fix", location: { path: CI }, threshold: "never" },
    ]);
    expect(findings[0]?.evidence?.[0]?.value).toBe(`--- a/${CI}
+++ b/${CI}
@@ -2,10 +2,16 @@
 name: ci
 on: push
 
+permissions:
+  contents: read
+
 # All jobs.
 jobs:
   build: # builds
     runs-on: ubuntu-24.04 # newest
+    timeout-minutes: 30
     steps:
-      - uses: actions/checkout@v4 # ${SHA}
+      - uses: actions/checkout@${SHA} # v4 # ${SHA}
+        with:
+          persist-credentials: false
       - run: make
`);
  });

  test("the diff is a file where that is asked for", async () => {
    const { artifacts } = await fix(await folderWith({ [CI]: WORKFLOW }), { asFile: true });
    expect(artifacts.map(({ name }) => name)).toEqual(["policy-fix.diff"]);
  });
});

describe("with --write", () => {
  test("makes the change, keeps comments and the mode, and has nothing to do afterwards", async () => {
    const root = await folderWith({ [CI]: WORKFLOW });
    await chmod(join(root, CI), 0o640);
    expect((await fix(root, { write: true })).coverage.summary).toBe("1 file changed");
    expect(await contentOf(root)).toBe(FIXED);
    expect((await stat(join(root, CI))).mode & 0o777).toBe(0o640);
    const again = await fix(root, { write: true });
    expect(again).toMatchObject({ findings: [], coverage: { summary: "0 files changed" } });
    expect(await contentOf(root)).toBe(FIXED);
  });

  test("keeps the line ends and the mark of Windows", async () => {
    const root = await folderWith({ [CI]: `\uFEFF${WORKFLOW.replaceAll("\n", "\r\n")}` });
    await fix(root, { write: true });
    expect(await contentOf(root)).toBe(`\uFEFF${FIXED.replaceAll("\n", "\r\n")}`);
  });

  test("leaves alone what a comment accepts", async () => {
    const accepted = WORKFLOW.replace(
      "build: # builds",
      "build: # assay: ignore workflow.timeout -- it waits",
    );
    const root = await folderWith({ [CI]: accepted });
    await fix(root, { write: true });
    expect(await contentOf(root)).not.toContain("timeout-minutes");
  });

  test("leaves alone what an entry of the config file accepts", async () => {
    const root = await folderWith({ [CI]: WORKFLOW });
    const entry = { rule: "workflow.timeout", path: ".github/**", expires: "2027-01-01" };
    const config = {
      section: <T>(key: string) => (key === "suppressions" ? ([entry] as T) : undefined),
      place: () => undefined,
    };
    const result = await fixPolicy(
      { ...contextAt(root), config },
      {
        ...SETTINGS,
        ...{ preset: [], enable: ["workflow.timeout"], mode: "tree", badge: false },
        ...{ base: undefined, write: true, asFile: false },
      },
    );
    expect(result.findings).toEqual([]);
    expect(await contentOf(root)).toBe(WORKFLOW);
  });

  test("never writes by way of a symbolic link", async () => {
    const root = await folderWith({ "real.yml": WORKFLOW });
    await symlink("real.yml", join(root, "link.yml"));
    expect(await writeChanged(root, "link.yml", WORKFLOW, FIXED)).toBe(
      "a symbolic link leads to it",
    );
    expect(await readFile(join(root, "real.yml"), "utf8")).toBe(WORKFLOW);
  });

  test("never overwrites what somebody else wrote meanwhile", async () => {
    const root = await folderWith({ "a.yml": WORKFLOW });
    await writeFile(join(root, "a.yml"), "other");
    expect(await writeChanged(root, "a.yml", WORKFLOW, FIXED)).toBe(
      "it was changed while the rules were judged",
    );
    expect(await readFile(join(root, "a.yml"), "utf8")).toBe("other");
  });
});

test("with a token a tag is pinned to the commit that the server names, each asked once", async () => {
  const text = WORKFLOW.replace(` # ${SHA}`, "").replace(
    "- run: make",
    "- uses: Actions/Checkout@v4",
  );
  const root = await folderWith({ [CI]: text });
  const asked: string[] = [];
  const body = new TextEncoder().encode(JSON.stringify({ sha: SHA }));
  const context: ReturnType<typeof contextAt> = {
    ...contextAt(root),
    offline: false,
    remote: { serverUrl: "https://github.com", repository: "octo/shop", token: "t" },
    http: {
      request: async ({ url }) => {
        asked.push(url);
        const json = () => JSON.parse(new TextDecoder().decode(body));
        return { status: 200, headers: {}, body, text: () => "", json };
      },
    },
  };
  await fixPolicy(context, {
    ...SETTINGS,
    ...{ preset: [], enable: ["workflow.unpinned-uses"], mode: "tree", badge: false },
    ...{ base: undefined, write: true, asFile: false },
  });
  expect(asked).toEqual(["https://api.github.com/repos/actions/checkout/commits/v4"]);
  expect(await contentOf(root)).toContain(
    `      - uses: actions/checkout@${SHA} # v4\n      - uses: Actions/Checkout@${SHA} # v4\n`,
  );
});

describe("a pin", () => {
  const pinned = async (line: string, facts: Parameters<typeof aRepository>[1], more = {}) => {
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - ${line}\n`;
    const resolveRef = async (repository: string, ref: string) =>
      repository === "o/r" && ref === "v4" ? SHA : undefined;
    const repository = withEditor(aRepository({ [CI]: text, ...more }, facts), resolveRef);
    const [violation] = (await unpinnedUses.judge(repository)).violations;
    return applyEdits(text, violation?.edits ?? [])
      .text.split("\n")[5]
      ?.slice(8);
  };

  test.each([
    ["uses: O/r@v4", `uses: O/r@${SHA} # v4`],
    ["uses: 'o/r/sub@v4' # the v4", `uses: 'o/r/sub@${SHA}' # the v4`],
    ["{ uses: o/r@v4 }", `{ uses: o/r@${SHA} }`],
    ["uses: o/r@v5", "uses: o/r@v5"],
    ["uses: o/r@${{ env.REF }}", "uses: o/r@${{ env.REF }}"],
  ])("of `%s` is `%s`", async (line, expected) => {
    expect(await pinned(line, {})).toBe(expected);
  });

  test("is taken from the lock of another workflow", async () => {
    const lock = `version: v0.0.2\nworkflows: {}\ndependencies:\n  'x/y@v1':\n    ref: v1\n    commit: sha1-${"b".repeat(40)}\n`;
    const more = { ".github/workflows/actions.lock": lock };
    expect(await pinned("uses: x/y@v1", {}, more)).toBe(`uses: x/y@${"b".repeat(40)} # v1`);
  });
});

test("a diff tells hunks apart and says where the last line has no end", () => {
  const lines = Array.from({ length: 20 }, (_, at) => `${at}`).join("\n");
  const edits = [
    { start: 0, end: 0, text: "new\n" },
    { start: lines.length, end: lines.length, text: "!" },
  ];
  expect(unifiedDiff("a", lines, edits)).toBe(
    [
      ...["--- a/a", "+++ b/a", "@@ -1,3 +1,4 @@", "+new", " 0", " 1", " 2"],
      ...["@@ -17,4 +18,4 @@", " 16", " 17", " 18", "-19"],
      ...["\\ No newline at end of file", "+19!", "\\ No newline at end of file", ""],
    ].join("\n"),
  );
});
