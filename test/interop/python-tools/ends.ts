import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Files, the exit code of a run with the real tools, rules of its open findings, and what it says. */
interface Ending {
  readonly files: Readonly<Record<string, string>>;
  readonly exitCode: number;
  readonly rules?: readonly string[];
  readonly said?: RegExp;
}

const MODULES = ["sitecustomize", "usercustomize", "bandit", "mypy", "yaml", "rich", "stevedore"];

/** What the tools themselves would pass over. */
export const ENDINGS: Readonly<Record<string, Ending>> = {
  "a file that does not parse": {
    files: { "a.py": "import os\n", "bad.py": "def f(:\n" },
    exitCode: 1,
    rules: ["python.incomplete", "python.incomplete", "python.mypy"],
  },
  "a .bandit that hides everything, and a bare # nosec": {
    files: {
      ".bandit": "[bandit]\nskips = B602\n",
      "a.py":
        "import subprocess\nsubprocess.call('x', shell=True)\nsubprocess.call('y' + 'z', shell=True)  # nosec\n",
    },
    exitCode: 0,
    rules: ["python.stray-config"],
  },
  "a configuration of mypy without a section": {
    files: { "a.py": "", "mypy.ini": "strict = True\n" },
    exitCode: 3,
    said: /File contains no section\s+headers/,
  },
  "an option that mypy does not know": {
    files: { "a.py": "", "mypy.ini": "[mypy]\nstrickt = True\n" },
    exitCode: 3,
    said: /Unrecognized\s+option/,
  },
  "a Python that mypy does not support": {
    files: { "a.py": "", "setup.cfg": "[mypy]\npython_version = 3.6\n" },
    exitCode: 3,
    said: /not\s+supported/,
  },
  "errors that a section ignores": {
    files: { "a.py": "x: int = ''\n", "mypy.ini": "[mypy-a]\nignore_errors = True\n[mypy]\n" },
    exitCode: 0,
    rules: ["python.strictness-weakened"],
  },
  "one module twice": {
    files: { "a/x.py": "", "b/x.py": "" },
    exitCode: 1,
    rules: ["python.incomplete", "python.mypy"],
  },
  "modules in the checkout with the names of those that the tools import": {
    files: Object.fromEntries([
      ["a.py", ""],
      ...MODULES.map((name) => [`${name}.py`, "open('ran', 'w')\n"]),
    ]),
    exitCode: 0,
    rules: [],
  },
};

/** @param args of `assay python` @param folder empty */
export function expectEnding(
  name: string,
  cli: string,
  args: readonly string[],
  folder: string,
  cache: string,
): void {
  const { files, exitCode, rules, said } = ENDINGS[name] as Ending;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const out = join(folder, "..", "out");
  const options = ["--report-formats", "json", "--report-directory", out];
  const run = spawnSync(process.execPath, [cli, "python", ".", ...args, ...options], {
    cwd: folder,
    env: { ...process.env, RUNNER_TOOL_CACHE: cache, PYTHONPATH: folder },
    encoding: "utf8",
  });
  assert.equal(run.status, exitCode, `${run.stdout}${run.stderr}`);
  if (said !== undefined) assert.match(run.stdout, said);
  assert.ok(!existsSync(join(folder, "ran")), "a module of the checkout was run");
  if (rules === undefined) return;
  const { findings } = JSON.parse(readFileSync(join(out, "report.json"), "utf8")) as {
    readonly findings: readonly { readonly ruleId: string; readonly status: string }[];
  };
  const open = findings.filter(({ status }) => status === "open").map(({ ruleId }) => ruleId);
  assert.deepEqual([...new Set(open)].sort(), [...new Set(rules)].sort());
}
