import type { Component, PackageGraph } from "../../../graph.ts";
import { memorySource, readInventory } from "../../../index.ts";

type Files = Readonly<Record<string, string | object>>;

/** The inventory of these files; what is no text is written as JSON. */
export async function inventoryOf(files: Files, options: Parameters<typeof readInventory>[1] = {}) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  return readInventory(memorySource(Object.fromEntries(texts)), options);
}

/** The first graph of these files, and the packages of it by their ids behind the lockfile. */
export async function lockOf(files: Files, options: Parameters<typeof readInventory>[1] = {}) {
  const { graphs, skipped } = await inventoryOf(files, options);
  const [graph] = graphs;
  if (graph === undefined) throw new TypeError(`no graph: ${skipped[0]?.reason}`);
  const packages = new Map(graph.components.map((each) => [keyOf(graph, each.id), each]));
  return { graph, packages, edges: edgesOf(graph), gaps: gapsOf(graph), scopes: scopesOf(graph) };
}

/** `from > to kind [as alias] [if condition]`, with what is behind the lockfile in the ids. */
function edgesOf(graph: PackageGraph): readonly string[] {
  return graph.edges.map(({ from, to, kind, alias, condition }) =>
    [
      `${keyOf(graph, from)} > ${keyOf(graph, to)} ${kind}`,
      ...(alias === undefined ? [] : [`as ${alias}`]),
      ...(condition === undefined ? [] : [`if ${condition}`]),
    ].join(" "),
  );
}

function gapsOf({ gaps }: PackageGraph): readonly string[] {
  return gaps.map(({ kind, item, reason }) => `${kind} ${item}: ${reason}`);
}

function scopesOf(graph: PackageGraph): Readonly<Record<string, Component["scope"]>> {
  return Object.fromEntries(graph.components.map(({ id, scope }) => [keyOf(graph, id), scope]));
}

function keyOf({ path }: PackageGraph, id: string): string {
  return id.slice(path.length + 1);
}

/** An SRI hash over one byte, repeated. */
export function sri(byte: number): string {
  return `sha512-${Buffer.alloc(64, byte).toString("base64")}`;
}
