import { coreValue } from "./core-schema.ts";
import { readDocuments, scanOf } from "./documents.ts";
import type {
  Span,
  YamlDocument,
  YamlEntry,
  YamlLimits,
  YamlList,
  YamlMap,
  YamlNode,
} from "./nodes.ts";
import { positionsIn } from "./positions.ts";
import { type Builder, note } from "./scan.ts";

/**
 * Reads a YAML 1.2 file of one document, with the core schema.
 *
 * An alias is the anchored node itself. Keys are scalars, each once in its map.
 *
 * @returns Never throws on bad input: what is wrong stands in `problems`, with its place. There is no `root` where it can't be read on.
 */
export function readYaml(text: string, limits: YamlLimits = {}): YamlDocument {
  const { maxDepth = 64, maxNodes = 50_000 } = limits;
  const position = positionsIn(text);
  const scan = scanOf(
    text,
    nodeBuilder((offset) => position(offset).line),
    { maxDepth, maxNodes, comments: true },
  );
  const [document] = readDocuments(scan, 1);
  return {
    root: document?.node,
    comments: scan.comments ?? [],
    problems: scan.faults.map(({ offset, message }) => ({ message, ...position(offset) })),
    aliases: scan.aliases,
    position,
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type OpenMap = YamlMap & { readonly entries: YamlEntry[]; readonly span: Mutable<Span> };
type OpenList = YamlList & { readonly items: YamlNode[]; readonly span: Mutable<Span> };

/** Where a map is longer, its keys are looked up in a table. */
const FEW = 8;

function nodeBuilder(lineOf: (offset: number) => number): Builder<YamlNode> {
  const tables = new Map<YamlNode, Map<string, number>>();
  /** Where a key stands in the map already. */
  const placeOf = (map: OpenMap, text: string): number | undefined => {
    const { entries } = map;
    if (entries.length <= FEW) return entries.find(({ key }) => key.text === text)?.key.span.start;
    const table =
      tables.get(map) ?? new Map(entries.map(({ key }) => [key.text, key.span.start] as const));
    tables.set(map, table);
    return table.get(text);
  };
  return {
    scalar(scan, part, properties) {
      const { text, style, start, end } = part;
      const value = coreValue(scan, part, properties);
      const node = { kind: "scalar", value, text, style, span: { start, end } } as const;
      return properties?.anchor === undefined ? node : { ...node, anchor: properties.anchor };
    },
    map: (_, start, flow): OpenMap => ({
      kind: "map",
      entries: [],
      flow,
      span: { start, end: start },
    }),
    list: (_, start, flow): OpenList => ({
      kind: "list",
      items: [],
      flow,
      span: { start, end: start },
    }),
    put(scan, map, key, value, start, end) {
      if (key.kind !== "scalar") {
        note(scan, key.span.start, "keys must be strings: this one is a map or a list");
        return;
      }
      const first = placeOf(map as OpenMap, key.text);
      if (first === undefined) tables.get(map)?.set(key.text, key.span.start);
      else {
        const message = `the key \`${key.text}\` is already given in line ${lineOf(first)}`;
        note(scan, key.span.start, message);
      }
      (map as OpenMap).entries.push({ key, value, span: { start, end } });
    },
    push: (list, item) => (list as OpenList).items.push(item),
    close(node, end) {
      tables.delete(node);
      (node.span as Mutable<Span>).end = end;
    },
    keyOfAlias: (node, start, end) => ({ ...node, span: { start, end } }),
  };
}
