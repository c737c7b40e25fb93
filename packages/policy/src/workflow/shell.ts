import { scriptLines } from "./script-lines.ts";

/** A command of a shell script that is reached. */
export interface ShellCommand {
  /** From its first word to the next operator. */
  readonly text: string;
  /** The whole line. */
  readonly whole: string;
  /** Line of the script, from 0. */
  readonly line: number;
  /** What takes its failure away, as it is written. */
  readonly swallowed?: string;
}

interface Part {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** What stands behind its operator. */
  readonly rest: string;
}

const KEYWORD =
  /^(?:then|else|do|time|exec|command(?=\s+[a-z./])|\{|\(|!|if|elif|while|until)(?=\s|$)\s*/;
/** Commands that only say or ask something, whatever their arguments are. */
const QUIET =
  /^(?::|true|false|echo|printf|which|type|hash|cat|alias|grep|test|\[\[?|export|command\s+-[vV]|Write-\w+)(?=\s|$)/;
const SUCCESS =
  /^[\s({]*(?::|true|echo|printf|logger|exit\s+0|(?:\/usr)?\/bin\/true|Write-\w+)(?=[\s;)}]|$)/;
const FAILS = /\bexit\s+["']?[1-9$]|\bfalse\b|\breturn\s+["']?[1-9$]/;
/** They end well, whatever they are fed. */
const SINK = /^(?:tee|cat|head|tail|sort|less|more)(?=\s|$)/;
const EXIT_ZERO = /\s(--exit-zero|--soft-fail|--exit-code[= ]0)(?=\s|$)/;
const FUNCTION = /^(?:function\s+([\w-]+)\s*(?:\(\))?|([\w-]+)\s*\(\))\s*/;

interface Block {
  /** Never entered; `else` turns it round where its condition is constant. */
  dead: boolean;
  readonly constant?: boolean;
  /** The function that it is the body of. */
  readonly name?: string;
}

/**
 * The commands of a script as far as they are reached: not those of here-documents, of functions that nobody calls, behind `exit`,
 * of `if false`. Heuristic and linear.
 *
 * @param shell The step's `shell`: without one the runner sets `-e`, with `bash` also `pipefail`.
 */
export function shellCommands(script: string, shell = ""): readonly ShellCommand[] {
  const found: (ShellCommand & { readonly of: readonly string[] })[] = [];
  const called = new Set<string>();
  const stack: Block[] = [];
  const lines = scriptLines(script);
  const custom = shell.includes("{0}");
  let loose = custom && !/\s-\w*e|errexit/.test(shell) ? `shell: ${shell}` : undefined;
  let pipefail = custom ? shell.includes("pipefail") : shell.trim() === "bash";
  let hereEnd: string | undefined;
  const lastFailure = lines.findLastIndex(({ text }) => FAILS.test(text));
  for (const [at, { text: whole, line }] of lines.entries()) {
    if (hereEnd !== undefined) {
      if (whole === hereEnd) hereEnd = undefined;
      continue;
    }
    if (!/^(?:sudo\s+)?(?:ba|da|z)?sh\b/.test(whole))
      hereEnd = /(?<!<)<<-?\s*["'\\]?(\w+)/.exec(whole)?.[1];
    if (/\bpipefail\b/.test(whole)) pipefail = true;
    if (/^set\s+(?:-\w+\s+)*(?:\+\w*e|\+o\s+errexit)/.test(whole)) loose = "set +e";
    else if (/^set\s+(?:-\w*e|-o\s+errexit)/.test(whole)) loose = undefined;
    if (/^trap\s.*\bexit\s+0\b/.test(whole)) loose = "trap";
    let isReached = true;
    const parts = partsOf(whole);
    for (const part of parts) {
      const { before, after, rest } = part;
      const defined = FUNCTION.exec(part.text);
      if (defined !== null) stack.push({ dead: false, name: defined[1] ?? defined[2] ?? "" });
      const { text, words } = headOf(part.text.slice(defined?.[0].length ?? 0));
      const opens =
        words.find((word) => /^(?:if|while|until)$/.test(word)) ??
        /^(?:for|case|select)\b/.exec(text)?.[0];
      if (opens !== undefined) {
        const truth = /^(?:true|:)$/.test(text) ? true : text === "false" ? false : undefined;
        const constant = truth === undefined ? undefined : truth !== (opens === "until");
        stack.push({ dead: constant === false, ...(constant !== undefined && { constant }) });
      }
      const top = stack.at(-1);
      if (words.includes("elif") && top) top.dead = false;
      if (words.includes("else") && top) top.dead = top.constant === true;
      if (before === "&&" || before === "||") {
        const previous = parts[parts.indexOf(part) - 1]?.text.trim() ?? "";
        if (before === "&&" && previous === "false") isReached = false;
        if (before === "||" && /^(?:true|:)$/.test(previous)) isReached = false;
      } else isReached = true;
      const isDead = stack.some(({ dead }) => dead) && opens === undefined;
      if (/^(?:fi|done|esac|\})(?=\s|$|\))/.test(text)) stack.pop();
      if (text === "" || isDead || !isReached) continue;
      if (/^exit(?:\s+0)?$/.test(text) && stack.length === 0 && !/[&|]{2}/.test(before))
        return reached(found, called);
      called.add(text.split(/\s/, 1)[0] ?? "");
      if (QUIET.test(text)) continue;
      const isCondition = words.some((word) => /^(?:if|elif|while|until)$/.test(word));
      const swallowed =
        EXIT_ZERO.exec(text)?.[1] ??
        (words.includes("!") && !isCondition ? "!" : undefined) ??
        (isCondition && lastFailure < at ? "if" : undefined) ??
        (after === "&" ? "&" : undefined) ??
        (after === "||" && SUCCESS.test(rest) && !FAILS.test(rest)
          ? `|| ${rest.trim()}`
          : undefined) ??
        (after === "|" && !pipefail && SINK.test(rest.trim()) ? `| ${rest.trim()}` : undefined) ??
        (after === "&&" && at < lines.length - 1 && stack.length === 0 && !/\|\|/.test(rest)
          ? `&& ${rest.trim()}`
          : undefined) ??
        loose;
      const of = stack.flatMap(({ name }) => name ?? []);
      found.push({ text, whole, line, of, ...(swallowed !== undefined && { swallowed }) });
    }
  }
  return reached(found, called);
}

function reached<T extends { readonly of: readonly string[] }>(
  found: readonly T[],
  called: ReadonlySet<string>,
): readonly T[] {
  return found.filter(({ of }) => of.every((name) => called.has(name)));
}

/** The words of the grammar before a command, and the command. */
function headOf(part: string): { readonly text: string; readonly words: readonly string[] } {
  const words: string[] = [];
  let text = part.trim();
  for (let found = KEYWORD.exec(text); found !== null; found = KEYWORD.exec(text)) {
    words.push(found[0].trim());
    text = text.slice(found[0].length);
  }
  return { text, words };
}

/** A line cut at its operators outside of quotes, without its comment. */
function partsOf(line: string): readonly Part[] {
  const cuts: { readonly start: number; readonly end: number }[] = [];
  let quote = "";
  let end = line.length;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character === "\\" && quote !== "'") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === "#" && /^\s?$/.test(line[at - 1] ?? "")) {
      end = at;
      break;
    } else if (
      /[;&|]/.test(character) &&
      !/[<>]/.test((line[at - 1] ?? "") + (line[at + 1] ?? ""))
    ) {
      const double = line[at + 1] === character;
      cuts.push({ start: at, end: at + (double ? 2 : 1) });
      if (double) at++;
    }
  }
  return [...cuts, { start: end, end }].map(({ start, end: behind }, index) => {
    const previous = cuts[index - 1];
    return {
      text: line.slice(previous?.end ?? 0, start),
      before: previous ? line.slice(previous.start, previous.end) : "",
      after: line.slice(start, behind),
      rest: line.slice(behind, end),
    };
  });
}
