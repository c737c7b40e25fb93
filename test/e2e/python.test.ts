import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  runBuiltAction,
  runNode,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, describe, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";
import { banditReport, FAKE_BANDIT, fakeTool, RESULT } from "./python-tools.ts";

afterAll(cleanUp);

const { PATH = "" } = process.env;
const ERROR = JSON.stringify({
  ...{ file: "a.py", line: 1, column: 0, end_line: 1, end_column: 3 },
  ...{ message: "Bad", hint: null, code: "arg-type", severity: "error" },
});

/** A script that prints a text and ends with a code. */
function says(version: string, text: string, exitCode: number, more = ""): string {
  return `${version}\n${more}\ncat <<'END'\n${text}\nEND\nexit ${exitCode}`;
}
const bandit = (text: string, exitCode: number, more = "") =>
  says("bandit 1.9.4", text, exitCode, more);
const mypy = (text: string, exitCode: number, more = "") =>
  says("mypy 2.4.1", text, exitCode, more);

interface Outcome {
  readonly exitCode: number | null;
  readonly rules: readonly string[];
  readonly said: string;
}

/** Exit code, rules of open findings, and the error of a run of the built CLI. */
async function run(
  tools: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  files: Readonly<Record<string, string>> = { "a.py": "call(x)\n" },
): Promise<Outcome> {
  const [venv, cwd] = [await temporaryFolder(), await temporaryFolder()];
  await writeFiles(cwd, files);
  for (const [name, body] of Object.entries(tools)) await fakeTool(venv, name, body);
  await fakeTool(venv, "python", "Python 3.12\nexit 0");
  const chosen = ["bandit", "mypy"].filter((name) => name in tools);
  const own =
    chosen.length === 0 ? [] : ["--venv", venv, ...chosen.flatMap((name) => ["--tools", name])];
  const command = [CLI, "python", ".", ...own, ...args, "--format", "json"];
  const { exitCode, stdout, stderr } = await runNode(command, { cwd, env: { PATH } });
  const { findings = [], checks = [] } = stdout.startsWith("{") ? JSON.parse(stdout) : {};
  return {
    exitCode,
    rules: findings
      .filter(({ status }: { readonly status: string }) => status === "open")
      .map(({ ruleId }: { readonly ruleId: string }) => ruleId),
    said: `${checks.map(({ error }: { readonly error?: { readonly message: string } }) => error?.message ?? "").join()}${stderr}`,
  };
}

describe("how bandit ends", () => {
  it.each<readonly [string, string, number, readonly string[], RegExp]>([
    ["clean", bandit(banditReport([]), 0), 0, [], /^/],
    ["findings", bandit(banditReport([RESULT]), 1), 1, ["python.bandit"], /^/],
    [
      "only a file that it could not parse",
      bandit(banditReport([], { errors: [{ filename: "a.py", reason: "syntax error" }] }), 0),
      1,
      ["python.incomplete"],
      /^/,
    ],
    [
      "no file",
      bandit(banditReport([], { metrics: { _totals: {} } }), 0),
      1,
      ["python.incomplete"],
      /^/,
    ],
    [
      "exit code 2 with usage on stdout",
      bandit("usage: bandit [-h]", 2),
      3,
      [],
      /exit code 2: usage/,
    ],
    [
      "exit code 2 and stderr alone",
      bandit("", 2, "echo '[main] ERROR no' >&2"),
      3,
      [],
      /\[main\] ERROR no/,
    ],
    [
      "exit code 1 and a traceback",
      bandit("", 1, "echo 'No module named pbr' >&2"),
      3,
      [],
      /No module named pbr/,
    ],
    ["exit code 0 and nothing", bandit("", 0), 3, [], /no report/],
    ["half a report", bandit('{"errors": [], "resu', 1), 3, [], /not its JSON/],
    ["exit code 1 without a result", bandit(banditReport([]), 1), 3, [], /its report is empty/],
    ["killed", bandit("", 0, "kill -9 $$"), 3, [], /SIGKILL/],
    ["hanging", bandit("", 0, "exec sleep 30"), 3, [], /did not end within 1000 ms/],
  ])("%s", async (_, script, exitCode, rules, said) => {
    const outcome = await run({ bandit: script }, ["--timeout", "1"]);
    expect(outcome).toEqual({ exitCode, rules, said: expect.stringMatching(said) });
  });
});

describe("how mypy ends", () => {
  it.each<readonly [string, string, number, readonly string[], RegExp]>([
    ["clean", mypy("", 0), 0, [], /^/],
    ["errors", mypy(ERROR, 1), 1, ["python.mypy"], /^/],
    [
      "missing stubs alone",
      mypy(ERROR.replace("arg-type", "import-not-found"), 1),
      0,
      ["python.mypy"],
      /^/,
    ],
    [
      "a syntax error that stops it",
      mypy(ERROR.replace("arg-type", "syntax"), 2),
      1,
      ["python.incomplete", "python.mypy"],
      /^/,
    ],
    ["exit code 2 and stderr alone", mypy("", 2, "echo 'mypy: no' >&2"), 3, [], /mypy: no/],
    ["exit code 1 and nothing", mypy("", 1), 3, [], /names none/],
    ["half a line", mypy('{"file": "a.py", "li', 1), 3, [], /half of one/],
    ["an internal error", mypy("a.py:1: error: INTERNAL ERROR", 2), 3, [], /INTERNAL ERROR/],
    ["a segmentation fault", mypy("", 0, "kill -11 $$"), 3, [], /SIGSEGV/],
    ["hanging", mypy("", 0, "exec sleep 30"), 3, [], /did not end within 1000 ms/],
  ])("%s", async (_, script, exitCode, rules, said) => {
    const outcome = await run({ mypy: script }, ["--timeout", "1"]);
    expect(outcome).toEqual({ exitCode, rules, said: expect.stringMatching(said) });
  });
});

it("a tool that is missing is an error, and no tool is needed without Python", async () => {
  expect(await run({}, ["--venv", "/nowhere"])).toMatchObject({ exitCode: 2 });
  const empty = await temporaryFolder();
  expect(await run({}, ["--venv", empty])).toMatchObject({
    exitCode: 3,
    said: expect.stringContaining("bandit is not in the virtual environment"),
  });
  expect(await run({}, [], { "a.js": "" })).toMatchObject({ exitCode: 0, rules: [] });
});

it("a configuration that mypy would ignore, or that would run something, ends the run", async () => {
  const said = `for arg; do case "$arg" in --config-file=*) echo "\${arg#*=}: File contains no section headers." >&2;; esac; done`;
  const files = { "a.py": "", "mypy.ini": "strict\n" };
  expect(await run({ mypy: mypy("", 0, said) }, [], files)).toMatchObject({
    exitCode: 3,
    said: expect.stringContaining("mypy.ini: File contains no section headers"),
  });
  const plugin = { "a.py": "", "mypy.ini": "[mypy]\nplugins = a.py\n" };
  expect(await run({ mypy: mypy("", 0) }, [], plugin)).toMatchObject({ exitCode: 2 });
});

it("hostile names of files arrive whole, and do nothing", async () => {
  const names = ["-c evil.py", "$(touch pwned).py", "new\nline.py", "::error::x.py", "`a`|b.py"];
  const results = names.map((name) => ({
    ...RESULT,
    filename: `./${name}`,
    line_number: 1,
    line_range: [1],
  }));
  const metrics = Object.fromEntries([["_totals", {}], ...names.map((name) => [`./${name}`, {}])]);
  const repository = await gitRepository(Object.fromEntries(names.map((name) => [name, "x\n"])));
  const venv = await temporaryFolder();
  await fakeTool(venv, "bandit", bandit(banditReport(results, { metrics }), 1));
  const inputs = { tools: "bandit", venv, paths: ".", "bandit-exclude": "$(touch pwned)\n--help" };
  const { exitCode, outputs, log } = await runBuiltAction({
    actionFolder: actionFolder("python"),
    inputs,
    repository,
  });
  expect(exitCode).toBe(1);
  const { findings } = JSON.parse(await readFile(outputs["report-path"] ?? "", "utf8"));
  expect(
    findings
      .map(({ location }: { readonly location: { readonly path: string } }) => location.path)
      .sort(),
  ).toEqual([...names].sort());
  expect(log).not.toMatch(/^::error::x\.py/m);
  expect(await repository.git("status", "--short")).toBe("");
});

it("a fork's pull request is judged without its .bandit, # nosec, scope and configuration of mypy", async () => {
  const repository = await gitRepository({
    "a.py": "import shlex\n",
    "assay.yml": "python:\n  tools: [bandit]\n",
  });
  const base = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  const head = await repository.commit("hide", {
    "a.py": "import subprocess\nsubprocess.call(x, shell=True)  # nosec\n",
    ".bandit": "[bandit]\nskips = B602\n",
    "assay.yml": "python:\n  tools: [mypy]\n  paths: [b]\n",
  });
  const venv = await temporaryFolder();
  const hidden = `case "$*" in *--ignore-nosec*) ;; *) cat <<'END'
${banditReport([], { metrics: { _totals: { nosec: 1 }, "./a.py": {} } })}
END
exit 0;; esac`;
  await fakeTool(venv, "bandit", bandit(banditReport([RESULT]), 1, hidden));
  await fakeTool(venv, "mypy", mypy("", 0));
  await fakeTool(venv, "python", "Python 3.12\nexit 0");
  const of = (name: string, sha: string) => ({ sha, ref: "main", repo: { full_name: name } });
  const { exitCode, outputs } = await runBuiltAction({
    actionFolder: actionFolder("python"),
    inputs: { venv },
    repository,
    event: {
      name: "pull_request",
      payload: {
        pull_request: { number: 1, base: of("octo/shop", base), head: of("eve/shop", head) },
        repository: { full_name: "octo/shop" },
      },
    },
  });
  const { findings } = JSON.parse(await readFile(outputs["report-path"] ?? "", "utf8"));
  const open = findings.filter(({ status }: { readonly status: string }) => status === "open");
  expect(open.map(({ ruleId }: { readonly ruleId: string }) => ruleId)).toEqual(
    expect.arrayContaining(["python.bandit", "python.stray-config"]),
  );
  expect(exitCode).toBe(1);
});

it("SARIF names the tests as rules, with the page of each", async () => {
  const venv = await temporaryFolder();
  await fakeTool(venv, "bandit", FAKE_BANDIT);
  const cwd = await temporaryFolder();
  await writeFiles(cwd, { "a.py": "import subprocess\nsubprocess.call(x, shell=True)\n" });
  const out = join(cwd, "..", `${cwd.split("/").at(-1)}-out`);
  const command = [
    CLI,
    "python",
    ".",
    "--venv",
    venv,
    "--tools",
    "bandit",
    "--report-directory",
    out,
  ];
  const { exitCode } = await runNode(command, { cwd, env: { PATH } });
  expect(exitCode).toBe(1);
  const { runs } = JSON.parse(await readFile(join(out, "report.sarif"), "utf8"));
  const [{ tool, results }] = runs;
  const [result] = results;
  expect(result.locations[0].physicalLocation.region).toMatchObject({
    startLine: 2,
    startColumn: 1,
    endLine: 2,
    endColumn: 31,
  });
  const rule = tool.driver.rules[result.ruleIndex];
  expect(rule).toMatchObject({
    helpUri: RESULT.more_info,
    help: { text: expect.stringContaining("CWE-78") },
  });
});

it("check runs it where the config file has its section", async () => {
  const files = { "README.md": "# x\n", "a.py": "" };
  const run = async (config: string) => {
    const { root } = await gitRepository({ ...files, "assay.yml": config });
    const { stdout } = await runNode([CLI, "check", ".", "--offline", "--format", "json"], {
      cwd: root,
      env: { PATH: "" },
    });
    return JSON.parse(stdout).checks.map(({ check }: { readonly check: string }) => check);
  };
  expect(await run("python:\n  scope: changed\n")).toContain("python");
  expect(await run("fail-on: high\n")).not.toContain("python");
  expect(await run("checks: [sbom]\npython:\n  scope: changed\n")).not.toContain("python");
});

it("a baseline lets old findings pass when their lines move, and no new one", async () => {
  const [venv, cwd, out] = [
    await temporaryFolder(),
    await temporaryFolder(),
    await temporaryFolder(),
  ];
  const at = (line: number) => ({ ...RESULT, line_number: line, line_range: [line] });
  const check = async (text: string, lines: readonly number[], ...args: readonly string[]) => {
    await fakeTool(venv, "bandit", bandit(banditReport(lines.map(at)), 1));
    await writeFiles(cwd, { "a.py": text });
    const command = [
      CLI,
      "python",
      ".",
      "--venv",
      venv,
      "--tools",
      "bandit",
      "--report-formats",
      "json",
    ];
    return (await runNode([...command, ...args], { cwd, env: { PATH } })).exitCode;
  };
  expect(await check("call(x)\n", [1], "--report-directory", out)).toBe(1);
  const baseline = ["--baseline", join(out, "report.json")];
  expect(await check("\n\ncall(x)\n", [3], ...baseline)).toBe(0);
  expect(await check("call(x)\ncall(x)\n", [1, 2], ...baseline)).toBe(1);
});
