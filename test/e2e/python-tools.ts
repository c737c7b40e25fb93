import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A program in the place of a tool: a shell script, in a folder that looks like a virtual environment. */
export async function fakeTool(venv: string, name: string, body: string): Promise<void> {
  await mkdir(join(venv, "bin"), { recursive: true });
  const path = join(venv, "bin", name);
  await writeFile(
    path,
    `#!/bin/sh\n[ "$1" = --version ] && { echo ${body.split("\n")[0]}; exit 0; }\n${body.split("\n").slice(1).join("\n")}\n`,
  );
  await chmod(path, 0o755);
}

const METRICS = { _totals: { nosec: 0, skipped_tests: 0 }, "./a.py": { loc: 2, nosec: 0 } };

/** One result as bandit 1.9 writes it. */
export const RESULT = {
  code: "1 import subprocess\n2 subprocess.call(x, shell=True)\n",
  col_offset: 0,
  end_col_offset: 30,
  filename: "./a.py",
  issue_confidence: "HIGH",
  issue_cwe: { id: 78, link: "https://cwe.mitre.org/data/definitions/78.html" },
  issue_severity: "HIGH",
  issue_text: "subprocess call with shell=True identified, security issue.",
  line_number: 2,
  line_range: [2],
  more_info:
    "https://bandit.readthedocs.io/en/1.9.4/plugins/b602_subprocess_popen_with_shell_equals_true.html",
  test_id: "B602",
  test_name: "subprocess_popen_with_shell_equals_true",
};

export function banditReport(
  results: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({ errors: [], generated_at: "", metrics: METRICS, results, ...more });
}

/** Version on the first line, then what it does: it prints a report, and ends as bandit does. */
export const FAKE_BANDIT = `bandit 1.9.4
if grep -q shell=True a.py; then
cat <<'END'
${banditReport([RESULT])}
END
exit 1; fi
cat <<'END'
${banditReport([])}
END`;
