import { UsageError } from "./errors.ts";

type Positions = ReadonlySet<number>;

/** Where in a path a part of a pattern can end that begins at one of the positions. */
export type Step = (path: string, from: Positions) => Positions;

/** Deeper brackets stand for themselves. */
const MAX_DEPTH = 50;
/** Positions that the parts of a pattern may begin at for one path: repeats in repeats ask again and again. */
const MAX_WORK = 5_000_000;
const CLASS = /\[([!^]?)(\]?(?:\[:\w+:\]|\\.|[^\]\\])*)\]/sy;
const STARS = /\*+(?!\()|\*/y;
const GROUP = /[@?+*!]?\(/y;
const NAMED: Readonly<Record<string, string>> = {
  alnum: "a-zA-Z0-9",
  alpha: "a-zA-Z",
  digit: "0-9",
  lower: "a-z",
  space: "\\s",
  upper: "A-Z",
  xdigit: "A-Fa-f0-9",
};

/**
 * A pattern as one step.
 *
 * @throws UsageError from the step, when a path would take it too long.
 */
export function stepOf(pattern: string): Step {
  const closing = closings(pattern);
  let left = 0;
  const whole = sequence(0, pattern.length);
  return (path, from) => {
    left = MAX_WORK;
    return whole(path, from);
  };

  function sequence(start: number, end: number): Step {
    const steps: Step[] = [];
    let text = "";
    const push = (step: Step) => {
      if (text !== "") steps.push(literal(text));
      text = "";
      steps.push(step);
    };
    for (let at = start; at < end; ) {
      const char = pattern[at] ?? "";
      const group = matchAt(GROUP, pattern, at);
      const open = at + (group?.[0].length ?? 1);
      const close = closing.get(open - 1);
      const set = matchAt(CLASS, pattern, at);
      const [{ length: stars } = ""] = matchAt(STARS, pattern, at) ?? [];
      if (char === "\\") {
        text += pattern[at + 1] ?? char;
        at += 2;
      } else if (set !== undefined) {
        push(oneOf(set));
        at += set[0].length;
      } else if (close !== undefined && group !== undefined) {
        const inner = anyOf(split(open, close, "|"));
        push(char === "!" ? except(inner, open, close) : repeated(inner, char));
        at = close + 1;
      } else if (close !== undefined) {
        const choices = split(open, close, ",");
        const [, first, last] = /^(.)\.\.(.)$/s.exec(pattern.slice(open, close)) ?? [];
        if (first !== undefined && last !== undefined) {
          const [low = "", high = ""] = [first, last].sort();
          push(single((each) => each >= low && each <= high));
        } else if (choices.length > 1) push(anyOf(choices));
        else {
          text += "{";
          push(anyOf(choices));
          text = "}";
        }
        at = close + 1;
      } else if (stars > 0) {
        at += stars;
        const isWhole = stars === 2 && (at - 2 === start || pattern[at - 3] === "/");
        if (isWhole && at < end && pattern[at] === "/") {
          push(folders);
          at += 1;
        } else if (isWhole && at === end) {
          // A folder that `*` names is no hit: `packages/*/**` leaves the files beside the packages alone.
          const isBelow = text.endsWith("/") && (text !== "/" || steps.at(-1) !== names);
          if (isBelow) text = text.slice(0, -1);
          push(isBelow ? below : anything);
        } else push(names);
      } else {
        if (char === "?") push(single((each) => each !== "/"));
        else text += char;
        at += 1;
      }
    }
    push(same);
    return (path, from) =>
      steps.reduce((reached, step) => {
        left -= reached.size + 1;
        if (left < 0) throw new UsageError(`The pattern ${pattern.slice(0, 80)} takes too long`);
        return step(path, reached);
      }, from);
  }

  function split(start: number, end: number, separator: string): readonly Step[] {
    const parts: Step[] = [];
    let from = start;
    for (let at = start; at < end; at = after(pattern, closing, at))
      if (pattern[at] === separator) {
        parts.push(sequence(from, at));
        from = at + 1;
      }
    return [...parts, sequence(from, end)];
  }

  /** What `!(…)` lets through: what does not begin with it; at the end, and before an extension, what is not it. */
  function except(inner: Step, open: number, close: number): Step {
    const body = pattern.slice(open, close);
    const rest = pattern.slice(close + 1);
    const isDeep = body.length > 1 && body.includes("/");
    const extension =
      body.includes("*") && /^\.[^\\/.]+$/.test(rest)
        ? sequence(close + 1, pattern.length)
        : undefined;
    const isLast = extension === undefined && (isDeep || /^\)*$/.test(rest));
    const isExcepted = (path: string, at: number) => {
      const reached = inner(path, new Set([at]));
      return isLast ? reached.has(path.length) : (extension?.(path, reached) ?? reached).size > 0;
    };
    // Each place is asked about once: brackets in brackets would ask again for each of the outer ones.
    let known = new Map<number, boolean>();
    let knownPath: string | undefined;
    return (path, from) => {
      if (knownPath !== path) known = new Map();
      knownPath = path;
      const free = [...from].filter((at) => {
        const isKnown = known.get(at) ?? isExcepted(path, at);
        known.set(at, isKnown);
        return !isKnown;
      });
      return (isDeep ? anything : names)(path, new Set(free));
    };
  }
}

/** The place after a character, or after what stands in brackets. */
function after(pattern: string, closing: ReadonlyMap<number, number>, at: number): number {
  if (pattern[at] === "\\") return at + 2;
  const [{ length } = ""] = matchAt(CLASS, pattern, at) ?? [];
  return length > 0 ? at + length : (closing.get(at) ?? at) + 1;
}

/** Where each bracket that is closed is closed. */
function closings(pattern: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < pattern.length; at = after(pattern, closing, at)) {
    const char = pattern[at] ?? "";
    if ("({".includes(char)) open.push(at);
    if (!")}".includes(char)) continue;
    const opener = open.findLastIndex((each) => pattern[each] === (char === ")" ? "(" : "{"));
    if (opener < 0) continue;
    if (opener < MAX_DEPTH) closing.set(open[opener] ?? 0, at);
    open.length = opener;
  }
  return closing;
}

function matchAt(token: RegExp, pattern: string, at: number): RegExpExecArray | undefined {
  token.lastIndex = at;
  return token.exec(pattern) ?? undefined;
}

/** Each position, and those after it until the end, or until the next slash. */
function upTo(path: string, from: Iterable<number>, isWithinFolder: boolean): Set<number> {
  const reached = new Set<number>();
  for (const first of from)
    for (let at = first; at <= path.length && !reached.has(at); at++) {
      reached.add(at);
      if (isWithinFolder && path[at] === "/") break;
    }
  return reached;
}

const same: Step = (_path, from) => from;

/** `*` */
const names: Step = (path, from) => upTo(path, from, true);

/** `**` */
const anything: Step = (path, from) => upTo(path, from, false);

/** A folder and what lies below it: a slash and `**`. */
const below: Step = (path, from) =>
  new Set([...from, ...anything(path, new Set([...from].filter((at) => path[at] === "/")))]);

/** Any number of folders: `**` and a slash. */
const folders: Step = (path, from) =>
  new Set([...from, ...[...anything(path, from)].filter((at) => path[at - 1] === "/")]);

const literal =
  (text: string): Step =>
  (path, from) =>
    new Set([...from].filter((at) => path.startsWith(text, at)).map((at) => at + text.length));

const single =
  (takes: (char: string) => boolean): Step =>
  (path, from) =>
    new Set(
      [...from].filter((at) => at < path.length && takes(path[at] ?? "")).map((at) => at + 1),
    );

const anyOf =
  (steps: readonly Step[]): Step =>
  (path, from) =>
    new Set(steps.flatMap((step) => [...step(path, from)]));

function repeated(step: Step, sign: string): Step {
  return (path, from) => {
    const all = new Set("?*".includes(sign) ? from : []);
    let next = from;
    do {
      next = new Set([...step(path, next)].filter((at) => !all.has(at)));
      for (const at of next) all.add(at);
    } while (next.size > 0 && "+*".includes(sign));
    return all;
  };
}

/** A class. One of plain characters is hit by itself too: `[id]` is a folder's name where routes are files. */
function oneOf([whole = "", not = "", body = ""]: readonly string[]): Step {
  const source = body.replace(
    /\[:(\w+):\]|\\(.)|[[\]^]|-$/gs,
    (all, name: string | undefined, char: string = all) =>
      name === undefined ? (/\w/.test(char) ? char : `\\${char}`) : (NAMED[name] ?? ""),
  );
  const takes = single(testOf(`[${not && "^/"}${source}]`));
  return not !== "" || /[-*+?.^${}(|)[\]]/.test(body) ? takes : anyOf([literal(whole), takes]);
}

/** A range that ends before it begins takes nothing. */
function testOf(source: string): (char: string) => boolean {
  try {
    const set = new RegExp(source);
    return (char) => set.test(char);
  } catch {
    return () => false;
  }
}
