import { isRecord, UsageError } from "@assay/core";
import { scanJsonKeys } from "../../json-keys.ts";

export type Json = Readonly<Record<string, unknown>>;

/** One node of a flake's lockfile: an input of some flake. */
export interface FlakeNode {
  readonly key: string;
  /** 1-based. */
  readonly line: number | undefined;
  /** A node's key, or the way to it from the root by names of inputs. */
  readonly inputs: ReadonlyMap<string, string | readonly string[]>;
  /** What it is locked to, and what was asked for; the root has neither. */
  readonly locked: Json | undefined;
  readonly original: Json | undefined;
  /** The way to the flake that a relative path is seen from; the root where it is empty. */
  readonly parent: readonly string[];
}

export interface FlakeLock {
  readonly root: FlakeNode;
  readonly nodes: ReadonlyMap<string, FlakeNode>;
  readonly problems: readonly {
    readonly item: string;
    readonly reason: string;
    readonly line?: number | undefined;
  }[];
}

/**
 * Reads a `flake.lock`: https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake.html#lock-files. Nix itself reads the versions 5
 * to 7.
 *
 * @throws UsageError when it is no JSON, of another version, or has no root
 */
export function readFlakeLock(path: string, text: string): FlakeLock {
  const hint = "Write it again with `nix flake lock`.";
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is no JSON`, { hint });
  }
  const { version, nodes: listed, root } = isRecord(json) ? json : {};
  if (version !== 5 && version !== 6 && version !== 7)
    throw new UsageError(
      `${path} is of the version ${JSON.stringify(version)?.slice(0, 20)}; 5 to 7 are known`,
      { hint },
    );
  if (!isRecord(listed)) throw new UsageError(`${path} has no nodes`, { hint });
  const lines = new Map<string, number>();
  const problems: FlakeLock["problems"][number][] = [];
  let section = "";
  scanJsonKeys(text, (key, depth, line) => {
    if (depth === 1) section = key;
    if (depth !== 2 || section !== "nodes") return;
    if (lines.has(key)) problems.push({ item: key, line, reason: "it stands in the file twice" });
    lines.set(key, line);
  });
  const nodes = new Map<string, FlakeNode>();
  for (const [key, value] of Object.entries(listed)) {
    const line = lines.get(key);
    const problem = (reason: string) => problems.push({ item: key, line, reason });
    if (!isRecord(value)) {
      problem("it is no object");
      continue;
    }
    const inputs = new Map<string, string | readonly string[]>();
    const { locked, original, parent } = value;
    if (value["inputs"] !== undefined && !isRecord(value["inputs"]))
      problem("`inputs` is no object");
    for (const [name, to] of Object.entries(isRecord(value["inputs"]) ? value["inputs"] : {})) {
      if (typeof to === "string" || isPath(to)) inputs.set(name, to);
      else problem(`its input ${name} leads nowhere`);
    }
    nodes.set(key, {
      key,
      line,
      inputs,
      locked: isRecord(locked) ? locked : undefined,
      original: isRecord(original) ? original : undefined,
      parent: isPath(parent) ? parent : [],
    });
  }
  const start = typeof root === "string" ? nodes.get(root) : undefined;
  if (start === undefined) throw new UsageError(`${path} has no root`, { hint });
  return { root: start, nodes, problems };
}

function isPath(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

/** Where every input leads to: `undefined` where it goes in a circle or to nothing. Each way is walked once. */
export function inputResolver({ root, nodes }: FlakeLock) {
  const known = new Map<FlakeNode, Map<string, FlakeNode | undefined>>();
  const resolve = (node: FlakeNode, name: string, depth: number): FlakeNode | undefined => {
    const ofNode = known.get(node) ?? new Map<string, FlakeNode | undefined>();
    known.set(node, ofNode);
    // What is being walked already leads in a circle.
    if (ofNode.has(name)) return ofNode.get(name);
    ofNode.set(name, undefined);
    const to = node.inputs.get(name);
    if (to === undefined || depth > MAX_DEPTH) return undefined;
    const found =
      typeof to === "string"
        ? nodes.get(to)
        : to.reduce<FlakeNode | undefined>(
            (at, each) => (at === undefined ? undefined : resolve(at, each, depth + 1)),
            root,
          );
    ofNode.set(name, found);
    return found;
  };
  return (node: FlakeNode, name: string) => resolve(node, name, 0);
}

/** Ways lead over other ways a few times at most. */
const MAX_DEPTH = 500;
