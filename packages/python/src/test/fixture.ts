import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CheckContext, openWorkspace, optionsOf, workTreeFiles } from "@assay/core";
import { checkContext, temporaryFolder } from "@assay/testkit";
import { checkPython } from "../check.ts";
import { OWN_INPUTS, type PythonOptions } from "../command.ts";

/** A virtual environment with shell scripts in the place of tools. They see `$1`, `$@` and the folder that they are run in. */
export async function fakeTools(scripts: Readonly<Record<string, string>>): Promise<string> {
  const venv = await temporaryFolder();
  await mkdir(join(venv, "bin"));
  const versions: Readonly<Record<string, string>> = { bandit: "1.9.4", mypy: "2.4.1" };
  for (const [name, body] of Object.entries(scripts)) {
    const path = join(venv, "bin", name);
    const version = versions[name] ?? "3.12";
    const head = `[ "$1" = --version ] && { echo "${name} \${FAKE:-${version}}"; exit 0; }`;
    await writeFile(path, `#!/bin/sh\n${head}\n${body}\n`);
    await chmod(path, 0o755);
  }
  return venv;
}

/** Runs the check as a laptop would. */
export async function runCheck(
  root: string,
  options: Partial<PythonOptions> = {},
  context: Partial<CheckContext> = {},
) {
  const defaults = Object.fromEntries(
    Object.entries(OWN_INPUTS).map(([name, spec]) => [
      name,
      "default" in spec ? spec.default : undefined,
    ]),
  ) as unknown as Parameters<typeof optionsOf<typeof OWN_INPUTS>>[1];
  return checkPython(
    checkContext(root, { settings: workTreeFiles(await openWorkspace(root)), ...context }),
    { ...optionsOf(OWN_INPUTS, defaults), ...options },
  );
}

/** One row of bandit's JSON. */
export function row(more: Readonly<Record<string, unknown>> = {}) {
  return {
    code: "1 x\n",
    col_offset: 0,
    end_col_offset: 4,
    filename: "./a.py",
    issue_confidence: "HIGH",
    issue_cwe: { id: 78, link: "https://cwe.mitre.org/data/definitions/78.html" },
    issue_severity: "HIGH",
    issue_text: "subprocess call with shell=True identified, security issue.",
    line_number: 1,
    line_range: [1],
    more_info: "https://bandit.readthedocs.io/en/1.9.4/plugins/b602.html",
    test_id: "B602",
    test_name: "subprocess_popen_with_shell_equals_true",
    ...more,
  };
}

/** A script that prints a report and ends with a code. */
export function prints(report: unknown, exitCode = 0): string {
  const text = typeof report === "string" ? report : JSON.stringify(report);
  return `cat <<'END_OF_REPORT'\n${text}\nEND_OF_REPORT\nexit ${exitCode}`;
}

export function report(results: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return {
    errors: [],
    metrics: { _totals: { nosec: 0, skipped_tests: 0 }, "./a.py": {} },
    results,
    ...more,
  };
}
