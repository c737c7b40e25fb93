/** Offsets are UTF-16 code units in the text as it was given. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface YamlScalar {
  readonly kind: "scalar";
  /** By the core schema of YAML 1.2: `on`, `yes` and `2026-01-31` are texts. */
  readonly value: string | number | boolean | null;
  /** The content as text, whatever its type. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly span: Span;
  readonly anchor?: string;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
  /** Of the whole entry. */
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
  /** Without `#`, trimmed. */
  readonly text: string;
  readonly span: Span;
  readonly line: number;
}

/** Lines and columns count from 1; columns are UTF-16 code units. */
export interface YamlProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** An anchored node that is used again. */
export interface YamlAlias {
  readonly node: YamlNode;
  readonly span: Span;
}

export interface YamlDocument {
  /** `undefined` where the text holds no node, or is none that can be read. */
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
  readonly problems: readonly YamlProblem[];
  readonly aliases: readonly YamlAlias[];
  position(offset: number): { line: number; column: number };
}

export interface YamlLimits {
  /** Levels of maps and lists; 64. */
  readonly maxDepth?: number;
  /** Nodes that a walk visits: what an alias repeats counts each time; 50,000. */
  readonly maxNodes?: number;
}

/** The entry of a map; `undefined` where there is none. */
export function entryAt(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key.text === key) : undefined;
}

export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return entryAt(node, key)?.value;
}

/** The content of a scalar. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}
