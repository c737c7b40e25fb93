import { memorySource, type Reader, readInventory } from "@assay/inventory";
import { expect, test } from "vitest";
import { assembleDocument } from "./assemble.ts";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import { spdxDocument } from "./spdx/document.ts";

interface Relationship {
  readonly relationshipType: string;
  readonly relatedSpdxElement: string;
}

/** A list of names: no roots, no edges. */
const readList: Reader = async ({ path, text }) => [
  {
    path,
    format: "list",
    ecosystem: "toy",
    roots: [],
    components: text.split("\n").map((name, index) => ({
      id: `${path}#${name}`,
      name,
      version: "1.0.0",
      kind: "library",
      ecosystem: "toy",
      purl: `pkg:generic/${name}@1.0.0`,
      firstParty: false,
      scope: "runtime",
      artifacts: ["linux", "windows"].map((system) => ({
        hashes: [{ algorithm: "SHA-256", value: `${index}`.repeat(64) }],
        url: `https://toys.example/${name}-${system}.tgz`,
        condition: system,
      })),
      location: { path, startLine: index + 1 },
      aliases: [],
      flags: [],
    })),
    edges: [],
    edgeCompleteness: "unknown",
    covers: [],
    gaps: [],
  },
];

test("of a list without edges the documents claim no edge, no npm property, and that what is needed is not known", async () => {
  const format = { id: "list", title: "List", files: ["toys.lock"], load: async () => readList };
  const toy = { id: "toy", title: "Toys", formats: [format] };
  const source = memorySource({ "toys.lock": "ball\nbear" });
  const inventory = await readInventory(source, { ecosystems: [toy] });
  const provenance = {
    origin: undefined,
    revision: undefined,
    folder: "",
    created: "2026-01-31T12:00:00Z",
    reproducible: true,
    notices: [],
  };
  const document = await assembleDocument(inventory, provenance, "all");
  expect(document.components.map(({ ref }) => ref)).toEqual([
    "pkg:generic/ball@1.0.0",
    "pkg:generic/bear@1.0.0",
  ]);
  expect(document.edges).toEqual([]);
  const { subject, components } = document;
  const all = subject === undefined ? components : [subject, ...components];
  expect(all.map(({ dependencies }) => dependencies)).toEqual(["unknown", "unknown", "unknown"]);
  expect(document.completeness).toBe("incomplete");

  const cyclonedx = JSON.parse(new TextDecoder().decode(cycloneDxDocument(document)));
  expect(JSON.stringify(cyclonedx)).not.toContain("npm");
  expect(cyclonedx.compositions).toEqual([
    { aggregate: "incomplete" },
    { aggregate: "unknown", dependencies: all.map(({ ref }) => ref).sort() },
  ]);
  // Two archives with hashes of their own: none of them is the component's.
  expect(cyclonedx.components[1]).not.toHaveProperty("hashes");
  expect(cyclonedx.components[1].externalReferences).toMatchObject([
    { url: "https://toys.example/bear-linux.tgz", hashes: [{ content: "1".repeat(64) }] },
    { url: "https://toys.example/bear-windows.tgz" },
  ]);
  const spdx = JSON.parse(new TextDecoder().decode(spdxDocument(document)));
  const needed = (spdx.relationships as readonly Relationship[]).filter(
    ({ relationshipType }) => relationshipType === "DEPENDS_ON",
  );
  expect(needed.map(({ relatedSpdxElement }) => relatedSpdxElement)).toEqual([
    "NOASSERTION",
    "NOASSERTION",
    "NOASSERTION",
  ]);
});
