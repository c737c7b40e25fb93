import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, gitRepository, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterAll, describe, expect, test } from "vitest";
import { fakeTools, prints, report, row, runCheck } from "./test/fixture.ts";

afterAll(cleanUp);

const BANDIT = { tools: ["bandit"] } as const;
const MYPY = { tools: ["mypy"] } as const;

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  return root;
}

/** The result over `a.py` with one scripted tool. */
async function ran(name: "bandit" | "mypy", script: string, files = { "a.py": "call(x)\n" }) {
  const venv = await fakeTools({ [name]: script, python: "" });
  return (await runCheck(await folder(files), { tools: [name], venv })).result;
}

describe("bandit", () => {
  test("a result is a finding with its test, place, weakness and page", async () => {
    const { findings, coverage } = await ran("bandit", prints(report([row()]), 1));
    expect(findings).toEqual([
      {
        ruleId: "python.bandit",
        variant: {
          id: "B602",
          title: "B602 subprocess popen with shell equals true",
          help: expect.stringContaining("CWE-78"),
          helpUri: "https://bandit.readthedocs.io/en/1.9.4/plugins/b602.html",
        },
        severity: "high",
        message: "subprocess call with shell=True identified, security issue. (confidence high)",
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        location: { path: "a.py", startLine: 1, endLine: 1, startColumn: 1, endColumn: 5 },
        links: [{ label: "CWE-78", url: "https://cwe.mitre.org/data/definitions/78.html" }],
      },
    ]);
    expect(coverage).toMatchObject({
      inspected: { files: 1 },
      summary: expect.stringContaining("bandit 1.9.4 (confidence high, severity medium)"),
    });
  });

  test("columns are those of characters, whatever stands before", async () => {
    const text = { "a.py": 'x = "äß😀"; call(x)\n' };
    const issue = row({ col_offset: 16, end_col_offset: 23 });
    const { findings } = await ran("bandit", prints(report([issue]), 1), text);
    expect(findings[0]?.location).toMatchObject({ startColumn: 13, endColumn: 20 });
  });

  test("a report of bandit 1.6, without CWE, columns and page", async () => {
    const { issue_cwe: _, col_offset: _c, end_col_offset: _e, more_info: _m, ...old } = row();
    const { findings } = await ran("bandit", prints(report([old]), 1));
    expect(findings).toMatchObject([{ location: { path: "a.py", startLine: 1, endLine: 1 } }]);
    expect(findings[0]?.links).toBeUndefined();
  });

  test("equal lines are findings of their own, and keep their names when lines move", async () => {
    const names = async (text: string, lines: readonly number[]) => {
      const rows = lines.map((line) => row({ line_number: line, line_range: [line] }));
      const { findings } = await ran("bandit", prints(report(rows), 1), { "a.py": text });
      return findings.map(({ fingerprint }) => fingerprint);
    };
    const before = await names("call(x)\ncall(x)\n", [1, 2]);
    expect(new Set(before).size).toBe(2);
    expect(await names("\n\ncall(x)\n\ncall(x)\n", [3, 5])).toEqual(before);
  });

  test("a password is nowhere in the result, and its line is not quoted", async () => {
    const secret = "hunter2!hunter2";
    const issues = [
      row({
        test_id: "B105",
        issue_text: `Possible hardcoded password: '${secret}'`,
        code: secret,
      }),
    ];
    const files = { "a.py": `password = "${secret}"\n` };
    const result = await ran("bandit", prints(report(issues), 1), files);
    expect(JSON.stringify(result)).not.toContain(secret);
    expect(result).toMatchObject({ sensitive: true, findings: [{ variant: { id: "B105" } }] });
    expect(result.findings[0]?.message).toBe("Possible hardcoded password (confidence high)");
  });

  test.each([
    ["a usage error", "echo 'bandit: error: no' >&2; exit 2", /exit code 2: bandit: error: no/],
    [
      "an import error",
      "echo Traceback >&2; echo 'No module named pbr' >&2; exit 1",
      /no report: No module named pbr/,
    ],
    ["nothing on stdout", "exit 0", /exit code 0 and no report$/],
    ["half a report", `printf '{"errors": [], "results": [{"co'; exit 1`, /not its JSON/],
    ["another shape", "echo '[]'; exit 0", /not its JSON/],
    ["no metrics", prints({ errors: [], results: [] }), /not its JSON/],
    ["a line that is none", prints(report([row({ line_number: 1e300 })]), 1), /not its JSON/],
    ["a row of another shape", prints(report([{ filename: 5 }]), 1), /not its JSON/],
    ["findings that it does not name", prints(report([]), 1), /its report is empty/],
    ["a kill", "kill -9 $$", /stopped by SIGKILL/],
    ["a crash below a shell", "exit 139", /exit code 139/],
  ])("%s is an external error", async (_, script, message) => {
    await expect(ran("bandit", script)).rejects.toMatchObject({
      kind: "external",
      message: expect.stringMatching(message),
    });
  });

  test("a report that is followed by a crash is not quoted, for it holds source", async () => {
    const failure = ran("bandit", `${prints(report([row({ code: "hunter2" })]), 3)}`);
    await expect(failure).rejects.toMatchObject({ message: "bandit ended with exit code 3" });
    await expect(failure).rejects.not.toMatchObject({ problems: [expect.anything()] });
  });

  test("a statement of a million lines is one finding", async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, at) => at + 1);
    const { findings } = await ran("bandit", prints(report([row({ line_range: lines })]), 1));
    expect(findings).toMatchObject([{ location: { startLine: 1, endLine: 1_000_000 } }]);
  });

  test("one that hangs is an external error", async () => {
    const venv = await fakeTools({ bandit: "exec sleep 60" });
    const root = await folder({ "a.py": "" });
    await expect(runCheck(root, { ...BANDIT, venv, timeout: 1 })).rejects.toMatchObject({
      kind: "external",
      message: expect.stringContaining("did not end within 1000 ms"),
    });
  });

  test("what it could not read, and no file at all, are findings", async () => {
    const errors = [{ filename: "./bad.py", reason: "syntax error while parsing AST from file" }];
    const { findings } = await ran(
      "bandit",
      prints(report([], { errors, metrics: { _totals: {} } })),
    );
    expect(findings.map(({ ruleId, severity, message }) => [ruleId, severity, message])).toEqual([
      [
        "python.incomplete",
        "high",
        "bandit could not look at bad.py: syntax error while parsing AST from file",
      ],
      [
        "python.incomplete",
        "high",
        "bandit looked at no file: its configuration leaves all of them out",
      ],
    ]);
  });

  test("a file that its settings leave out is skipped, with the reason", async () => {
    const files = { "a.py": "", "b.py": "" };
    const { coverage } = await ran("bandit", prints(report([])), files);
    expect(coverage.skipped).toEqual([
      { item: "b.py", reason: "bandit leaves it out by its settings" },
    ]);
  });

  test("what # nosec hides is there as suppressed; a mark of a change from outside does not count", async () => {
    const metrics = { _totals: { nosec: 2, skipped_tests: 1 }, "./a.py": {} };
    const hidden = [1, 2, 3].map((line) => row({ line_number: line, line_range: [line] }));
    const script = `case "$*" in *--ignore-nosec*) ${prints(report([...hidden, row({ line_number: 4, line_range: [4] })], { metrics }), 1).replace("\nexit 1", "\nexit 1;;")}
esac
${prints(report([row({ line_number: 4, line_range: [4] })], { metrics }), 1)}`;
    const lines = ["call(x)  # nosec", "call(x)  # nosec B602", "call(x)  # nosec", "call(x)"];
    const repository = await gitRepository({ "a.py": `${lines.slice(0, 2).join("\n")}\n` });
    await repository.git("branch", "base");
    await repository.commit("more", { "a.py": `${lines.join("\n")}\n` });
    const venv = await fakeTools({ bandit: script });
    const options = { ...BANDIT, venv, base: "base" };
    const shown = async (addedMarksCount: boolean) => {
      const settings = { from: "work-tree", addedMarksCount, read: async () => undefined } as const;
      const { result } = await runCheck(repository.root, options, { settings });
      return result.findings.map(({ ruleId, location, suppression, change }) => [
        ...[ruleId, location?.startLine, change, suppression?.reason],
      ]);
    };
    expect(await shown(true)).toEqual([
      ["python.bandit", 1, "existing", "a bare `# nosec`"],
      ["python.bandit", 2, "existing", "`# nosec B602`"],
      ["python.bandit", 3, "new", "a bare `# nosec`"],
      ["python.nosec", 3, "new", undefined],
      ["python.bandit", 4, "new", undefined],
    ]);
    expect(await shown(false)).toEqual([
      ["python.bandit", 1, "existing", "a bare `# nosec`"],
      ["python.bandit", 2, "existing", "`# nosec B602`"],
      ["python.bandit", 3, "new", undefined],
      ["python.bandit", 4, "new", undefined],
    ]);
  });
});

describe("mypy", () => {
  const message = (more: object = {}) =>
    JSON.stringify({
      file: "a.py",
      line: 1,
      column: 0,
      message: "Bad",
      hint: null,
      code: "arg-type",
      severity: "error",
      ...more,
    });

  test("an error is a finding with its code; one about stubs does not fail a run", async () => {
    const lines = [message({ hint: "See\nthis" }), message({ code: "import-untyped" })];
    const { findings } = await ran("mypy", prints(lines.join("\n"), 1));
    expect(findings).toMatchObject([
      {
        ruleId: "python.mypy",
        variant: { id: "arg-type" },
        severity: "medium",
        message: "Bad",
        location: { path: "a.py", startLine: 1, startColumn: 1 },
        evidence: [
          { label: "Note", value: "See" },
          { label: "Note", value: "this" },
        ],
      },
      {
        variant: { id: "import-untyped" },
        severity: "info",
        remediation: expect.stringContaining("`venv`"),
      },
    ]);
  });

  test("an error that stops it is a finding, and so is what it did not look at", async () => {
    const { findings } = await ran("mypy", prints(message({ code: "syntax" }), 2));
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["python.mypy", "medium"],
      ["python.incomplete", "high"],
    ]);
  });

  test.each([
    ["half a line", `printf '{"file": "a.py", "li'; exit 1`, /half of one/],
    ["a line of another shape", "echo '{}'; exit 1", /not its JSON/],
    ["errors that it does not name", "exit 1", /names none/],
    ["errors that its exit code denies", prints(message()), /says that there are none/],
    [
      "stderr alone",
      "echo \"mypy: can't read file 'x'\" >&2; exit 2",
      /exit code 2: mypy: can't read file/,
    ],
    [
      "an error of its own",
      prints("a.py:1: error: INTERNAL ERROR -- Please", 2),
      /exit code 2: a.py:1: error: INTERNAL/,
    ],
    ["a segmentation fault", "kill -11 $$", /stopped by SIGSEGV/],
    ["a crash below a shell", "exit 139", /exit code 139/],
  ])("%s is an external error", async (_, script, text) => {
    await expect(ran("mypy", script)).rejects.toMatchObject({
      kind: "external",
      message: expect.stringMatching(text),
    });
  });

  test("a configuration that mypy ignores is an external error, by its own name", async () => {
    const script = `for arg in "$@"; do case "$arg" in --config-file=*) echo "\${arg#--config-file=}: [mypy]: Unrecognized option: foo = 1" >&2;; esac; done; exit 0`;
    const venv = await fakeTools({ mypy: script, python: "" });
    const root = await folder({ "a.py": "", "mypy.ini": "[mypy]\nfoo = 1\n" });
    await expect(runCheck(root, { ...MYPY, venv })).rejects.toMatchObject({
      kind: "external",
      message:
        "mypy went on without a part of its configuration: mypy.ini: [mypy]: Unrecognized option: foo = 1",
    });
  });

  test("before 1.11 its text is read, notes with the errors that they belong to", async () => {
    const text = [
      "a.py:1:1: error: Bad  [arg-type]",
      "a.py:1:1: note: See this",
      'a.py: error: Source file found twice under different module names: "a" and "b.a"',
      'a.py:2: error: Unused "type: ignore" comment  [unused-ignore]',
    ].join("\n");
    const venv = await fakeTools({
      mypy: prints(text, 1).replace(/^/, 'case "$*" in *json*) exit 2;; esac\n'),
      python: "",
    });
    const path = join(venv, "bin", "mypy");
    await writeFile(path, (await readFile(path, "utf8")).replace("2.4.1", "1.7.0"));
    const { result } = await runCheck(await folder({ "a.py": "x\ny\n" }), { ...MYPY, venv });
    expect(
      result.findings.map(({ variant, location, evidence }) => [
        variant?.id,
        location?.startLine,
        evidence?.length,
      ]),
    ).toEqual([
      ["arg-type", 1, 1],
      ["error", undefined, undefined],
      ["unused-ignore", 2, undefined],
    ]);
  });

  test("it gets no option, plugin or program of the checkout", async () => {
    const script = `echo "$*" > "$0.args"; pwd >> "$0.args"; env | sort >> "$0.args"; exit 0`;
    const venv = await fakeTools({ mypy: script, python: "" });
    const root = await folder({
      "--version.py": "",
      "mypy.ini": "[mypy]\nmypy_path = $MYPY_CONFIG_FILE_DIR/src\n",
    });
    const environment = {
      PATH: `${root}:${process.env["PATH"]}`,
      PYTHONPATH: root,
      MYPYPATH: root,
      HOME: root,
    };
    await runCheck(root, { ...MYPY, venv, paths: ["--version.py"] }, { environment });
    const [args = "", cwd, ...variables] = (
      await readFile(join(venv, "bin", "mypy.args"), "utf8")
    ).split("\n");
    expect(args).toMatch(/^--strict .*--no-install-types .* -- \.\/--version\.py$/);
    expect(args).toContain("--cache-dir=/dev/null");
    expect(args).not.toContain(`--config-file=${root}`);
    expect(cwd).toBe(root);
    const text = variables.join("\n");
    expect(text).not.toMatch(/^(?:PYTHONPATH|MYPYPATH|HOME)=/m);
    expect(text.replace(/^PWD=.*$/m, "")).not.toContain(root);
  });
});

describe("nothing of the checkout is run", () => {
  test.each([
    ["plugins = ./evil.py", "`plugins`: ./evil.py would be run"],
    ["plugins = evil", "`plugins`: evil would be run"],
    ["plugins = pydantic.mypy,\n    other", "`plugins`: other would be run"],
    [
      "python_executable = ./evil",
      "`python_executable` would be run; name its virtual environment by `venv`",
    ],
    ["install_types = True", "`install_types` would install packages"],
    ["html_report = ../out", "`html_report` would write files"],
  ])("a configuration of mypy with %s is refused", async (line, problem) => {
    const root = await folder({ "a.py": "", "mypy.ini": `[mypy]\n${line}\n` });
    const options = { ...MYPY, mypyPlugins: ["pydantic.mypy", "./evil.py"] };
    await expect(runCheck(root, options)).rejects.toMatchObject({
      kind: "usage",
      problems: [problem],
    });
  });

  test("an environment that is part of the repository is refused, and one in the checkout for a change from outside", async () => {
    const repository = await gitRepository({
      "a.py": "",
      ".venv/bin/bandit": "#!/bin/sh\n",
      ".gitignore": "made\n",
    });
    const inRepository = {
      kind: "usage",
      message: expect.stringContaining("is part of the repository"),
    };
    await expect(runCheck(repository.root, { ...BANDIT, venv: ".venv" })).rejects.toMatchObject(
      inRepository,
    );
    await writeFiles(repository.root, { "made/bin/bandit": "#!/bin/sh\n" });
    const pull = { base: { repo: { full_name: "o/r" } }, head: { repo: { full_name: "eve/r" } } };
    const event = { name: "pull_request", payload: { pull_request: pull } };
    await expect(
      runCheck(repository.root, { ...BANDIT, venv: "made" }, { event }),
    ).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining("of a change from outside"),
    });
  });

  test("an environment in the checkout that git does not track is used", async () => {
    const repository = await gitRepository({ "a.py": "", ".gitignore": "made\n" });
    const tools = await fakeTools({ bandit: prints(report([row()]), 1) });
    const script = await readFile(join(tools, "bin", "bandit"), "utf8");
    await writeFiles(repository.root, { "made/bin/bandit": script, "made/pyvenv.cfg": "" });
    await chmod(join(repository.root, "made/bin/bandit"), 0o755);
    const { result } = await runCheck(repository.root, { ...BANDIT, venv: "made" });
    expect(result.findings).toHaveLength(1);
    expect(result.coverage.skipped).toEqual([
      { item: "made", reason: "it holds installed packages" },
    ]);
  });

  test("what a sparse checkout leaves out is a finding", async () => {
    const repository = await gitRepository({ "a/a.py": "", "b/b.py": "", "b/c.py": "" });
    await repository.git("sparse-checkout", "set", "--cone", "a");
    const metrics = { _totals: {}, "./a/a.py": {} };
    const venv = await fakeTools({ bandit: prints(report([], { metrics })) });
    const { result } = await runCheck(repository.root, { ...BANDIT, venv });
    expect(result.findings).toMatchObject([
      {
        ruleId: "python.incomplete",
        message: "b/b.py and 1 more could not be looked at: the sparse checkout leaves it out",
      },
    ]);
    expect(result.coverage.skipped.map(({ item }) => item)).toEqual(["b/b.py", "b/c.py"]);
  });

  test("a folder with a pyvenv.cfg that git tracks is looked at", async () => {
    const repository = await gitRepository({ "src/a.py": "", "src/pyvenv.cfg": "" });
    const venv = await fakeTools({
      bandit: `echo "$*" > "$0.args"\n${prints(report([], { metrics: { _totals: {}, "./src/a.py": {} } }))}`,
    });
    const { result } = await runCheck(repository.root, { ...BANDIT, venv });
    expect(result.coverage).toMatchObject({ inspected: { files: 1 }, skipped: [] });
    expect(await readFile(join(venv, "bin", "bandit.args"), "utf8")).not.toContain("./src");
  });
});

describe("paths and versions", () => {
  test("without a Python file no tool is needed", async () => {
    const { result } = await runCheck(
      await folder({ "a.js": "" }),
      {},
      { environment: { PATH: "" } },
    );
    expect(result).toMatchObject({
      findings: [],
      coverage: { nothingToDo: "there is no Python file" },
    });
  });

  test("with one, a tool that is missing is an error that says how to get it", async () => {
    const run = runCheck(await folder({ "a.py": "" }), BANDIT, { environment: { PATH: "" } });
    await expect(run).rejects.toMatchObject({
      kind: "external",
      message: "The program bandit was not found on PATH",
      hint: expect.stringContaining("`provision: true`"),
    });
  });

  test("both tools' errors are said", async () => {
    const venv = await fakeTools({ bandit: "exit 2", mypy: "exit 3", python: "" });
    await expect(runCheck(await folder({ "a.py": "" }), { venv })).rejects.toMatchObject({
      kind: "external",
      message: expect.stringMatching(/bandit ended with exit code 2.*mypy ended with exit code 3/),
    });
  });

  test("a path that is missing or empty is a finding; one that leads out is refused", async () => {
    const root = await folder({ "src/a.py": "", "docs/a.md": "" });
    const venv = await fakeTools({
      bandit: prints(report([], { metrics: { _totals: {}, "./src/a.py": {} } })),
    });
    const { result } = await runCheck(root, { ...BANDIT, venv, paths: ["src/", "gone", "docs"] });
    expect(result.findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
      ["python.incomplete", "gone is to be looked at, and nothing is there"],
      ["python.incomplete", "docs is to be looked at, and holds no Python file"],
    ]);
    await expect(runCheck(root, { ...BANDIT, venv, paths: [".."] })).rejects.toMatchObject({
      kind: "usage",
    });
  });

  test.each([
    ["1.9.4", undefined],
    [">=1.7", undefined],
    ["1.7.5", /bandit 1\.9\.4 is there, and `bandit-version` asks for 1\.7\.5/],
    [">=1.10", /asks for >=1\.10/],
    ["~=1.7", /`bandit-version` is "~=1\.7"/],
  ])("bandit-version %s", async (banditVersion, error) => {
    const venv = await fakeTools({ bandit: prints(report([])) });
    const run = runCheck(await folder({ "a.py": "" }), { ...BANDIT, venv, banditVersion });
    if (error === undefined) expect((await run).versions).toEqual({ bandit: "1.9.4" });
    else await expect(run).rejects.toThrow(error);
  });

  test("bandit gets the thresholds, a copy of its configuration, excludes, and no .bandit", async () => {
    const venv = await fakeTools({
      bandit: `echo "$*" > "$0.args"; cat "$6" "$8" >> "$0.args"\n${prints(report([]))}`,
    });
    const root = await folder({
      "a.py": "",
      ".bandit": "[bandit]\nskips = B602\n",
      "c/b.yml": "skips: [B101]\n",
    });
    const levels = { banditConfidence: "medium", banditSeverity: "low" } as const;
    const { result } = await runCheck(root, {
      ...BANDIT,
      ...levels,
      venv,
      banditConfig: "c/b.yml",
      banditExclude: ["tests/", "*/gen_*.py"],
    });
    const [args = "", ...read] = (await readFile(join(venv, "bin", "bandit.args"), "utf8"))
      .trim()
      .split("\n");
    expect(args).toMatch(
      /^-r -q -f json --ini \S+empty\.ini -c \S+config\.yml -l -ii -x \S+,\.\/tests,\*\/gen_\*\.py -- \.$/,
    );
    expect(args).not.toContain(root);
    expect(read).toEqual(["[bandit]", "skips: [B101]"]);
    expect(result.findings).toMatchObject([
      { ruleId: "python.stray-config", severity: "low", location: { path: ".bandit" } },
    ]);
  });
});

describe("what a change touches", () => {
  const base = {
    "a.py": "one\ntwo\nthree\n",
    "b.py": "one\n",
    "mypy.ini": "[mypy]\n[mypy-a]\nignore_errors = True\n",
  };

  async function changed(scope: "changed" | "all") {
    const repository = await gitRepository(base);
    await repository.git("branch", "base");
    await repository.commit("change", {
      "a.py": "one\n2\nthree\n",
      "mypy.ini": `${base["mypy.ini"]}[mypy-b]\ndisallow_untyped_defs = False\n`,
      ".bandit": "[bandit]\n",
    });
    const issue = (line: number) => row({ line_number: line, line_range: [line] });
    const message = (file: string) =>
      JSON.stringify({
        file,
        line: 1,
        column: 0,
        message: "Bad",
        hint: null,
        code: "misc",
        severity: "error",
      });
    const metrics = { _totals: {}, "./a.py": {}, "./b.py": {} };
    const venv = await fakeTools({
      bandit: prints(report([issue(1), issue(2)], { metrics }), 1),
      mypy: prints(`${message("a.py")}\n${message("b.py")}`, 1),
      python: "",
    });
    const { result } = await runCheck(repository.root, { venv, scope, base: "base" });
    return result.findings.map(({ ruleId, location, change, threshold, severity }) => [
      ...[ruleId, location?.path, location?.startLine, severity, change, threshold],
    ]);
  }

  test("bandit by lines, mypy by files; settings by what is new in them", async () => {
    expect(await changed("changed")).toEqual([
      ["python.bandit", "a.py", 1, "high", "existing", "never"],
      ["python.bandit", "a.py", 2, "high", "new", undefined],
      ["python.mypy", "a.py", 1, "medium", "new", undefined],
      ["python.mypy", "b.py", 1, "medium", "existing", "never"],
      ["python.strictness-weakened", "mypy.ini", 3, "low", "existing", "never"],
      ["python.strictness-weakened", "mypy.ini", 5, "medium", "new", undefined],
      ["python.stray-config", ".bandit", undefined, "medium", "new", undefined],
    ]);
  });

  test("with scope all everything counts", async () => {
    expect((await changed("all")).map((each) => each[5])).toEqual(Array(7).fill(undefined));
  });

  test("a file that is not committed counts as touched on a laptop", async () => {
    const repository = await gitRepository({ "a.py": "one\n", "b.py": "one\n" });
    await writeFiles(repository.root, { "b.py": "two\n" });
    const rows = [row(), row({ filename: "./b.py" })];
    const venv = await fakeTools({ bandit: prints(report(rows), 1) });
    const options = { ...BANDIT, venv, scope: "changed", base: "HEAD" } as const;
    const { result } = await runCheck(repository.root, options);
    expect(result.findings.map(({ location, change }) => [location?.path, change])).toEqual([
      ["a.py", "existing"],
      ["b.py", "new"],
    ]);
  });
});
