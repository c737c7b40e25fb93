import type { GapKind } from "../../graph.ts";

/** One directive of `go.mod` or `go.work`: its words, without quotes. */
export interface Directive {
  readonly verb: string;
  readonly words: readonly string[];
  /** Behind `//`, without blanks around it. */
  readonly comment: string;
  /** 1-based. */
  readonly line: number;
}

/** Something that was not understood, or does not fit. */
export interface GoProblem {
  /** The module that it is about; absent for the file as a whole. */
  readonly key?: string | undefined;
  readonly line?: number | undefined;
  readonly kind?: GapKind;
  readonly reason: string;
  readonly identity?: string;
  readonly advice?: string;
}

/**
 * The directives of a file in the syntax of https://go.dev/ref/mod#go-mod-file-lexical: one a line, or several of one verb in
 * parentheses. Verbs are not looked at.
 */
export function readDirectives(text: string): {
  readonly directives: readonly Directive[];
  readonly problems: readonly GoProblem[];
} {
  const directives: Directive[] = [];
  const problems: GoProblem[] = [];
  let block: { readonly verb: string; readonly line: number } | undefined;
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    const read = readLine(content);
    if (read === undefined) {
      problems.push({ line, reason: `line ${line} is no directive` });
      continue;
    }
    const { words, comment } = read;
    const [verb, ...rest] = words;
    if (verb === undefined) continue;
    if (block !== undefined) {
      if (verb === ")" && rest.length === 0) block = undefined;
      else if (words.some(isParenthesis))
        problems.push({ line, reason: `line ${line} is no directive` });
      else directives.push({ verb: block.verb, words, comment, line });
    } else if (rest.length === 1 && rest[0] === "(") block = { verb, line };
    else if (rest.length === 2 && rest[0] === "(" && rest[1] === ")") continue;
    else if (words.some(isParenthesis))
      problems.push({ line, reason: `line ${line} is no directive` });
    else directives.push({ verb, words: rest, comment, line });
  }
  if (block !== undefined) {
    const reason = `the block that starts at line ${block.line} has no end`;
    problems.push({ line: block.line, reason });
  }
  return { directives, problems };
}

function isParenthesis(word: string): boolean {
  return word === "(" || word === ")";
}

const WORD = /\s*(?:(\/\/.*)|("(?:[^"\\]|\\.)*"|`[^`]*`)|([()])|((?:(?!\/\/)[^\s()"`])+))/y;

/** Longer lines are no directives: a path and a version are short, and expressions are matched by recursion. */
const MAX_LINE = 4096;

/** `undefined` where a quote has no end, or the line is too long. */
function readLine(content: string): { words: readonly string[]; comment: string } | undefined {
  const text = content.trim();
  if (text.startsWith("//")) return { words: [], comment: text.slice(2).trim() };
  if (text.length > MAX_LINE) return undefined;
  const words: string[] = [];
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const match = WORD.exec(text);
    if (match === null) return undefined;
    const [, comment, quoted, parenthesis, plain] = match;
    if (comment !== undefined) return { words, comment: comment.slice(2).trim() };
    words.push(quoted === undefined ? (parenthesis ?? plain ?? "") : unquoted(quoted));
  }
  return { words, comment: "" };
}

function unquoted(text: string): string {
  const inside = text.slice(1, -1);
  return text.startsWith("`") ? inside : inside.replace(/\\(.)/g, "$1");
}
