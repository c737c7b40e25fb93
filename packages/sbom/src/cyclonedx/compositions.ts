import type { Completeness, SbomDocument } from "../model.ts";

interface Composition {
  readonly aggregate: Completeness;
  readonly dependencies?: readonly string[];
}

/**
 * How complete the document is (https://cyclonedx.org/docs/1.6/json/#compositions). The document as a whole is called
 * complete only when every lockfile was read and every entry understood; a component's dependencies only when each of them
 * is there, and unknown where the source says nothing of them. Claims do not cascade, so every ref is listed.
 */
export function compositions({
  subject,
  components,
  completeness,
}: SbomDocument): readonly Composition[] {
  const all = subject === undefined ? components : [subject, ...components];
  const refs = (aggregate: Completeness) =>
    all.filter(({ dependencies }) => dependencies === aggregate).map(({ ref }) => ref);
  const claims = (["complete", "incomplete", "unknown"] as const).map((aggregate) => ({
    aggregate,
    dependencies: refs(aggregate).sort(),
  }));
  return [
    { aggregate: completeness },
    ...claims.filter(({ dependencies }) => dependencies.length > 0),
  ];
}
