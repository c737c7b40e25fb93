import { plural, VERSION } from "@assay/core";
import { type Component, type Edge, isIncomplete, orphanHeads } from "@assay/inventory";
import type { ImageComponent, ImageInventory } from "@assay/inventory/image";
import { sbomComponent } from "../component.ts";
import { declaredLicenses } from "../declared-licenses.ts";
import { mergeEdges } from "../edges.ts";
import { withoutEdges } from "../entries.ts";
import { annotationsOf } from "../missing.ts";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { uniqueRefs } from "../refs.ts";
import { inLayers } from "./in-layers.ts";
import { operatingSystem, unidentifiedFile } from "./parts.ts";
import { type ImageSubject, imageComponent } from "./subject.ts";

/**
 * The bill of materials of an image of one platform. Its subject is the image by its digest; below it stand the operating system, every
 * package with the layers and paths that it lies in, and the programs that no record explains.
 *
 * It never claims to be complete: an image may hold what nothing in it tells of.
 *
 * @param created ISO 8601 in whole seconds.
 */
export async function imageDocument(
  image: ImageInventory,
  subject: ImageSubject,
  created: string,
): Promise<SbomDocument> {
  const { inventory, distribution, unidentified, layers } = image;
  const baseLayers = subject.base?.layers;
  const whole = imageComponent(subject, layers);
  const system = distribution && operatingSystem(distribution);
  const files = unidentified.map((file) => unidentifiedFile(file, layers, baseLayers));
  const edges = inventory.graphs.flatMap((graph) => graph.edges);
  const { components, refOf } = await packagesOf(image, baseLayers);
  refOf.set("", whole.ref);
  const others = [...(system ? [system] : []), ...files];
  const below = others.map(({ ref }) => ({ from: whole.ref, to: ref, kind: "runtime" as const }));
  const isMissing =
    unidentified.length > 0 ||
    [...inventory.skipped, ...image.skipped].some(({ kind }) => kind !== "excluded") ||
    components.some(({ parent, dependencies }) => !parent && dependencies !== "complete");
  return {
    subject: whole,
    components: [...components, ...others].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    edges: [...mergeEdges([...headEdges(image), ...edges], refOf), ...below].sort((a, b) =>
      a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1,
    ),
    completeness: isMissing ? "incomplete" : "unknown",
    annotations: [
      ...annotationsOf(inventory, "all", whole.ref, refOf),
      ...(unidentified.length === 0
        ? []
        : [
            {
              ref: whole.ref,
              text: `No record explains ${plural(unidentified.length, "executable file")}: each is a component of the type file.`,
            },
          ]),
    ],
    created,
    lifecycles: ["post-build"],
    tools: [{ name: "assay", version: VERSION }],
    authors: [],
    licenses: [],
    properties: [
      ["assay:image:files", String(image.files)],
      ["assay:image:unidentified-files", String(unidentified.length)],
      ["cdx:reproducible", "true"],
    ],
    identity: ["image", subject.repository ?? subject.name, subject.digest ?? ""].join("\n"),
  };
}

/** Every package; those of a language that a package of the system brought stand inside of that one. */
async function packagesOf({ inventory, components, parts, layers }: ImageInventory, base?: number) {
  const entries = inventory.graphs.flatMap((graph) =>
    graph.components.map((component) => ({ component, parent: "" })),
  );
  const inside = [...parts].flatMap(([parent, all]) => all.map((part) => ({ ...part, parent })));
  const gaps = inventory.graphs.flatMap((graph) => graph.gaps.filter(isIncomplete));
  const unknown = new Set<unknown>([
    ...withoutEdges(inventory, { id: "" }),
    ...inside.map(({ component }) => component.id),
  ]);
  const incomplete = new Set<unknown>(gaps.map(({ componentId }) => componentId));
  const all = [...entries, ...inside];
  const refs = uniqueRefs(all.map(({ component }) => [component]));
  const refOf = new Map(all.map(({ component }, index) => [component.id, refs[index] ?? ""]));
  const said = new Map<string, ImageComponent>([
    ...components,
    ...inside.map((part) => [part.component.id, part] as const),
  ]);
  const licenses = await declaredLicenses(all.map(({ component }) => component));
  const made = all.map(({ component, parent }): SbomComponent => {
    const { id } = component;
    const dependencies = unknown.has(id)
      ? "unknown"
      : incomplete.has(id)
        ? "incomplete"
        : "complete";
    const ref = refOf.get(id) ?? "";
    const plain = sbomComponent([component], { ref, dependencies, supplier: undefined, licenses });
    const own = said.get(id);
    const placed = own === undefined ? plain : inLayers(plain, own, layers, base);
    return parent === "" ? placed : { ...placed, parent: refOf.get(parent) };
  });
  return { components: made, refOf };
}

/** The image needs what nothing in it asks for; of a circle, the first. */
function headEdges({ inventory: { graphs } }: ImageInventory): readonly Edge[] {
  const components: readonly Component[] = graphs.flatMap((graph) => graph.components);
  const graph = {
    path: "",
    format: "",
    ecosystem: "",
    roots: [""],
    components,
    edges: graphs.flatMap(({ edges }) => edges),
    edgeCompleteness: "complete" as const,
    covers: [],
    gaps: [],
  };
  return orphanHeads(graph).map(({ component }) => ({
    from: "",
    to: component.id,
    kind: "runtime",
  }));
}
