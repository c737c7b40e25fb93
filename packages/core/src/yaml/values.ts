import { coreValue } from "./core-schema.ts";
import { readDocuments, scanOf } from "./documents.ts";
import type { YamlProblem } from "./nodes.ts";
import { positionsIn } from "./positions.ts";
import { type Builder, note } from "./scan.ts";

/** `null` where nothing stands. Scalars stay as they are written: `true` and `5.4` are texts. */
export type YamlValue = string | null | readonly YamlValue[] | YamlValueMap;

export interface YamlValueMap {
  /** Counts from 1; of the key that it belongs to, of its first line at the top. */
  readonly line: number;
  readonly entries: ReadonlyMap<string, YamlValue>;
}

export interface YamlValues {
  /** Those before the first problem. */
  readonly documents: readonly { readonly line: number; readonly value: YamlValue }[];
  /** Keys that stand in one map more than once: the last one counts. */
  readonly duplicates: readonly { readonly key: string; readonly line: number }[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads the same language as `readYaml` into plain values, for files that tools write: they are long, and hold texts. Of one text
 * several documents are read.
 *
 * @param maxDocuments One more is a problem.
 */
export function readYamlValues(text: string, maxDocuments = 16): YamlValues {
  const duplicates: { key: string; start: number }[] = [];
  const scan = scanOf(text, valueBuilder(duplicates), {
    maxDepth: 64,
    // What stands in the text always, and of what aliases repeat no more than that.
    maxNodes: 50_000 + 2 * text.length,
    comments: false,
  });
  const documents = readDocuments(scan, maxDocuments);
  const position = positionsIn(text);
  return {
    documents: documents.map(({ line, node }) => ({ line, value: node })),
    duplicates: duplicates.map(({ key, start }) => ({ key, line: position(start).line })),
    problems: scan.faults.map(({ offset, message }) => ({ message, ...position(offset) })),
  };
}

function valueBuilder(duplicates: { key: string; start: number }[]): Builder<YamlValue> {
  return {
    scalar(scan, part, properties) {
      if (properties?.tag !== undefined) coreValue(scan, part, properties);
      else if (part.text === "" && part.style === "plain") return null;
      return part.text;
    },
    map: ({ owner }) => ({ line: owner, entries: new Map() }),
    list: () => [],
    put(scan, map, key, value, start) {
      const entries = (map as YamlValueMap).entries as Map<string, YamlValue>;
      if (typeof key !== "string") note(scan, start, "a key is no text");
      else if (key === "<<") note(scan, start, "YAML 1.2 has no merge key, and the file means one");
      else {
        const { size } = entries;
        if (entries.set(key, value).size === size) duplicates.push({ key, start });
      }
    },
    push: (list, item) => (list as YamlValue[]).push(item),
    close() {},
    keyOfAlias: (node) => node,
  };
}
