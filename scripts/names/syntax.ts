import { parseSync } from "rolldown/utils";

/** A part of a syntax tree. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A name that stands for a value, somewhere in a text. */
export interface Use {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `{name}` stands for `{name:name}`. */
  readonly isShorthand: boolean;
}

export function programOf(name: string, text: string): readonly Node[] {
  const { program, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  return program.body as unknown as readonly Node[];
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Children that are words and no names of values: by the type of their parent, where it is not computed. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["MemberExpression", ["property"]],
  ["Property", ["key"]],
  ["MethodDefinition", ["key"]],
  ["PropertyDefinition", ["key"]],
  ["AccessorProperty", ["key"]],
  ["LabeledStatement", ["label"]],
  ["BreakStatement", ["label"]],
  ["ContinueStatement", ["label"]],
  ["MetaProperty", ["meta", "property"]],
  ["ImportSpecifier", ["imported"]],
  ["ExportSpecifier", ["local", "exported"]],
  ["ExportAllDeclaration", ["exported"]],
  ["ImportAttribute", ["key"]],
]);

/** Calls `visit` with every node below one, the outer ones first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(each)) walk(each, visit);
  }
}

/** Every use of a name of a value, its declaration among them. What an export list names is none. */
export function usesIn(node: Node, isShorthand = false): Use[] {
  if (node.type === "Identifier") {
    const { start, end } = node;
    return [{ name: String(node["name"]), start, end, isShorthand }];
  }
  const words = node["computed"] === true ? [] : (WORDS.get(node.type) ?? []);
  return Object.entries(node).flatMap(([key, value]) => {
    if (words.includes(key)) return [];
    const isShort = key === "value" && node["shorthand"] === true;
    return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((each) =>
      isNode(each)
        ? usesIn(
            each,
            isShort || (isShorthand && node.type === "AssignmentPattern" && key === "left"),
          )
        : [],
    );
  });
}

/** The names that a pattern declares. */
export function declaredIn(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case "Identifier":
      return [String(pattern["name"])];
    case "ObjectPattern":
      return (pattern["properties"] as readonly Node[]).flatMap((each) =>
        declaredIn(each.type === "Property" ? each["value"] : each["argument"]),
      );
    case "ArrayPattern":
      return (pattern["elements"] as readonly unknown[]).flatMap(declaredIn);
    case "AssignmentPattern":
      return declaredIn(pattern["left"]);
    case "RestElement":
      return declaredIn(pattern["argument"]);
    default:
      throw new Error(`A pattern of the form ${pattern.type}`);
  }
}
