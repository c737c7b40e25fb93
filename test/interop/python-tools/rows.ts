import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

/** What is compared of a finding. */
export interface Row {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** Of bandit: severity and last line. */
  readonly more: string;
}

const MAX = 256 * 1024 * 1024;

/** bandit's own JSON at the thresholds of the default; the texts of literal passwords are not compared. */
export function rowsOfBandit(folder: string, python: string, target: string): readonly Row[] {
  const args = ["-I", "-m", "bandit", "-r", "-q", "-ll", "-iii", "-f", "json", target];
  const { stdout, stderr } = spawnSync(python, args, {
    cwd: folder,
    maxBuffer: MAX,
    encoding: "utf8",
  });
  assert.notEqual(stdout, "", stderr);
  const { results, errors } = JSON.parse(stdout) as {
    readonly results: readonly {
      readonly test_id: string;
      readonly filename: string;
      readonly line_number: number;
      readonly issue_text: string;
      readonly issue_severity: string;
      readonly line_range: readonly number[];
    }[];
    readonly errors: readonly unknown[];
  };
  assert.deepEqual(errors, []);
  return results.map(
    ({
      test_id: code,
      filename,
      line_number: line,
      issue_text: text,
      issue_severity,
      line_range,
    }) => ({
      code,
      path: filename.replace(/^\.\//, ""),
      line,
      message: /^B10[567]$/.test(code) ? (text.split(":")[0] ?? "") : oneLine(text),
      more: `${issue_severity.toLowerCase()} ${Math.max(...line_range)}`,
    }),
  );
}

/** mypy's own errors: JSON where it has that, else the text that it prints. Notes are hints of errors and not compared. */
export function rowsOfMypy(
  folder: string,
  python: string,
  isText: boolean,
  target: string,
  executable: string | undefined,
): readonly Row[] {
  const form = isText
    ? ["--show-column-numbers", "--no-pretty", "--show-error-codes"]
    : ["-O", "json"];
  const of = executable === undefined ? [] : [`--python-executable=${executable}`];
  const args = [
    "-I",
    "-m",
    "mypy",
    "--strict",
    "--no-error-summary",
    "--cache-dir=/dev/null",
    ...form,
    ...of,
    target,
  ];
  const { stdout, stderr, status } = spawnSync(python, args, {
    cwd: folder,
    maxBuffer: MAX,
    encoding: "utf8",
  });
  assert.ok(status === 0 || status === 1, `${status}: ${stdout}${stderr}`);
  const lines = stdout.split("\n").filter((line) => line !== "");
  if (!isText) return lines.map(ofJson);
  return lines.flatMap((line) => {
    const match = /^([^:]+):(\d+)(?::\d+)?: error: (.*?)(?: {2}\[([\w-]+)\])?$/.exec(line);
    if (match === null) {
      assert.match(line, /: note: /);
      return [];
    }
    const [, path = "", at, message = "", code = "error"] = match;
    return { code, path, line: Number(at), message: oneLine(message), more: "" };
  });
}

function ofJson(text: string): Row {
  const row = JSON.parse(text) as Readonly<Record<"file" | "message" | "severity", string>> & {
    readonly line: number;
    readonly code: string | null;
  };
  const code = row.code ?? (row.severity === "note" ? "note" : "error");
  return { code, path: row.file, line: row.line, message: oneLine(row.message), more: "" };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 500 ? line.slice(0, 100) : line;
}
