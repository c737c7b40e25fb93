import { addTo } from "@assay/core";
import type { Component, Edge, PackageGraph } from "../graph.ts";
import type { ImageComponent, ImageReading } from "./reader.ts";

/** One graph for each reader and ecosystem, in the order of the readings. */
export function imageGraphs(
  readings: ReadonlyMap<string, ImageReading>,
  components: readonly ImageComponent[],
  edges: readonly Edge[],
): readonly PackageGraph[] {
  const readerOf = new Map<string, string>();
  for (const [reader, reading] of readings)
    for (const { component } of reading.components)
      if (!readerOf.has(component.id)) readerOf.set(component.id, reader);
  const groups = new Map<string, Component[]>();
  const groupOf = new Map<string, string>();
  for (const { component } of components) {
    const key = `${readerOf.get(component.id)} ${component.ecosystem}`;
    groupOf.set(component.id, key);
    addTo(groups, key, component);
  }
  const order = [...readings.keys()];
  const silent = new Set(
    [...readings.values()].flatMap(({ withoutEdges = [] }) => [...withoutEdges]),
  );
  // A graph is closed: what leads into another one is left out of it.
  const cut = new Set(
    edges.filter(({ from, to }) => groupOf.get(from) !== groupOf.get(to)).map(({ from }) => from),
  );
  return [...groups]
    .map(([key, group]) => {
      const [format = "", ecosystem = ""] = key.split(" ");
      const own = edges.filter(
        ({ from, to }) => groupOf.get(from) === key && groupOf.get(to) === key,
      );
      const reading = readings.get(format);
      const needing = new Set(own.map(({ from }) => from));
      const without = group
        .map(({ id }) => id)
        .filter((id) => cut.has(id) || (silent.has(id) && !needing.has(id)));
      return {
        path: commonPath(group),
        format,
        ecosystem,
        roots: group.filter(({ firstParty }) => firstParty).map(({ id }) => id),
        components: group,
        edges: own,
        edgeCompleteness:
          reading?.edges === undefined ? ("unknown" as const) : ("complete" as const),
        ...(reading?.edges === undefined || without.length === 0 ? {} : { withoutEdges: without }),
        covers: [],
        gaps: [],
      };
    })
    .sort(
      (a, b) =>
        order.indexOf(a.format) - order.indexOf(b.format) || (a.ecosystem < b.ecosystem ? -1 : 1),
    );
}

/** The record of all of them, or the folder that has all records; `.` for the root. */
function commonPath(components: readonly Component[]): string {
  const [first = "", ...others] = new Set(components.map(({ location }) => location.path));
  if (others.length === 0) return first;
  let common = first.split("/").slice(0, -1);
  for (const path of others) {
    const parts = path.split("/");
    const end = common.findIndex((part, at) => parts[at] !== part);
    if (end >= 0) common = common.slice(0, end);
  }
  return common.length === 0 ? "." : common.join("/");
}
