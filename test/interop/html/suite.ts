import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import type { InteropSuite } from "../suite.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

let browser: Browser | undefined;
let scratch = "";

/** The HTML report in a real browser: it opens, says nothing on the console, and asks for nothing from anywhere. */
export const htmlSuite: InteropSuite = {
  name: "html",
  async setup() {
    assert.ok(
      existsSync(CHROMIUM),
      `No Chromium at ${CHROMIUM}: install Debian's, or set CHROMIUM`,
    );
    scratch = mkdtempSync(join(tmpdir(), "assay-html-"));
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    });
  },
  cases: [
    { name: "the report on this repository", run: () => opens(ROOT) },
    {
      name: "a report with findings whose names are markup",
      run: () => opens(hostileRepository()),
    },
  ],
  async teardown() {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  },
};

async function opens(repository: string): Promise<void> {
  const reports = mkdtempSync(join(scratch, "reports-"));
  const run = spawnSync(
    process.execPath,
    [join(ROOT, "dist/cli.js"), "check", repository, "--report-directory", reports],
    { encoding: "utf8" },
  );
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  const page = await (browser as Browser).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  await page.goto(pathToFileURL(join(reports, "report.html")).href);
  const text = await page.locator("body").innerText();
  await page.close();
  assert.deepEqual(complaints, []);
  assert.match(text, run.status === 0 ? /pass/i : /fail/i);
}

/** Package names and licences that would run as script where a report forgot to escape. */
function hostileRepository(): string {
  const folder = join(scratch, "hostile");
  mkdirSync(folder);
  const script = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  const packages = {
    "": { name: script, version: "1.0.0", dependencies: { evil: "1.0.0" } },
    "node_modules/evil": {
      name: script,
      version: `1.0.0"'><script>alert(3)</script>`,
      license: `${script} AND GPL-3.0-only`,
    },
  };
  writeFileSync(
    join(folder, "package-lock.json"),
    JSON.stringify({ name: script, lockfileVersion: 3, packages }),
  );
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  execFileSync("git", ["add", "--all"], { cwd: folder });
  execFileSync(
    "git",
    [
      "-c",
      "user.name=Interop",
      "-c",
      "user.email=interop@example.invalid",
      "commit",
      "--quiet",
      "--message",
      "Hostile",
    ],
    { cwd: folder },
  );
  return folder;
}
