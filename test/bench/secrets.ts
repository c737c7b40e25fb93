/**
 * Whole-history secret scan: ours beside gitleaks as its releases are built, both with gitleaks' own rules.
 *
 * `npm run bench:secrets -- REPOSITORY …`, or `ASSAY_BENCH_REPOSITORIES` (paths, `:` between). For every file and rule
 * that gitleaks reports, ours has to have a finding, else the run ends with an error; `npm run test:interop -- gitleaks` compares the rows.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { gitleaksDefaultConfig, peer, peerVersion } from "../interop/peers.ts";
import { assay, assayName } from "./assay.ts";
import { type Contestant, race } from "./race.ts";
import { printMachine, printTable, roundsOr } from "./table.ts";

const ROUNDS = 5;

interface OwnReport {
  readonly findings: readonly {
    readonly check: string;
    readonly aliases?: readonly string[];
  }[];
  readonly checks: readonly {
    readonly coverage: { readonly inspected: Readonly<Record<string, number>> };
  }[];
}

const rounds = roundsOr(ROUNDS);
const repositories = repositoriesGiven();
const scratch = mkdtempSync(join(tmpdir(), "assay-bench-secrets-"));
try {
  // Both read this variable: the very same text.
  const rules = { GITLEAKS_CONFIG_TOML: readFileSync(gitleaksDefaultConfig(), "utf8") };
  printMachine(rounds);
  for (const repository of repositories) {
    const contestants = [ours(repository, rules), theirs(repository, rules)];
    const placings = await race(contestants, rounds);
    const missing = missingFiles();
    printTable(`history of ${nameOf(repository)}`, placings);
    if (missing.length > 0) {
      throw new Error(`gitleaks reports what we do not:\n  ${missing.join("\n  ")}`);
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function ours(repository: string, environment: Readonly<Record<string, string>>): Contestant {
  const report = ["--report-formats", "json", "--report-directory", scratch, "--quiet"];
  const args = ["secrets", repository, "--mode", "history", "--offline", ...report];
  return {
    name: assayName(""),
    invocations: [assay(args, scratch, environment)],
    reset: () => rmSync(join(scratch, "report.json"), { force: true }),
    made: () => {
      const { findings, checks } = ownReport();
      const commits = checks[0]?.coverage.inspected["commits"] ?? 0;
      if (commits === 0) throw new Error("ours looked at no commit");
      return `${findings.length} findings in ${ownFiles().size} files, ${commits} commits`;
    },
  };
}

function theirs(repository: string, environment: Readonly<Record<string, string>>): Contestant {
  const report = ["--report-path", join(scratch, "theirs.json"), "--report-format", "json"];
  const args = ["git", repository, "--no-banner", "--log-level", "error", ...report];
  return {
    name: `gitleaks ${peerVersion("gitleaks-re2")}`,
    invocations: [
      { command: peer("gitleaks-re2"), args, folder: scratch, environment, exits: [0, 1] },
    ],
    reset: () => rmSync(join(scratch, "theirs.json"), { force: true }),
    made: () => `${theirPlaces().length} places in ${theirFiles().size} files`,
  };
}

function ownReport(): OwnReport {
  return JSON.parse(readFileSync(join(scratch, "report.json"), "utf8")) as OwnReport;
}

/** File and rule: ours merges one secret in one file over all its commits, and lists only some of many places. */
function ownFiles(): ReadonlySet<string> {
  const aliases = ownReport().findings.flatMap(({ aliases = [] }) => aliases);
  return new Set(aliases.map(fileAndRule));
}

function theirFiles(): ReadonlySet<string> {
  return new Set(theirPlaces().map(fileAndRule));
}

/** gitleaks' fingerprint without the commit before and the line after. */
function fileAndRule(fingerprint: string): string {
  return fingerprint.replace(/^[0-9a-f]{40}:/, "").replace(/:\d+$/, "");
}

function theirPlaces(): readonly string[] {
  const rows = JSON.parse(readFileSync(join(scratch, "theirs.json"), "utf8")) as {
    readonly Fingerprint: string;
  }[];
  return rows.map(({ Fingerprint }) => Fingerprint);
}

function missingFiles(): readonly string[] {
  const own = ownFiles();
  return [...theirFiles()].filter((file) => !own.has(file));
}

function repositoriesGiven(): readonly string[] {
  const given = process.argv.slice(2);
  const listed = (process.env["ASSAY_BENCH_REPOSITORIES"] ?? "").split(":");
  const all = [...given, ...(given.length > 0 ? [] : listed)].filter((path) => path !== "");
  if (all.length === 0) {
    console.error(
      "No repository: name clones with a long history as arguments or in ASSAY_BENCH_REPOSITORIES (paths, `:` between).",
    );
    process.exit(2);
  }
  return all.map((path) => resolve(path));
}

/** A bare clone often lies in a folder of no telling name. */
function nameOf(repository: string): string {
  const name = basename(repository);
  return /^(repo|\.git)$/.test(name) ? basename(resolve(repository, "..")) : name;
}
