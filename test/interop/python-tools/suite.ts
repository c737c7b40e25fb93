import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { ENDINGS, expectEnding } from "./ends.ts";
import { type Row, rowsOfBandit, rowsOfMypy } from "./rows.ts";

/** Environments and the tool cache, made once. */
const FOLDER = join(
  process.env["ASSAY_PEERS"] ?? join(homedir(), ".cache", "assay-peers"),
  "python-tools",
);
const CLI = resolve("dist/cli.js");
const OLD = ["bandit==1.7.5", "pbr", "mypy==1.7.0"];
/** The first with JSON, and the last without. */
const BETWEEN = ["bandit==1.8.6", "mypy==1.11.0"];
/** Real projects by their wheels; `ASSAY_INTEROP_PYTHON` (paths, `:` between) replaces them. */
const WHEELS = ["requests==2.31.0", "flask==3.0.3", "detect-secrets==1.5.0"];

let scratch = "";

/**
 * Findings of `assay python` beside the tools' own reports, one by one: bandit 1.7.5 and the newest, mypy 1.7.0 and the newest, with the
 * newest installed by `provision`. Needs Python 3.11 and pip.
 */
export const pythonToolsSuite: InteropSuite = {
  name: "python-tools",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-python-tools-"));
    mkdirSync(FOLDER, { recursive: true });
    environment("old", OLD);
    environment("between", BETWEEN);
  },
  cases: [...compared(), ...endings()],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function endings(): readonly InteropCase[] {
  return Object.keys(ENDINGS).flatMap((name) =>
    (["old", "newest"] as const).map((tools) => ({
      name: `${tools}: ${name}`,
      run: () => {
        const folder = join(mkdtempSync(join(scratch, "ends-")), "project");
        const args = tools === "old" ? ["--venv", join(FOLDER, "old")] : ["--provision"];
        expectEnding(name, CLI, args, folder, FOLDER);
      },
    })),
  );
}

function compared(): readonly InteropCase[] {
  return projects().flatMap((project) =>
    (["old", "between", "newest"] as const).map(
      (tools): InteropCase => ({
        name: `${tools}: ${basename(project)} has the findings that the tools' own reports have`,
        run: () => compare(project, tools),
      }),
    ),
  );
}

function compare(project: string, tools: "old" | "between" | "newest"): void {
  const folder = existsSync(project) ? project : unpacked(project);
  const isNewest = tools === "newest";
  const out = join(scratch, tools, basename(folder));
  const args = isNewest ? ["--provision"] : ["--venv", join(FOLDER, tools)];
  const env = { ...process.env, RUNNER_TOOL_CACHE: FOLDER };
  const options = ["--report-formats", "json", "--report-directory", out];
  const target = existsSync(join(folder, "src")) ? "src" : ".";
  const paths = ["--paths", target, "--mypy-paths", target];
  const run = spawnSync(process.execPath, [CLI, "python", ".", ...paths, ...args, ...options], {
    cwd: folder,
    env,
  });
  assert.ok(run.status === 0 || run.status === 1, `${run.stdout}${run.stderr}`);
  const { findings } = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as {
    readonly findings: readonly Finding[];
  };
  const python = isNewest
    ? newestPython(String(run.stderr) + String(run.stdout))
    : join(FOLDER, tools, "bin", "python");
  const bandit = rowsOfBandit(folder, python, target);
  const mypy = rowsOfMypy(
    folder,
    python,
    tools === "old",
    target,
    isNewest ? undefined : join(FOLDER, tools, "bin", "python"),
  );
  assert.ok(
    bandit.length + mypy.length > 0,
    "the tools found nothing: this project proves nothing",
  );
  assert.deepEqual(sorted(ours(findings, "python.bandit")), sorted(bandit));
  assert.deepEqual(sorted(ours(findings, "python.mypy")), sorted(mypy));
  console.log(`          bandit ${bandit.length}, mypy ${mypy.length} findings`);
}

interface Finding {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly variant: { readonly id: string };
  readonly location?: {
    readonly path: string;
    readonly startLine?: number;
    readonly endLine?: number;
  };
}

function ours(findings: readonly Finding[], rule: string): readonly Row[] {
  return findings
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ variant, message, location, severity }) => ({
      code: variant.id,
      path: location?.path ?? "",
      line: location?.startLine ?? 0,
      more: rule === "python.bandit" ? `${severity} ${location?.endLine}` : "",
      message: rule === "python.bandit" ? message.replace(/ \(confidence \w+\)$/, "") : message,
    }));
}

function sorted(rows: readonly Row[]): readonly string[] {
  return rows
    .map(({ path, line, code, message, more }) => `${path}:${line} ${code} ${more} ${message}`)
    .sort();
}

/** The one environment in the tool cache. */
function newestPython(said: string): string {
  const [path] = execFileSync("ls", ["-t", join(FOLDER, "assay", "python")], {
    encoding: "utf8",
  }).split("\n");
  assert.ok(path !== undefined && path !== "", said);
  return join(FOLDER, "assay", "python", path, "bin", "python");
}

function projects(): readonly string[] {
  const given = process.env["ASSAY_INTEROP_PYTHON"];
  return given === undefined || given === "" ? WHEELS : given.split(":");
}

function unpacked(requirement: string): string {
  const folder = join(FOLDER, "projects", requirement.replace("==", "-"));
  if (!existsSync(folder)) {
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--no-deps",
      "--no-compile",
      "--target",
      folder,
    ];
    execFileSync("python3", [...pip, requirement], { stdio: "inherit" });
  }
  return folder;
}

function environment(name: string, requirements: readonly string[]): void {
  const folder = join(FOLDER, name);
  const mark = join(folder, "made-of");
  if (existsSync(mark) && readFileSync(mark, "utf8") === requirements.join("\n")) return;
  rmSync(folder, { recursive: true, force: true });
  execFileSync("python3", ["-m", "venv", folder], { stdio: "inherit" });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  execFileSync(join(folder, "bin", "python"), [...pip, ...requirements], { stdio: "inherit" });
  writeFileSync(mark, requirements.join("\n"));
}
