import { expect, test } from "vitest";
import { aRepository, violationsOf } from "../../test/repository.ts";
import { ignoresHygiene } from "./hygiene.ts";

const judge = async (files: Record<string, string>, facts = {}) =>
  (await violationsOf(ignoresHygiene, files, facts)).map(
    ({ path, place, severity, message }) =>
      `${path}:${place?.startLine} ${severity ?? ""} ${message}`,
  );

test("entries without reason, without end, and after it", async () => {
  expect(
    await judge({
      "osv-scanner.toml":
        '[[IgnoredVulns]]\nid = "GO-1"\n\n[[IgnoredVulns]]\nid = "GO-2"\nignoreUntil = 2025-01-01\nreason = "x"\n',
      ".trivyignore": "# not reached\nCVE-1 exp:2027-01-01\n\nCVE-2\n",
      ".trivyignore.yaml": "vulnerabilities:\n  - id: CVE-3\n    statement: x\n",
      ".grype.yaml": "ignore:\n  - vulnerability: CVE-4\n",
      ".gitleaksignore": "a:b:1\n",
      ".github/zizmor.yml":
        "rules:\n  artipacked:\n    ignore:\n      - ci.yml:1 # needed\n      - ci.yml:2\n  # all\n  self-hosted-runner:\n    disable: true\n",
    }),
  ).toEqual([
    ".github/zizmor.yml:5  artipacked ci.yml:2 is ignored without a reason.",
    ".gitleaksignore:1  a:b:1 is ignored without a reason.",
    ".grype.yaml:2  CVE-4 is ignored without a reason.",
    ".trivyignore:4  CVE-2 is ignored without a reason.",
    ".trivyignore:4 low CVE-2 is ignored without an end.",
    ".trivyignore.yaml:2 low CVE-3 is ignored without an end.",
    "osv-scanner.toml:1  GO-1 is ignored without a reason.",
    "osv-scanner.toml:1 low GO-1 is ignored without an end.",
    "osv-scanner.toml:4 low GO-2 was ignored until 2025-01-01: remove the entry, or decide again.",
  ]);
});

test("entries with reason and end are fine; test data is not looked at", async () => {
  expect(
    await judge({
      "osv-scanner.toml": '[[IgnoredVulns]]\nid = "GO-1"\nignoreUntil = 2027-01-01\nreason = "x"\n',
      ".trivyignore.yaml":
        "vulnerabilities:\n  - id: CVE-3\n    statement: x\n    expired_at: 2027-01-01\n",
      ".gitleaksignore": "# a test key\na:b:1\n",
      "testdata/.trivyignore": "CVE-1\n",
    }),
  ).toEqual([]);
});

test("a file that is broken is not judged", async () => {
  const { unknown } = await ignoresHygiene.judge(aRepository({ "osv-scanner.toml": "[[" }));
  expect(unknown).toEqual(["osv-scanner.toml can't be read."]);
});

test("comments that name no rule count where a change adds them, and only real comments", async () => {
  const base = aRepository({ "a.py": "x = 1  # nosec\n" });
  const text = [
    "x = 1  # nosec",
    "y = 1  # type: ignore",
    "z = 1  # type: ignore[arg-type]",
    "w = 1  # nosec B602",
    "s = '''",
    "# nosec",
    "'''",
    'call("# type: ignore")  # NOSEC',
    "",
  ].join("\n");
  expect(await judge({ "a.py": text }, { base })).toEqual([
    "a.py:2 low The change adds a comment that makes mypy quiet for every rule; the rule must be named.",
    "a.py:8 low The change adds a comment that makes bandit quiet for every rule; the rule must be named.",
  ]);
  expect(await judge({ "a.py": text })).toEqual([]);
});

test("files beyond those that are compared with the base are named, not taken for kept", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 201 }, (_, at) => [`${1000 + at}.py`, "x = 1  # nosec\n"]),
  );
  const { unknown } = await ignoresHygiene.judge(aRepository(files, { base: aRepository(files) }));
  expect(unknown).toEqual(["1200.py and what comes after it were not compared with the base."]);
});
