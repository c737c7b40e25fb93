import { linesOf } from "./script-values.ts";

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
