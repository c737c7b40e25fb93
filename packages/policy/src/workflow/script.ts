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
export function valuesOf(script: string): readonly ScriptValue[] {
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

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Lines that end in a backslash go on in the next. */
function linesOf(script: string): readonly Line[] {
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

/** Names of variables that a piece of a script expands: of a shell, PowerShell, cmd, JavaScript or Python. */
export function variablesIn(text: string): readonly string[] {
  const found = text.matchAll(
    /\$(?:env:)?\{?(?:env:)?[#!]?([A-Za-z_]\w*)|%([A-Za-z_]\w*)%|process\.env\.(\w+)|process\.env\[["'](\w+)|environ(?:\.get\(|\[)["'](\w+)/gi,
  );
  return [...found].map((match) => match.slice(1).find((name) => name !== undefined) ?? "");
}

/** Whether a piece lets only a limited alphabet through. */
export function isSanitized(text: string): boolean {
  return /\btr\s+-(?:cd|dc|d\s+-c|c\s+-d)\b|\bsed\b[^|]*\[\^|\bgrep\s+-\w*o|@sh\b|printf\s+['"]?%q|\bjq\s+-\w*R|\.replace\(\/\[\^|\bbase64\b|\b(?:sha\d*|md5)sum\b|\bwc\b/.test(
    text,
  );
}

/** Whoever opens a pull request names its files. */
const PULLS = /^pull_request/;
const COMMANDS: readonly (readonly [
  command: RegExp,
  asked: RegExp,
  kind: "arbitrary" | "name",
  events?: RegExp,
])[] = [
  [/\bgh\s+(?:pr|issue)\s+view\b/, /title|body/, "arbitrary"],
  [/\bgh\s+(?:pr|issue)\s+view\b/, /headRefName/, "name"],
  [/\bgit\s+log\b/, /--(?:pretty|format)[= ]["']?(?:format:)?%[sbBaec]/, "arbitrary"],
  [/\bgit\s+diff(?:-tree)?\b/, /--name-(?:only|status)\b/, "arbitrary", PULLS],
  [
    /\bgh\s+(?:pr\s+(?:diff|view)|api)\b/,
    /--name-only|--json\s+\S*\bfiles\b|\/files\b/,
    "arbitrary",
    PULLS,
  ],
  [/\bjq\b.*GITHUB_EVENT_PATH/, /\.(?:title|body|message)\b/, "arbitrary"],
  [/\bjq\b.*GITHUB_EVENT_PATH/, /\.head\.(?:ref|label)\b/, "name"],
];

/** Commands that print what outsiders wrote, with the class of it, and the only events under which they do. */
export function outsiderCommand(text: string):
  | {
      readonly command: string;
      readonly class: "arbitrary" | "name";
      readonly events?: RegExp | undefined;
    }
  | undefined {
  for (const [pattern, asked, kind, events] of COMMANDS) {
    const found = pattern.exec(text);
    if (found !== null && asked.test(text))
      return { command: found[0].slice(0, 20), class: kind, events };
  }
  return undefined;
}

const EVALUATION =
  /\beval\s|\b(?:ba|da|z|k)?sh\s+(?:-\w+\s+)*-\w*c\s|\b(?:node|python3?|perl|ruby|php)\s+-\w*[ecr]\s|\bInvoke-Expression\b|\biex\s/;

/** Lines that run text as code, with the variables that are expanded into it: those in single quotes are not. */
export function evaluationsIn(
  script: string,
): readonly { readonly start: number; readonly variables: readonly string[] }[] {
  if (!EVALUATION.test(script)) return [];
  return linesOf(script).flatMap(({ text, start }) => {
    const found = /^\s*#/.test(text) ? null : EVALUATION.exec(text);
    if (found === null) return [];
    const behind = text.slice(found.index + found[0].length);
    const expanded = behind.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (part) =>
      part.startsWith("'") ? "" : part,
    );
    return [{ start, variables: variablesIn(expanded) }];
  });
}
