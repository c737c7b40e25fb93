import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";

/** Offsets are UTF-16 code units in the text as it was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
export type YamlNode = YamlScalar | YamlMap | YamlList;
export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  readonly span: Span;
  readonly anchor?: string;
}
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  readonly span: Span;
}
export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly flow: boolean;
  readonly span: Span;
}
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly flow: boolean;
  readonly span: Span;
}
export interface YamlComment {
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}
export interface YamlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}
export interface YamlDocument {
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  readonly problems: readonly YamlProblem[];
  readonly aliases: readonly { readonly node: YamlNode; readonly span: Span }[];
  position(offset: number): { line: number; column: number };
}

/** A first version on top of the library, until our own reader takes its place. */
export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true });
  const position = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const made = new Map<Node, YamlNode>();
  const spanOf = (node: Node): Span => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });
  const styles = {
    PLAIN: "plain",
    QUOTE_SINGLE: "single",
    QUOTE_DOUBLE: "double",
    BLOCK_LITERAL: "literal",
    BLOCK_FOLDED: "folded",
  } as const;
  const convert = (node: unknown): YamlNode => {
    const known = made.get(node as Node);
    if (known !== undefined) return known;
    let result: YamlNode = {
      kind: "scalar",
      value: null,
      text: "",
      style: "plain",
      span: { start: 0, end: 0 },
    };
    if (isAlias(node)) return convert(node.resolve(document));
    if (isMap(node)) {
      const entries = node.items.flatMap((pair) => {
        const key = convert(pair.key);
        const value = convert(pair.value);
        if (key.kind !== "scalar") return [];
        return [
          {
            key,
            value,
            span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) },
          },
        ];
      });
      result = { kind: "map", entries, flow: node.flow === true, span: spanOf(node) };
    } else if (isSeq(node)) {
      result = {
        kind: "list",
        items: node.items.map(convert),
        flow: node.flow === true,
        span: spanOf(node),
      };
    } else if (isScalar(node)) {
      const value = node.value as YamlScalar["value"];
      result = {
        kind: "scalar",
        value,
        text: node.source ?? String(value ?? ""),
        style: styles[(node.type ?? "PLAIN") as keyof typeof styles] ?? "plain",
        span: spanOf(node),
        ...(node.anchor !== undefined && { anchor: node.anchor }),
      };
    }
    made.set(node as Node, result);
    return result;
  };
  const comments: YamlComment[] = [];
  for (const match of text.matchAll(/(?:^|[ \t])#([^\n\r]*)/gm)) {
    const start = match.index + match[0].indexOf("#");
    comments.push({
      text: (match[1] ?? "").trim(),
      span: { start, end: match.index + match[0].length },
      line: position(start).line,
    });
  }
  const aliases: { node: YamlNode; span: Span }[] = [];
  visit(document, {
    Alias: (_, node) => {
      aliases.push({ node: convert(node), span: spanOf(node) });
    },
  });
  return {
    root: document.contents === null ? undefined : convert(document.contents),
    comments,
    problems: document.errors.map(({ message, pos }) => ({
      message,
      ...position(pos[0]),
    })),
    aliases,
    position,
  };
}

export function entryAt(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryAt(node, key)?.value;
}

export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}
