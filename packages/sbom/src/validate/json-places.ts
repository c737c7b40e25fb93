import { closingQuote } from "@assay/core";
import type { JsonPath } from "./json-schema.ts";

export interface TextPlace {
  /** Both from 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

interface Branch {
  readonly below: Map<string | number, Branch>;
  place?: TextPlace;
}

/**
 * Where each path stands in a JSON text: a field at its key, an item at its value. One pass for all paths, without recursion; where
 * a key stands twice, the last counts, as in `JSON.parse`.
 *
 * @param text Valid JSON.
 */
export function jsonPlaces(
  text: string,
  paths: readonly JsonPath[],
): readonly (TextPlace | undefined)[] {
  const root: Branch = { below: new Map() };
  const wanted = paths.map((path) => path.reduce<Branch>(branchAt, root));
  scan(text, root);
  return wanted.map(({ place }) => place);
}

function branchAt(branch: Branch, step: string | number): Branch {
  const known = branch.below.get(step) ?? { below: new Map() };
  branch.below.set(step, known);
  return known;
}

interface Open {
  readonly branch: Branch | undefined;
  /** Of a list: the item that comes next. Absent for an object. */
  index?: number;
}

function scan(text: string, root: Branch): void {
  const open: Open[] = [];
  /** What the next value is, where somebody asks for it or for something inside. */
  let next: Branch | undefined = root;
  let line = 1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const inner = open.at(-1);
    const character = text.charAt(at);
    if (character === "\n") {
      line++;
      start = at + 1;
    } else if (character === "{" || character === "[") {
      if (next !== undefined) next.place ??= { line, column: at - start + 1 };
      open.push({ branch: next, ...(character === "[" ? { index: 0 } : {}) });
      next = character === "[" ? next?.below.get(0) : undefined;
    } else if (character === "}" || character === "]") {
      open.pop();
      next = undefined;
    } else if (character === ",") {
      if (inner?.index !== undefined) {
        inner.index++;
        next = inner.branch?.below.get(inner.index);
      }
    } else if (character === '"') {
      const end = closingQuote(text, at);
      const isKey = inner !== undefined && inner.index === undefined && isBeforeColon(text, end);
      if (isKey) {
        next = inner.branch?.below.get(JSON.parse(text.slice(at, end + 1)) as string);
        if (next !== undefined) next.place = { line, column: at - start + 1 };
      } else if (next !== undefined) next.place ??= { line, column: at - start + 1 };
      at = end;
    } else if (next !== undefined && /[-\dtfn]/.test(character)) {
      next.place ??= { line, column: at - start + 1 };
    }
  }
}

function isBeforeColon(text: string, quote: number): boolean {
  let at = quote + 1;
  while (/\s/.test(text.charAt(at))) at++;
  return text.charAt(at) === ":";
}
