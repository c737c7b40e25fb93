import { addTo } from "@assay/core";
import type { YamlScalar } from "@assay/core/yaml";
import type { Step } from "./model.ts";
import { actionOf } from "./uses.ts";

/** A line of a script that gives a value to a name. */
export interface ScriptValue {
  /** `variable`: of the script itself. The others are files that the runner reads after the step. */
  readonly to: "variable" | "output" | "env" | "path";
  /** None where a line writes no name, such as one of a file. */
  readonly name?: string;
  /** Declared in JavaScript, so that the bare name stands for it. */
  readonly isBare?: boolean;
  /** Offsets of the line in the script. */
  readonly start: number;
  readonly end: number;
}

const FILES: Readonly<Record<string, ScriptValue["to"]>> = {
  GITHUB_OUTPUT: "output",
  GITHUB_ENV: "env",
  GITHUB_PATH: "path",
};
const FILE = /GITHUB_(?:OUTPUT|ENV|PATH)/;
const WRITE =
  /(?:>{1,2}|\btee\b[^|]*|Out-File\b.*|Add-Content\b.*|\bopen\(.*|appendFile\w*\(.*)[\s"'{$]*(?:env:|process\.env\.|os\.environ\[?["']?)?\{?(GITHUB_(?:OUTPUT|ENV|PATH))\b/;
const ASSIGNMENT =
  /^\s*(?:export\s+|local\s+|readonly\s+|declare\s+(?:-\w+\s+)*|const\s+|let\s+|var\s+|\$)?([A-Za-z_]\w*)\s*\+?=(?!=)/;
const READ = /\b(?:read|mapfile|readarray)\s+(?:-\w+\s+)*([A-Za-z_]\w*)/;
const LOOP = /^\s*for\s+([A-Za-z_]\w*)\s+in\b/;
const NAMED = /(?:^|[\s"'(`])([A-Za-z_][\w.-]*)(=|<<-?)/;
const COMMAND = /::set-(output|env) name=([^:,\s]+)::/;
const SET_OUTPUT = /\b(setOutput|exportVariable|set_output)\(\s*["'`]([^"'`]+)["'`]/;

/** The values that a script gives to variables, outputs and the environment of later steps, in order. Heuristic and linear. */
function valuesOf(script: string): readonly ScriptValue[] {
  const values: ScriptValue[] = [];
  const lines = linesOf(script);
  const groups = groupTargets(lines);
  let open:
    | { readonly name: string; readonly to: ScriptValue["to"]; readonly mark: string }
    | undefined;
  for (const [at, line] of lines.entries()) {
    const { text, start, end } = line;
    const to = FILES[WRITE.exec(text)?.[1] ?? ""] ?? groups.get(at);
    if (to !== undefined && to !== "path") {
      const [, name, sign] = NAMED.exec(text) ?? [];
      if (open !== undefined && open.to === to && text.includes(open.mark)) open = undefined;
      else if (name !== undefined && open === undefined) {
        values.push({ to, name, start, end });
        if (sign?.startsWith("<<")) open = { name, to, mark: markOf(text, name) };
      } else {
        values.push({ to, ...(open && { name: open.name }), start, end });
      }
      continue;
    }
    if (to === "path") values.push({ to, start, end });
    const command = COMMAND.exec(text);
    if (command?.[2] !== undefined) {
      values.push({ to: command[1] === "env" ? "env" : "output", name: command[2], start, end });
    }
    const call = SET_OUTPUT.exec(text);
    if (call?.[2] !== undefined) {
      values.push({
        to: call[1] === "exportVariable" ? "env" : "output",
        name: call[2],
        start,
        end,
      });
    }
    const variable = (ASSIGNMENT.exec(text) ?? LOOP.exec(text) ?? READ.exec(text))?.[1];
    if (variable !== undefined) {
      const isBare = /^\s*(?:const|let|var)\s/.test(text);
      values.push({ to: "variable", name: variable, isBare, start, end });
    }
  }
  return values;
}

/** Longer scripts and lines are read so far: the patterns look back and forth within a line. */
const MAX_SCRIPT = 100_000;
const MAX_LINE = 1000;

export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Lines of a script, so far as it is read; those that end in a backslash go on in the next. */
export function linesOf(script: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  const length = Math.min(script.length, MAX_SCRIPT);
  for (let end = 0; end <= length; end += 1) {
    if (end < length && (script[end] !== "\n" || script[end - 1] === "\\")) continue;
    lines.push({ text: script.slice(start, Math.min(end, start + MAX_LINE)), start, end });
    start = end + 1;
  }
  return lines;
}

/** The lines of `{ … } >> file`, of `cat >> file <<EOF … EOF`, and all of a script that opens the file in another language. */
function groupTargets(lines: readonly Line[]): ReadonlyMap<number, ScriptValue["to"]> {
  const targets = new Map<number, ScriptValue["to"]>();
  const starts: number[] = [];
  let here: { readonly mark: string; readonly to: ScriptValue["to"] } | undefined;
  for (const [at, { text }] of lines.entries()) {
    if (here !== undefined) {
      if (text.trim() === here.mark) here = undefined;
      else targets.set(at, here.to);
      continue;
    }
    const to = FILES[WRITE.exec(text)?.[1] ?? ""];
    if (/^\s*[{(]\s*$|\bdo\s*$|\bthen\s*$/.test(text)) starts.push(at);
    if (/^\s*(?:[})]|(?:done|fi)\b)/.test(text)) {
      const start = starts.pop();
      for (let line = (start ?? at) + 1; to !== undefined && line < at; line += 1)
        targets.set(line, to);
    }
    const mark = to === undefined ? undefined : /<<-?\s*["'\\]?(\w+)["']?/.exec(text)?.[1];
    if (to !== undefined && mark !== undefined && /\bcat\b|\btee\b/.test(text)) here = { mark, to };
    const file = /\bopen\(/.test(text) ? FILE.exec(text)?.[0] : undefined;
    if (file !== undefined) {
      for (let line = at + 1; line < lines.length; line += 1) {
        if (/\.write\(|print\(/.test(lines[line]?.text ?? ""))
          targets.set(line, FILES[file] ?? "output");
      }
    }
  }
  return targets;
}

function markOf(text: string, name: string): string {
  const rest = text.slice(text.indexOf(name) + name.length + 2);
  return /^-?\s*["'\\]?([\w${}()-]+)/.exec(rest)?.[1] ?? "EOF";
}

interface Script {
  readonly values: readonly ScriptValue[];
  /** By what is given and its name in lower case. */
  readonly byName: ReadonlyMap<string, readonly ScriptValue[]>;
  readonly bare: ReadonlySet<string>;
}

const scripts = new WeakMap<YamlScalar, Script>();

/** A script is read once. */
function scriptOf(node: YamlScalar): Script {
  const known = scripts.get(node);
  if (known !== undefined) return known;
  const values = valuesOf(node.text);
  const byName = new Map<string, ScriptValue[]>();
  for (const value of values) {
    addTo(byName, `${value.to} ${value.name?.toLowerCase()}`, value);
  }
  const bare = new Set(values.flatMap(({ isBare, name }) => (isBare && name ? [name] : [])));
  const script = { values, byName, bare };
  scripts.set(node, script);
  return script;
}

/** The values that a script gives. */
export function assignments(script: YamlScalar): readonly ScriptValue[] {
  return scriptOf(script).values;
}

/** Those under a name, `*` for all. */
export function given(
  script: YamlScalar,
  to: ScriptValue["to"],
  name: string,
): readonly ScriptValue[] {
  const { values, byName } = scriptOf(script);
  return name === "*"
    ? values.filter((value) => value.to === to)
    : (byName.get(`${to} ${name.toLowerCase()}`) ?? []);
}

/** Variables of JavaScript, whose bare names stand for them. */
export function bareNames(script: YamlScalar): ReadonlySet<string> {
  return scriptOf(script).bare;
}

/** The script of actions/github-script. */
export function scriptInput(step: Step): YamlScalar | undefined {
  if (actionOf(step) !== "actions/github-script") return undefined;
  const script = step.with.get("script")?.value;
  return script?.kind === "scalar" ? script : undefined;
}
