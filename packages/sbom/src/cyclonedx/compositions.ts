import type { SbomDocument } from "../document.ts";

interface Composition {
  readonly aggregate: "complete" | "incomplete" | "unknown";
  readonly dependencies?: readonly string[];
}

/**
 * How complete the document is (https://cyclonedx.org/docs/1.6/json/#compositions). The document as a whole is called
 * complete only when every lockfile was read and every entry understood; a component's dependencies only when each of them
 * is there. Claims do not cascade, so every ref is listed.
 */
export function compositions(document: SbomDocument): readonly Composition[] {
  const all = [document.subject, ...document.components];
  const known = all.filter((each) => each.dependenciesKnown).map(({ ref }) => ref);
  const unknown = all.filter((each) => !each.dependenciesKnown).map(({ ref }) => ref);
  return [
    { aggregate: document.complete ? "complete" : "incomplete" },
    ...(known.length === 0 ? [] : [{ aggregate: "complete", dependencies: known.sort() } as const]),
    ...(unknown.length === 0
      ? []
      : [{ aggregate: "incomplete", dependencies: unknown.sort() } as const]),
  ];
}
