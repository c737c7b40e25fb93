import type { SbomComponent, SbomDocument } from "../model.ts";

/** A package with a purl of npm, and nothing that is not given. */
export function packageOf(
  given: Partial<SbomComponent> & { readonly name: string },
): SbomComponent {
  const { name, version } = given;
  const purl = `pkg:npm/${name}${version === undefined ? "" : `@${version}`}`;
  return {
    ref: given.ref ?? purl,
    type: "library",
    purl,
    authors: [],
    hashes: [],
    licenses: [],
    references: [],
    properties: [],
    places: [],
    dependencies: "unknown",
    ...given,
  };
}

/** A document that says nothing but what is given. */
export function documentWith(given: Partial<SbomDocument> = {}): SbomDocument {
  return {
    components: [],
    edges: [],
    completeness: "unknown",
    annotations: [],
    lifecycles: [],
    tools: [],
    authors: [],
    licenses: [],
    properties: [],
    identity: "",
    ...given,
  };
}
