import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCheck } from "../testing/run-check.ts";

/** A program that behaves as gitleaks does, in the ways that matter. */
let root: string;
let tool: string;
let temporary: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "assay-wrapped-"));
  tool = await mkdtemp(join(tmpdir(), "assay-fake-"));
  temporary = await mkdtemp(join(tmpdir(), "assay-tmp-"));
  await writeFile(join(root, "a.txt"), "x\n");
});
afterEach(async () => {
  for (const folder of [root, tool, temporary]) await rm(folder, { recursive: true });
});

const SECRET = `plain${"text".repeat(8)}`;
const ROW = { RuleID: "acme", File: "a.txt", StartLine: 1, EndLine: 1, Secret: SECRET, Commit: "" };
const DONE = 'echo "1PM INF scanned ~2 bytes (2 B) in 1ms" >&2';

async function run(body: string) {
  const path = join(tool, "gitleaks");
  await writeFile(
    path,
    `#!/bin/sh
[ "$1" = version ] && { echo 8.30.1; exit 0; }
for arg in "$@"; do case "$arg" in --report-path=*) report="\${arg#--report-path=}";; esac; done
${body}
`,
  );
  await chmod(path, 0o755);
  return runCheck(
    root,
    { engine: "gitleaks", mode: "tree" },
    { environment: { PATH: `${tool}:/usr/bin:/bin` } },
  );
}

test("its rows become findings, and no plain text leaves", async () => {
  const result = await run(`echo '${JSON.stringify([ROW])}' > "$report"; ${DONE}; exit 42`);
  expect(result.findings).toMatchObject([
    { ruleId: "secrets.custom-rule", location: { path: "a.txt", startLine: 1 } },
  ]);
  expect(JSON.stringify(result)).not.toContain(SECRET);
});

test("no leaks is no finding", async () => {
  const result = await run(`echo '[]' > "$report"; ${DONE}; exit 0`);
  expect(result.findings).toEqual([]);
  expect(result.coverage.inspected).toMatchObject({ bytes: 2 });
});

test.each([
  ["an error", "echo '1PM FTL bad config' >&2; exit 1", /exit code 1: 1PM FTL bad config/],
  [
    "a swallowed error",
    `echo '[]' > "$report"; echo "x ERR git failed" >&2; exit 0`,
    /complained.*git failed/,
  ],
  ["leaks without a report row", `echo '[]' > "$report"; ${DONE}; exit 42`, /report is empty/],
  ["a broken report", `echo '{' > "$report"; ${DONE}; exit 42`, /not its JSON format/],
])("%s is an external error", async (_, body, message) => {
  await expect(run(body)).rejects.toMatchObject({
    kind: "external",
    message: expect.stringMatching(message),
  });
});

test("nothing scanned is not green", async () => {
  const result = await run(`echo '[]' > "$report"; exit 0`);
  expect(result.findings).toMatchObject([{ ruleId: "secrets.nothing-scanned", severity: "high" }]);
});

test("the report's folder is gone afterwards, also after an error", async () => {
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  try {
    await run(`echo '${JSON.stringify([ROW])}' > "$report"; ${DONE}; exit 42`);
    await run("exit 1").catch(() => {});
    expect(await readdir(temporary)).toEqual([]);
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});
