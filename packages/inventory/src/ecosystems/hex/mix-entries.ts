import { UsageError } from "@assay/core";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { gitSource, type HexSource, hexSource } from "./source.ts";
import { readElixirTerm, type Term, textOf, valueAt } from "./terms.ts";

/** One package of a `mix.lock`; its node's key is the name of its application. */
export interface MixEntry {
  readonly node: LockNode;
  /** Absent where the entry does not say. */
  readonly needs: readonly MixNeed[] | undefined;
}

export interface MixNeed {
  readonly app: string;
  readonly requirement: string | undefined;
  readonly isOptional: boolean;
}

/**
 * `%{"app": {:hex, :name, "version", "inner", [managers], [needs], "repository", "outer"}, "app": {:git, "url", "commit", [options]}}`.
 *
 * @throws UsageError when it is no map of Elixir
 */
export function readMixEntries(path: string, text: string) {
  const map = readElixirTerm(path, text);
  // Elixir before 1.0 wrote a list.
  if (map.kind !== "map" && map.kind !== "list")
    throw new UsageError(`${path} is no map of packages`);
  const entries: MixEntry[] = [];
  const problems: LockProblem[] = [];
  for (const { items, line } of map.items) {
    const [key, value] = items;
    const found =
      key !== undefined && value?.kind === "tuple" ? source(key.text, value) : undefined;
    if (key === undefined || key.text === "" || found === undefined) {
      const reason = "it is no package of a registry or repository that is known";
      problems.push({ item: key?.text || `line ${line}`, line, reason });
      continue;
    }
    const { problem, needs: list, ...origin } = found;
    const node: LockNode = { key: key.text, line, firstParty: false, ...origin };
    if (problem !== undefined) problems.push({ node, reason: problem });
    const needs = list?.items.map(readNeed);
    if (needs?.includes(undefined))
      problems.push({ node, reason: "a dependency of it was not understood" });
    entries.push({ node, needs: needs?.filter((each) => each !== undefined) });
  }
  return { entries, problems };
}

/** `needs` is absent where the entry does not say: before Hex 0.10, and of repositories. */
function source(app: string, { items }: Term): (HexSource & { needs?: Term }) | undefined {
  const kind = textOf(items[0], "atom");
  if (kind === "git") {
    const folder = textOf(valueAt(items[3], "sparse") ?? valueAt(items[3], "subdir"), "text");
    return gitSource(app, items[1], textOf(items[2], "text"), folder);
  }
  const name = textOf(items[1], "atom");
  const version = textOf(items[2], "text");
  if (kind !== "hex" || !name || !version) return undefined;
  const [inner, , needs, repository, outer] = items.slice(3);
  return {
    ...hexSource(
      name,
      version,
      textOf(repository, "text"),
      textOf(inner, "text"),
      textOf(outer, "text"),
    ),
    ...(needs?.kind === "list" ? { needs } : {}),
  };
}

/** `{:app, "requirement", [hex: :name, repo: "hexpm", optional: true]}`. */
function readNeed({ kind, items }: Term): MixNeed | undefined {
  const app = textOf(items[0], "atom");
  if (kind !== "tuple" || !app) return undefined;
  return {
    app,
    requirement: textOf(items[1], "text"),
    isOptional: valueAt(items[2], "optional")?.text === "true",
  };
}
