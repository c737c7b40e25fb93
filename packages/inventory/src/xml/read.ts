import { UsageError } from "@assay/core";
import { lineCounter } from "../line-counter.ts";

/** An element of an XML document. */
export interface XmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** 1-based. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const NONE = new Map<string, string>();
const MAX_DEPTH = 128;
/** Section 2.2. Halves of surrogate pairs are none, too; UTF-8 holds none. */
const NO_CHARACTER = /[^\t\n\r -\ufffd]/;
const NAME = /[A-Za-z_][\w.:-]*/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const TAG_END = /\s*(\/?)>/y;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * Reads XML 1.0 without document types: elements, attributes and text. One pass, no recursion.
 *
 * @returns the root element
 * @throws UsageError where it is not well formed, has a document type (and with it entities of its own), or is nested too deeply
 */
export function readXml(path: string, text: string): XmlElement {
  const lines = lineCounter(text);
  const fail = (at: number, why: string) =>
    new UsageError(`${path} is no XML that is read (line ${lines(at)}: ${why})`);
  const wrong = NO_CHARACTER.exec(text);
  if (wrong !== null) throw fail(wrong.index, "it has a character that is none of XML");
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("<", at);
    const content = text.slice(at, start < 0 ? text.length : start);
    addText(content, at);
    if (start < 0) break;
    if (text.startsWith("<!--", start)) at = behind("-->", start + 4);
    else if (text.startsWith("<![CDATA[", start)) {
      at = behind("]]>", start + 9);
      const inside = open.at(-1);
      if (inside === undefined) throw fail(start, "there is text outside the root element");
      inside.text += text.slice(start + 9, at - 3);
    } else if (text.startsWith("<?", start)) at = behind("?>", start + 2);
    else if (text.startsWith("<!", start)) throw fail(start, "it has a document type");
    else at = text[start + 1] === "/" ? close(start) : element(start);
  }
  if (root === undefined || open.length > 0) throw fail(text.length, "its end is missing");
  return root;

  function behind(end: string, from: number): number {
    const found = text.indexOf(end, from);
    if (found < 0) throw fail(from, `there is no ${end}`);
    return found + end.length;
  }

  function addText(content: string, from: number): void {
    const inside = open.at(-1);
    if (inside !== undefined) inside.text += decoded(content, from);
    else if (content.trim() !== "") throw fail(from, "there is text outside the root element");
  }

  function decoded(content: string, from: number): string {
    if (!content.includes("&")) return content;
    return content.replaceAll(
      /&(?:#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))|(\w{1,10}));|&/g,
      (all, hex, decimal, name) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        const char = name === undefined ? charOf(code) : ENTITIES.get(name);
        if (char === undefined) throw fail(from, `${all.slice(0, 12)} is no entity that is known`);
        return char;
      },
    );
  }

  function close(start: number): number {
    const name = matchAt(NAME, start + 2)?.[0] ?? "";
    const end = matchAt(TAG_END, start + 2 + name.length);
    const last = open.pop();
    if (last?.name !== name || end === undefined || end[1] === "/")
      throw fail(start, "it closes no element");
    return start + 2 + name.length + end[0].length;
  }

  function element(start: number): number {
    const name = matchAt(NAME, start + 1)?.[0];
    if (name === undefined) throw fail(start, "it is no element");
    let attributes = NONE;
    let next = start + 1 + name.length;
    for (
      let found = matchAt(ATTRIBUTE, next);
      found !== undefined;
      found = matchAt(ATTRIBUTE, next)
    ) {
      const [all, key = "", value = ""] = found;
      if (attributes.has(key)) throw fail(next, "an attribute stands there twice");
      // Most elements have none, and there may be a million of them.
      if (attributes === NONE) attributes = new Map();
      attributes.set(key, decoded(value.slice(1, -1), next));
      next += all.length;
    }
    const end = matchAt(TAG_END, next);
    if (end === undefined) throw fail(start, "it is no element");
    const made: OpenElement = { name, line: lines(start), attributes, children: [], text: "" };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(made);
    else if (root === undefined) root = made;
    else throw fail(start, "it has a second root element");
    if (end[1] !== "/") open.push(made);
    if (open.length > MAX_DEPTH) throw fail(start, `it is nested deeper than ${MAX_DEPTH}`);
    return next + end[0].length;
  }

  function matchAt(pattern: RegExp, from: number): RegExpExecArray | undefined {
    pattern.lastIndex = from;
    return pattern.exec(text) ?? undefined;
  }
}

function charOf(code: number): string | undefined {
  const char = code <= 0x10ffff ? String.fromCodePoint(code) : "\0";
  return NO_CHARACTER.test(char) || !char.isWellFormed() ? undefined : char;
}
