import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DEFAULT_CHECKS } from "@assay/suite";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { runCli } from "../cli.ts";
import { fakeTerminal } from "../test/terminal.ts";

afterAll(cleanUp);

async function initIn(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const terminal = { ...fakeTerminal(folder), program: "node ../assay/dist/cli.js" };
  const exitCode = await runCli(["init", "--pin", "0123456789".repeat(4)], terminal);
  expect(exitCode).toBe(0);
  const config = parse(await readFile(join(folder, "assay.yml"), "utf8")) as { checks: string[] };
  const text = await readFile(join(folder, "assay.yml"), "utf8");
  return { out: terminal.out(), config, text };
}

test("only checks that have something to look at are switched on", async () => {
  const bare = (await initIn({ "README.md": "x" })).config.checks;
  expect(bare).toContain("secrets");
  for (const needsLock of ["sbom", "licenses"]) expect(bare).not.toContain(needsLock);
  const lock = JSON.stringify({ name: "a", lockfileVersion: 3, packages: { "": { name: "a" } } });
  const { config } = await initIn({ "package-lock.json": lock });
  expect(config.checks).toEqual(DEFAULT_CHECKS);
});

test("what is said of the checks is what is written", async () => {
  const bare = await initIn({ "README.md": "x" });
  expect(bare.text).toContain("checks that need one are switched off below");
  // They say what is not known of it.
  const unread = await initIn({ "go.mod": "module a\n" });
  expect(unread.config.checks).toEqual(DEFAULT_CHECKS);
  expect(unread.text).not.toContain("switched off");
});

test("what other tools have set up is seen, with what becomes of it", async () => {
  const { out } = await initIn({
    ".gitleaks.toml": "title = 'x'\n",
    ".github/dependency-review-config.yml": "allow-licenses: [MIT]\n",
    ".github/workflows/scan.yml":
      "jobs:\n  a:\n    steps:\n      - uses: gitleaks/gitleaks-action@v2\n      - uses: 'anchore/sbom-action/publish-sbom@v0'\n",
    ".github/workflows/other.yml": "# gitleaks/gitleaks-action is not used here\n",
  });
  expect(out).toContain("found: .gitleaks.toml. The secrets check reads it as gitleaks does");
  expect(out).toContain("`allow-licenses` is `licenses.allow` here");
  expect(out).toContain(".github/workflows/scan.yml. It uses gitleaks/gitleaks-action:");
  expect(out).toContain("It uses anchore/sbom-action:");
  expect(out).not.toContain("other.yml");
});

test("the next steps can be pasted: the check as this program is called, and a baseline", async () => {
  const { out } = await initIn({ "README.md": "x" });
  expect(out).toContain("\nNext: node ../assay/dist/cli.js check .\n");
  expect(out).toContain(
    "node ../assay/dist/cli.js check . --format json > .github/assay-baseline.json",
  );
});
