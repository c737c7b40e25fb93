import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { peer } from "../peers.ts";
import type { Seen } from "./seen.ts";

/** The name under which actionlint's complaints about untrusted text are compared. */
export const ACTIONLINT_AUDIT = "actionlint: untrusted expression";

interface ZizmorLocation {
  readonly symbolic: {
    readonly kind: "Primary" | "Related" | "Hidden";
    readonly key: { readonly Local?: { readonly verbatim_path: string } };
    readonly annotation: string;
    readonly feature_kind: string | { readonly Subfeature?: { readonly fragment: object } };
  };
  readonly concrete: {
    readonly feature: string;
    readonly location: {
      readonly start_point: { readonly row: number };
      readonly end_point: { readonly row: number };
    };
  };
}

interface ZizmorFinding {
  readonly ident: string;
  readonly determinations: { readonly severity: string; readonly persona: string };
  readonly locations: readonly ZizmorLocation[];
}

/** All that zizmor finds offline, whatever the repository's own settings and comments say. */
export function zizmorFindings(root: string): readonly Seen[] {
  const flags = ["--offline", "--no-config", "--no-ignores", "--no-progress", "--quiet"];
  const args = [...flags, "--persona", "auditor", "--format", "json", "."];
  // 3: nothing that it can read; 11 to 14: found something.
  const text = run(peer("zizmor"), args, root, [0, 3, 11, 12, 13, 14]);
  if (text.trim() === "") return [];
  const findings: readonly ZizmorFinding[] = JSON.parse(text);
  return findings.map(({ ident, determinations, locations }) => {
    const own = locations.filter(({ symbolic }) => symbolic.kind === "Primary");
    const related = locations.filter(({ symbolic }) => symbolic.kind === "Related");
    const shown = [...own, ...related];
    const first = shown[0] ?? locations[0];
    return {
      rule: ident,
      path: (first?.symbolic.key.Local?.verbatim_path ?? "").replace(/^\.\//, ""),
      ranges: (shown.length > 0 ? shown : locations).map(({ concrete: { location } }) => [
        location.start_point.row + 1,
        location.end_point.row + 1,
      ]),
      level: determinations.severity.toLowerCase(),
      text: first === undefined ? "" : textOf(first),
      isExtra: determinations.persona !== "Regular",
    };
  });
}

/** The expression that is meant, where it is a part of a text. */
function textOf({ symbolic, concrete }: ZizmorLocation): string {
  const { feature_kind: kind } = symbolic;
  const fragment = typeof kind === "object" ? kind.Subfeature?.fragment : undefined;
  const [raw] = Object.values(fragment ?? {});
  return `${symbolic.annotation}: ${typeof raw === "string" ? raw : concrete.feature}`;
}

/** What actionlint says about untrusted text in scripts. Workflows only. */
export function actionlintFindings(root: string): readonly Seen[] {
  const args = ["-shellcheck=", "-pyflakes=", "-no-color", "-format", "{{json .}}"];
  const problems: readonly {
    readonly filepath: string;
    readonly line: number;
    readonly message: string;
  }[] = JSON.parse(run(peer("actionlint"), args, root, [0, 1]) || "[]");
  return problems
    .filter(({ message }) => message.includes("potentially untrusted"))
    .map(({ filepath, line, message }) => ({
      rule: ACTIONLINT_AUDIT,
      path: filepath,
      ranges: [[line, endOfBlock(join(root, filepath), line)]],
      level: "error",
      text: /"([^"]+)"/.exec(message)?.[1] ?? message,
      isExtra: false,
    }));
}

/** actionlint names the line in which a block begins: `run: |`. */
function endOfBlock(path: string, line: number): number {
  const lines = readFileSync(path, "utf8")
    .split(/\r\n?|\n/)
    .slice(line - 1);
  const [first = "", ...rest] = lines;
  const indent = first.search(/\S/);
  const end = rest.findIndex((each) => /\S/.test(each) && each.search(/\S/) <= indent);
  return /[|>][+-]?\d*\s*$/.test(first) ? line + (end < 0 ? rest.length : end) : line;
}

function run(command: string, args: readonly string[], cwd: string, exits: readonly number[]) {
  const ended = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (ended.error !== undefined) throw ended.error;
  if (!exits.includes(ended.status ?? -1))
    throw new Error(`${command} ended with ${ended.status}:\n${ended.stderr}`);
  return ended.stdout;
}
