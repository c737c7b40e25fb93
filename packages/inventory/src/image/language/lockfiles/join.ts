import { addTo, plural } from "@assay/core";
import type { Component } from "../../../graph.ts";
import type { ImageComponent, ImageReading } from "../../reader.ts";
import { lockfiles } from "./reader.ts";

/**
 * Puts what lockfiles say to what is installed. A package that is both gets one purl, so that it becomes one component with both places. What
 * is locked and not installed stays where it is needed to run (it may have been built into something), and is left out where it is for
 * development or optional: an image without it is meant.
 *
 * @param readings By the ids of readers, before they are settled.
 */
export function joinLocked(
  readings: ReadonlyMap<string, ImageReading>,
): ReadonlyMap<string, ImageReading> {
  const locked = readings.get(lockfiles.id);
  if (locked === undefined || locked.components.length === 0) return readings;
  const installed = new Map<string, Set<string>>();
  const readerOf = new Map<string, string>();
  for (const [id, { components }] of readings) {
    if (id === lockfiles.id) continue;
    for (const { component } of components) {
      readerOf.set(component.ecosystem, id);
      if (component.purl !== undefined && component.version !== undefined)
        addPurl(installed, component);
    }
  }
  const asked = new Map<string, Set<string>>();
  for (const { component } of locked.components)
    if (component.purl !== undefined) addPurl(asked, component);
  const purlOf = (component: Component) => purlFor(component, installed, asked);
  const dropped = new Map<string, number>();
  const kept = locked.components.filter(({ component, places }) => {
    const { scope, firstParty } = component;
    if (scope === "runtime" || firstParty || installed.has(keyOf(component))) return true;
    const path = places[0]?.path ?? "";
    dropped.set(path, (dropped.get(path) ?? 0) + 1);
    return false;
  });
  const ids = new Set(kept.map(({ component }) => component.id));
  const edges = (locked.edges ?? []).filter(({ from, to }) => ids.has(from) && ids.has(to));
  const result = new Map(readings);
  const moved = new Map<string, ImageComponent[]>();
  // Who needs what is known within one reading: the project of a lockfile needs what is installed.
  for (const each of kept)
    addTo(moved, readerOf.get(each.component.ecosystem) ?? lockfiles.id, withPurl(each, purlOf));
  const ecosystemOf = new Map(kept.map(({ component: { id, ecosystem } }) => [id, ecosystem]));
  for (const [id, reading] of readings) {
    const own = id === lockfiles.id ? [] : reading.components;
    const theirs = moved.get(id) ?? [];
    if (theirs.length === 0 && id !== lockfiles.id) continue;
    const moves = edges.filter(
      ({ from }) => (readerOf.get(ecosystemOf.get(from) ?? "") ?? lockfiles.id) === id,
    );
    result.set(id, {
      ...reading,
      components: [...own.map((each) => withPurl(each, purlOf)), ...theirs],
      edges: [...(id === lockfiles.id ? [] : (reading.edges ?? [])), ...moves],
      ...(id === lockfiles.id ? { notices: noticesOf(dropped) } : {}),
    });
  }
  return result;
}

function keyOf({ ecosystem, name, version }: Component): string {
  return `${ecosystem} ${name.toLowerCase()}@${version}`;
}

function addPurl(purls: Map<string, Set<string>>, component: Component): void {
  const key = keyOf(component);
  const known = purls.get(key) ?? new Set();
  purls.set(key, known.add(component.purl ?? ""));
}

/** A lockfile knows the registry, where the installed record does not; the record knows the platform, where the lockfile has several. */
function purlFor(
  component: Component,
  installed: ReadonlyMap<string, ReadonlySet<string>>,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const key = keyOf(component);
  const [there, ...others] = installed.get(key) ?? [];
  const [locked, ...more] = asked.get(key) ?? [];
  if (there === undefined || locked === undefined || others.length > 0) return component.purl;
  return more.length > 0 || there.includes("?") ? there : locked;
}

function withPurl(
  each: ImageComponent,
  purlOf: (component: Component) => string | undefined,
): ImageComponent {
  const purl = purlOf(each.component);
  return purl === undefined || purl === each.component.purl
    ? each
    : { ...each, component: { ...each.component, purl } };
}

function noticesOf(dropped: ReadonlyMap<string, number>): readonly string[] {
  return [...dropped].map(
    ([path, count]) =>
      `/${path} locks ${plural(count, "package")} for development or optional use that ${count === 1 ? "is" : "are"} not installed: left out.`,
  );
}
