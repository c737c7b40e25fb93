import type { Location } from "@assay/core";
import { formatPlace, UsageError } from "@assay/core";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  visit,
} from "yaml";

/** A path of keys and indexes, as schemas tell it. */
export type KeyPath = readonly PropertyKey[];

/** A parsed YAML file that knows where everything is written. */
export interface YamlDocument {
  readonly value: unknown;
  /** The place of a key, or of an item of a list; that of the nearest thing around it where it is not there. */
  place(path: KeyPath): Location;
  /** Whether the file has something at a path. */
  has(path: KeyPath): boolean;
}

/** How often aliases may be repeated, all their contents counted: stops the "billion laughs". */
const MAX_ALIASES = 100;
const MAX_PROBLEMS = 20;

/**
 * Parses YAML 1.2 with text keys only. Duplicate keys, unknown tags and more than one document are errors.
 *
 * @throws UsageError with every mistake and its place.
 */
export function parseYaml(path: string, text: string): YamlDocument {
  const lines = new LineCounter();
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { path, startLine: Math.max(1, line), startColumn: Math.max(1, col) };
  };
  const documents = parseAllDocuments(text, {
    version: "1.2",
    // Whatever a directive says; and no tags of YAML 1.1, whose values are none of JSON.
    schema: "core",
    resolveKnownTags: false,
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    // Its own search takes the square of the number of keys; `duplicateKeys` does not.
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [document, second] = "empty" in documents ? [] : documents;
  if (document === undefined) return { value: null, place: () => at(0), has: () => false };
  const problems = [...syntaxFaults(document), ...duplicateKeys(document, at)];
  if (second !== undefined) {
    const message = "a second document begins; a config file has one";
    problems.push({ offset: second.range[0], message });
  }
  if (problems.length > 0) throw yamlError(path, problems, at);
  return {
    value: plainValue(path, document),
    place: (keys) => at(find(document, keys).offset),
    has: (keys) => find(document, keys).complete,
  };
}

interface Fault {
  readonly offset: number;
  readonly message: string;
}

function syntaxFaults(document: Document): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    message,
  }));
  // A nesting of thousands of levels overflows the parser's stack, which it tells once for each level.
  const overflow = faults.find(({ message }) => /call stack|stack overflow/i.test(message));
  return overflow === undefined ? faults : [{ ...overflow, message: "this is nested too deeply" }];
}

function duplicateKeys(document: Document, at: (offset: number) => Location): Fault[] {
  if (document.errors.length > 0) return [];
  const faults: Fault[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Map<unknown, number>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const offset = key.range?.[0] ?? 0;
        const first = seen.get(key.value);
        if (first === undefined) seen.set(key.value, offset);
        else {
          const message = `the key \`${key.value}\` is already given in line ${at(first).startLine}`;
          faults.push({ offset, message });
        }
      }
    },
  });
  return faults;
}

function plainValue(path: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    throw new UsageError(`${path} repeats its anchors too often or without end`, {
      hint: `Write the values out: at most ${MAX_ALIASES} repetitions are read.`,
      cause,
    });
  }
}

function yamlError(
  path: string,
  faults: readonly Fault[],
  at: (offset: number) => Location,
): UsageError {
  const problems = faults
    .slice(0, MAX_PROBLEMS)
    .map(({ offset, message }) => `${formatPlace(at(offset))}: ${message}`);
  return new UsageError(`${path} is not valid YAML`, { problems });
}

function find(document: Document, path: KeyPath): { offset: number; complete: boolean } {
  let node: Node | null | undefined = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    const next = child(node, key);
    if (next === undefined) return { offset, complete: false };
    offset = next.offset;
    node = next.node;
  }
  return { offset, complete: true };
}

/** A key's own place is more telling than that of its value. */
function child(node: unknown, key: PropertyKey): { node: Node | null; offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key: name }) => isScalar(name) && name.value === String(key));
    if (pair === undefined || !isScalar(pair.key)) return undefined;
    return { node: isNode(pair.value) ? pair.value : null, offset: pair.key.range?.[0] ?? 0 };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : undefined;
  }
  return undefined;
}
