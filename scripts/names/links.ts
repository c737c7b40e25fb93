import { basename } from "node:path";
import { declaredIn, isNode, type Node, programOf, type Use, usesIn, walk } from "./syntax.ts";

/** A place where a file names what another one has or gets: an import, an export, or `m.name` of a file that is loaded late. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** `file.js#name` of the file that exports it. */
  readonly key: string;
  /** The name in this file, where the place has it: `b` of `a as b`. */
  readonly local?: string;
  readonly isImport: boolean;
}

/** A built file, and what it has of names. */
export interface BuiltFile {
  readonly text: string;
  readonly uses: readonly Use[];
  /** Every name of the top level: what it is in all files, or `undefined` where it is of this file alone. */
  readonly topLevel: ReadonlyMap<string, string | undefined>;
  readonly links: readonly Link[];
  /** Files that are loaded late and handed on whole: their exports are known by their names. */
  readonly opened: readonly string[];
}

/** @throws where the file has a form of import or export that the bundler does not write. */
export function readBuilt(name: string, text: string): BuiltFile {
  const topLevel = new Map<string, string | undefined>();
  const links: Link[] = [];
  const opened: string[] = [];
  const uses: Use[] = [];
  const declare = (local: string, key: string | undefined) => {
    if (topLevel.get(local) === undefined) topLevel.set(local, key);
  };
  for (const statement of programOf(name, text)) {
    const source = isNode(statement["source"]) ? basename(literal(statement["source"])) : name;
    const isImport = statement.type === "ImportDeclaration";
    if (isImport || (statement.type === "ExportNamedDeclaration" && source === name)) {
      for (const each of statement["specifiers"] as readonly Node[]) {
        const outer = each[isImport ? "imported" : "exported"];
        const local = wordOf(each["local"]);
        const key = `${source}#${wordOf(outer)}`;
        links.push({ start: each.start, end: each.end, key, local, isImport });
        declare(local, key);
      }
      continue;
    }
    if (statement.type.startsWith("Export") && statement.type !== "ExportDefaultDeclaration")
      throw new Error(`${name}: ${text.slice(statement.start, statement.end).slice(0, 200)}`);
    for (const [local, key] of declarationsOf(statement, text)) declare(local, key);
    uses.push(...usesIn(statement));
    walk(statement, (node) => {
      const late = lateLinks(node);
      if (late !== undefined) links.push(...late);
      else if (node.type === "ImportExpression" && !takenApart.has(node))
        opened.push(basename(literal(node["source"])));
    });
  }
  return { text, uses, topLevel, links, opened };
}

/** Loads that were seen with what is taken of them. */
const takenApart = new WeakSet<Node>();

/** The links of `import("./file.js").then(m=>({a:m.b}))`, as `facades.ts` writes it. */
function lateLinks(node: Node): readonly Link[] | undefined {
  if (node.type !== "CallExpression") return undefined;
  const { callee, arguments: given } = node as Node & { callee: Node; arguments: readonly Node[] };
  const load = callee["object"];
  if (!isNode(load) || load.type !== "ImportExpression") return undefined;
  const parts: Link[] = [];
  const [arrow] = given;
  const parameters = arrow?.["params"];
  const parameter = Array.isArray(parameters) ? declaredIn(parameters[0])[0] : undefined;
  if (arrow === undefined || parameter === undefined) return undefined;
  const file = basename(literal(load["source"]));
  const names = usesIn(arrow).filter((use) => use.name === parameter).length - 1;
  walk(arrow, (inner) => {
    const { object, property, computed } = inner;
    if (inner.type !== "MemberExpression" || computed === true) return;
    if (!isNode(object) || object["name"] !== parameter || !isNode(property)) return;
    const { start, end } = property;
    parts.push({ start, end, key: `${file}#${wordOf(property)}`, isImport: true });
  });
  if (parts.length !== names) return undefined;
  takenApart.add(load);
  return parts;
}

function declarationsOf(
  statement: Node,
  text: string,
): readonly (readonly [local: string, key: string | undefined])[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration")
    return [[wordOf(statement["id"]), undefined]];
  if (statement.type !== "VariableDeclaration")
    return hoisted(statement).map((name) => [name, undefined]);
  return (statement["declarations"] as readonly Node[]).flatMap(
    ({ id, init }): (readonly [string, string | undefined])[] => {
      const [, builtin] = isNode(init)
        ? (/^process\.getBuiltinModule\("([^"]+)"\)$/.exec(text.slice(init.start, init.end)) ?? [])
        : [];
      if (builtin === undefined || !isNode(id))
        return declaredIn(id).map((name) => [name, undefined] as const);
      if (id.type === "Identifier") return [[wordOf(id), builtin] as const];
      return (id["properties"] as readonly Node[]).map(
        (each) => [wordOf(each["value"]), `${builtin}#${wordOf(each["key"])}`] as const,
      );
    },
  );
}

/** `var` in a loop or a block of the top level. */
function hoisted(statement: Node): readonly string[] {
  const names: string[] = [];
  walk(statement, (node) => {
    if (node.type === "VariableDeclaration" && node["kind"] === "var")
      for (const each of node["declarations"] as readonly Node[])
        names.push(...declaredIn(each["id"]));
  });
  return names;
}

/** An identifier, or a text in quotes. */
function wordOf(node: unknown): string {
  return isNode(node) ? String(node["name"] ?? node["value"]) : "";
}

function literal(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type !== "TemplateLiteral") return String(node["value"]);
  const [text] = node["quasis"] as readonly { readonly value: { readonly cooked: string } }[];
  return text?.value.cooked ?? "";
}
