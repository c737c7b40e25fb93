import type { Component, Edge } from "../../graph.ts";
import type { ImageComponent, ImageEvidence, ImageFact, ImagePlace } from "../reader.ts";

/** Of a component: what is not the same for all that are found in programs. */
export type ProgramComponent = Pick<Component, "name" | "ecosystem"> & {
  readonly [K in "version" | "kind" | "purl" | "scope" | "ancestors" | "flags" | "aliases"]?:
    | Component[K]
    | undefined;
};

/** Components of all programs, each once however many programs have it. */
export interface Found {
  /** Gives the id. */
  add(
    key: string,
    component: ProgramComponent,
    at: Pick<ImagePlace, "path" | "layer" | "since">,
    evidence: ImageEvidence,
    properties?: ImageComponent["properties"],
  ): string;
  /** Its record says what it needs, be it nothing. */
  complete(id: string): void;
  edge(from: string, to: string, kind?: Edge["kind"]): void;
  components(): readonly ImageComponent[];
  readonly edges: readonly Edge[];
  withoutEdges(): readonly string[];
}

interface Entry {
  readonly component: Component;
  readonly places: ImagePlace[];
  readonly properties: Map<string, readonly [string, string]>;
}

export function createFound(): Found {
  const entries = new Map<string, Entry>();
  const edges: Edge[] = [];
  const complete = new Set<string>();
  return {
    edges,
    withoutEdges: () => [...entries.keys()].filter((id) => !complete.has(id)),
    complete: (id) => complete.add(id),
    add(id, component, { path, layer, since }, evidence, properties = []) {
      let entry = entries.get(id);
      if (entry === undefined) {
        const whole: Component = {
          id,
          kind: "library",
          firstParty: false,
          scope: "runtime",
          artifacts: [],
          location: { path },
          aliases: [],
          flags: [],
          ...withoutUndefined(component),
        };
        entry = { component: whole, places: [], properties: new Map() };
        entries.set(id, entry);
      }
      entry.places.push({ path, layer, since, evidence });
      for (const pair of properties) entry.properties.set(pair.join("="), pair);
      return id;
    },
    edge(from, to, kind = "runtime") {
      edges.push({ from, to, kind });
    },
    components: () =>
      [...entries.values()].map(({ component, places, properties }) => ({
        component,
        places,
        ...(properties.size === 0 ? {} : { properties: [...properties.values()] }),
      })),
  };
}

/** The same bytes at several paths, the first of them first. */
export type ProgramFact<F> = Pick<ImageFact<F>, "path" | "layer" | "since" | "sha256">;

function withoutUndefined({
  name,
  ecosystem,
  ...rest
}: ProgramComponent): Pick<Component, "name" | "ecosystem"> & Partial<Component> {
  const there = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { name, ecosystem, ...Object.fromEntries(there) };
}
