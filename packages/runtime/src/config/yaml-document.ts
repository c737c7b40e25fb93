import type { Location } from "@assay/core";
import { formatPlace, UsageError } from "@assay/core";
import { entryAt, readYaml, type YamlNode } from "@assay/core/yaml";

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

/** A ledger may hold thousands of acknowledgements. */
const MAX_NODES = 200_000;
const MAX_PROBLEMS = 20;

/**
 * Parses YAML 1.2 with text keys only. Duplicate keys, unknown tags and more than one document are errors.
 *
 * @throws UsageError with every mistake and its place.
 */
export function parseYaml(path: string, text: string): YamlDocument {
  const { root, problems, position } = readYaml(text, { maxNodes: MAX_NODES });
  if (problems.length > 0)
    throw new UsageError(`${path} is not valid YAML`, {
      problems: problems.slice(0, MAX_PROBLEMS).map(({ line, column, message }) => {
        const place = formatPlace({ path, startLine: line, startColumn: column });
        return `${place}: ${message}`;
      }),
    });
  return {
    value: plainValue(root),
    place(keys) {
      const { line, column } = position(find(root, keys).offset);
      return { path, startLine: line, startColumn: column };
    },
    has: (keys) => root !== undefined && find(root, keys).complete,
  };
}

function plainValue(node: YamlNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainValue(value)]));
}

function find(
  root: YamlNode | undefined,
  path: KeyPath,
): { readonly offset: number; readonly complete: boolean } {
  let node = root;
  let offset = root?.span.start ?? 0;
  for (const key of path) {
    // A key's own place is more telling than that of its value.
    const entry = entryAt(node, String(key));
    node = entry?.value ?? (node?.kind === "list" ? node.items[Number(key)] : undefined);
    if (node === undefined) return { offset, complete: false };
    offset = (entry?.key ?? node).span.start;
  }
  return { offset, complete: true };
}
