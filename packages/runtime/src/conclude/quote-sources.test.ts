import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Finding, fingerprint, openWorkspace } from "@assay/core";
import { aFinding, anInput, aResult } from "@assay/testkit/reports";
import { afterEach, beforeEach, expect, test } from "vitest";
import { conclude } from "./evaluate-report.ts";
import { quoteSources } from "./quote-sources.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "assay-quote-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (location: Finding["location"], name = "x") =>
  aFinding({ location, fingerprint: fingerprint("licenses.denied", name) });

async function quote(
  findings: readonly Finding[],
  sensitive: readonly string[] = [],
  secrets: readonly Finding[] = [],
) {
  const results = [aResult({ findings }), aResult({ check: "secrets", findings: secrets })];
  const report = conclude(anInput({ results }));
  return quoteSources(report, await openWorkspace(folder), new Set(sensitive));
}
const excerpts = async (...given: Parameters<typeof quote>) =>
  (await quote(...given)).findings.map(({ location }) => location?.excerpt);

test("the line of a place is quoted, with a mark under its columns", async () => {
  await writeFile(join(folder, "a.txt"), "one\r\n  two three\r\n");
  expect(
    await excerpts([at({ path: "a.txt", startLine: 2, startColumn: 3, endColumn: 6 })]),
  ).toEqual([{ text: "  two three", markStart: 2, markEnd: 5 }]);
  const [whole] = await excerpts([at({ path: "a.txt", startLine: 1 })]);
  expect(whole).toEqual({ text: "one", markStart: 0, markEnd: 0 });
  const [first] = await excerpts([
    at({ path: "a.txt", startLine: 2, startColumn: 7, endLine: 4, endColumn: 2 }),
  ]);
  expect(first).toEqual({ text: "  two three", markStart: 6, markEnd: 11 });
});

test.each([
  ["no such file", { path: "b.txt", startLine: 1 }],
  ["a line behind the end", { path: "a.txt", startLine: 9 }],
  ["a place in a commit", { path: "a.txt", startLine: 1, commit: "a".repeat(40) }],
  ["a file without a line", { path: "a.txt" }],
  ["a link that leads out", { path: "link/secret.txt", startLine: 1 }],
  ["a folder", { path: "sub", startLine: 1 }],
  ["a binary file", { path: "bin", startLine: 1 }],
])("nothing is quoted of %s", async (_, location) => {
  const outside = await mkdtemp(join(tmpdir(), "assay-outside-"));
  await writeFile(join(outside, "secret.txt"), "hidden\n");
  await symlink(outside, join(folder, "link"));
  await mkdir(join(folder, "sub"));
  await writeFile(join(folder, "a.txt"), "one\n");
  await writeFile(join(folder, "bin"), "\0\u0001one\n");
  const report = await quote([at(location)]);
  await rm(outside, { recursive: true });
  expect(report.findings[0]?.location).toEqual(location);
});

test("no line with a secret is quoted, whichever finding points at it", async () => {
  await writeFile(join(folder, "a.txt"), "key = AKIA\nfine\n-----BEGIN\nMIIE\n-----END\n");
  const secrets = [
    aFinding({ location: { path: "a.txt", startLine: 1 }, fingerprint: fingerprint("s", "1") }),
    aFinding({
      location: { path: "b.txt", startLine: 1 },
      relatedLocations: [{ path: "a.txt", startLine: 3, endLine: 5 }],
      fingerprint: fingerprint("s", "2"),
    }),
  ];
  const lines = [1, 2, 4].map((startLine) => at({ path: "a.txt", startLine }, String(startLine)));
  const report = await quote(lines, ["secrets"], secrets);
  const quoted = report.findings.flatMap(({ check, location }) =>
    location?.excerpt === undefined ? [] : [`${check} ${location.startLine}`],
  );
  expect(quoted).toEqual(["licenses 2"]);
});

test("many findings are quoted up to a limit, each file being read once", async () => {
  const count = 700;
  await writeFile(join(folder, "a.txt"), "line\n".repeat(count));
  const findings = Array.from({ length: count }, (_, index) =>
    at({ path: "a.txt", startLine: index + 1 }, String(index)),
  );
  const quoted = (await excerpts(findings)).filter((excerpt) => excerpt !== undefined);
  expect(quoted).toHaveLength(500);
});
