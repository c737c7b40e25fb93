import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gitleaksDefaultConfig, peer } from "../peers.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { nativeRows, type Row } from "./native-rows.ts";
import { wrappedEngine } from "./wrapped.ts";

/** Public repositories with a long history, cloned once. `ASSAY_INTEROP_REPOSITORIES` (paths, `:` between) replaces them. */
const PUBLIC = ["https://github.com/expressjs/express", "https://github.com/fastify/fastify"];

let config = "";
let scratch = "";

/** The real gitleaks and our native engine, same configuration, same history: the same findings. */
export const gitleaksSuite: InteropSuite = {
  name: "gitleaks",
  setup() {
    config = gitleaksDefaultConfig();
    scratch = mkdtempSync(join(tmpdir(), "assay-gitleaks-"));
  },
  cases: [
    {
      name: "engine: gitleaks tells what an ignore file hides",
      run: () => wrappedEngine(join(scratch, "wrapped"), peer("gitleaks")),
    },
    ...repositories().map(
      (repository): InteropCase => ({
        name: `identical findings on the history of ${basename(repository.replace(/\/repo$/, ""))}`,
        async run() {
          const folder = repository.startsWith("https://") ? clone(repository) : repository;
          const real = realRows(folder);
          const ours = await nativeRows(folder, config);
          assert.ok(real.length > 0, "gitleaks found nothing: this repository proves nothing");
          assert.deepEqual(sorted(ours), sorted(real));
          console.log(`          ${real.length} findings`);
        },
      }),
    ),
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function repositories(): readonly string[] {
  const given = process.env["ASSAY_INTEROP_REPOSITORIES"];
  return given === undefined || given === "" ? PUBLIC : given.split(":");
}

function clone(url: string): string {
  const folder = join(homedir(), ".cache", "assay-peers", "repositories", basename(url));
  if (!existsSync(folder)) {
    mkdirSync(join(folder, ".."), { recursive: true });
    execFileSync("git", ["clone", "--quiet", "--bare", "--", url, folder], { stdio: "inherit" });
  }
  return folder;
}

function realRows(folder: string): Row[] {
  const report = join(scratch, "report.json");
  const result = spawnSync(
    peer("gitleaks"),
    [
      "git",
      folder,
      "--config",
      config,
      "--report-path",
      report,
      "--report-format",
      "json",
      "--exit-code",
      "42",
      "--no-banner",
    ],
    { encoding: "utf8" },
  );
  assert.ok(result.status === 0 || result.status === 42, result.stderr);
  const rows = JSON.parse(readFileSync(report, "utf8")) as Row[];
  return rows.map(({ RuleID, Commit, File, StartLine, Secret }) => ({
    RuleID,
    Commit,
    File,
    StartLine,
    Secret,
  }));
}

/** One string a row: these are the public findings of public repositories. */
function sorted(rows: readonly Row[]): string[] {
  return rows
    .map((row) => JSON.stringify([row.RuleID, row.Commit, row.File, row.StartLine, row.Secret]))
    .sort();
}
