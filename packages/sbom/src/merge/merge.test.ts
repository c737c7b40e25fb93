import { VERSION } from "@assay/core";
import { cleanUp, fuzzRuns, temporaryFolder, writeFiles } from "@assay/testkit";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { compareDocuments } from "../diff/compare.ts";
import type { SbomComponent, SbomDocument } from "../model.ts";
import { readDocument } from "../read/document.ts";
import { anyDocument } from "../test/arbitrary.ts";
import { documentWith, packageOf } from "../test/model.ts";
import { validateDocument } from "../validate/document.ts";
import { writeDocuments } from "../writers.ts";
import { runMerge } from "./check.ts";
import { mergeDocuments } from "./merge.ts";

afterEach(cleanUp);

const app = (name: string) =>
  packageOf({ name, version: "1.0.0", type: "application", dependencies: "complete" });
const edge = (
  from: SbomComponent,
  to: SbomComponent,
  kind: "runtime" | "development" = "runtime",
) => ({ from: from.ref, to: to.ref, kind });
const sha = (digits: string) => [{ algorithm: "SHA-256", value: digits.repeat(32) }];
const flat = { mode: "flat", name: "product", version: "2" } as const;
const deep = { ...flat, mode: "hierarchical" } as const;

test("packages whose archives have other hashes stay two, whichever of them the documents name", () => {
  const at = (digits: string) =>
    packageOf({
      name: "a",
      version: "1.0.0",
      references: [{ type: "distribution", url: "https://x.org/a.whl", hashes: sha(digits) }],
    });
  const parts = ["aa", "bb"].map((digits) => ({
    name: digits,
    document: documentWith({ subject: app(digits), components: [at(digits)] }),
  }));
  const { document, conflicts } = mergeDocuments(parts, flat);
  expect(document.components.map(({ ref }) => ref)).toEqual([
    "pkg:npm/a@1.0.0",
    "pkg:npm/a@1.0.0|2",
    "pkg:npm/aa@1.0.0",
    "pkg:npm/bb@1.0.0",
  ]);
  expect(conflicts).toEqual([
    {
      component: "a@1.0.0",
      field: "hashes (both stay)",
      kept: "SHA-256 of https://x.org/a.whl aaaaaaaaaaaaaaaa…",
      other: "SHA-256 of https://x.org/a.whl bbbbbbbbbbbbbbbb…",
    },
  ]);
});

describe("flat", () => {
  const [web, api] = [app("web"), app("api")];
  const shared = packageOf({
    name: "shared",
    version: "1.0.0",
    scope: "development",
    hashes: sha("aa"),
    dependencies: "incomplete",
  });
  const left = packageOf({ name: "left", version: "1.0.0" });
  const one = documentWith({
    subject: web,
    components: [shared, left],
    edges: [edge(web, shared, "development"), edge(shared, left)],
    completeness: "complete",
    created: "2026-01-31T12:00:00Z",
    tools: [{ name: "t", version: "1" }],
    licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
    identity: "one",
  });
  const again = packageOf({
    name: "shared",
    version: "1.0.0",
    scope: "runtime",
    description: "Shared",
    dependencies: "complete",
    licenses: [{ acknowledgement: "declared", statement: { kind: "id", id: "MIT" } }],
  });
  const two = documentWith({
    subject: api,
    components: [again],
    edges: [edge(api, again)],
    completeness: "complete",
    created: "2026-02-28T12:00:00Z",
    tools: [{ name: "t", version: "1" }],
    licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
    identity: "two",
  });

  test("equal packages become one, with everything that is said of them", () => {
    const { document, conflicts } = mergeDocuments(
      [
        { name: "one", document: one },
        { name: "two", document: two },
      ],
      flat,
    );
    expect(conflicts).toEqual([]);
    expect(document).toEqual({
      subject: { ...app("product"), ref: "product@2", purl: undefined, version: "2" },
      components: [
        api,
        left,
        {
          ...shared,
          scope: "runtime",
          description: "Shared",
          dependencies: "complete",
          licenses: [{ acknowledgement: "declared", statement: { kind: "id", id: "MIT" } }],
        },
        web,
      ],
      edges: [
        { from: "pkg:npm/api@1.0.0", to: "pkg:npm/shared@1.0.0", kind: "runtime" },
        { from: "pkg:npm/shared@1.0.0", to: "pkg:npm/left@1.0.0", kind: "runtime" },
        { from: "pkg:npm/web@1.0.0", to: "pkg:npm/shared@1.0.0", kind: "development" },
        { from: "product@2", to: "pkg:npm/api@1.0.0", kind: "runtime" },
        { from: "product@2", to: "pkg:npm/web@1.0.0", kind: "runtime" },
      ],
      completeness: "complete",
      annotations: [],
      created: "2026-02-28T12:00:00Z",
      lifecycles: [],
      tools: [
        { name: "assay", version: VERSION },
        { name: "t", version: "1" },
      ],
      authors: [],
      licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
      properties: [],
      identity: "product\n2\none\ntwo",
    });
  });

  test("one purl with two hashes is two packages, and said", () => {
    const other = documentWith({
      components: [packageOf({ name: "shared", version: "1.0.0", hashes: sha("bb") })],
    });
    const { document, conflicts } = mergeDocuments(
      [
        { name: "one", document: one },
        { name: "bb.json", document: other },
      ],
      flat,
    );
    const found = document.components.filter(({ name }) => name === "shared");
    expect(found.map(({ ref, hashes }) => [ref, hashes[0]?.value.slice(0, 2)])).toEqual([
      ["pkg:npm/shared@1.0.0", "aa"],
      ["pkg:npm/shared@1.0.0|2", "bb"],
    ]);
    expect(conflicts).toEqual([
      {
        component: "shared@1.0.0",
        field: "hashes (both stay)",
        kept: "SHA-256 aaaaaaaaaaaaaaaa…",
        other: "SHA-256 bbbbbbbbbbbbbbbb…",
      },
    ]);
    expect(document.edges).toContainEqual({
      from: "bb.json",
      to: "pkg:npm/shared@1.0.0|2",
      kind: "runtime",
    });
  });

  test("what is said differently is listed, and the first counts", () => {
    const license = (id: string) =>
      [{ acknowledgement: "declared", statement: { kind: "id", id } }] as const;
    const said = (supplier: string, id: string) =>
      documentWith({
        components: [
          packageOf({
            name: "a",
            version: "1",
            licenses: license(id),
            supplier: { name: supplier, urls: [], contacts: [] },
          }),
        ],
      });
    const { document, conflicts } = mergeDocuments(
      [
        { name: "one", document: said("S", "MIT") },
        { name: "two", document: said("T", "ISC") },
      ],
      flat,
    );
    expect(document.components.find(({ name }) => name === "a")).toMatchObject({
      supplier: { name: "S" },
      licenses: license("MIT"),
    });
    expect(
      conflicts.map(({ component, field, kept, other }) => [component, field, kept, other]),
    ).toEqual([
      [
        "a@1",
        "supplier",
        '{"name":"S","urls":[],"contacts":[]}',
        '{"name":"T","urls":[],"contacts":[]}',
      ],
      ["a@1", "licence (declared)", "mit", "isc"],
    ]);
  });

  test("parts of different packages stay apart", () => {
    const jar = (name: string) => packageOf({ name, version: "1" });
    const part = (parent: SbomComponent, ref: string) =>
      packageOf({ name: "shaded", version: "1", ref, parent: parent.ref });
    const [x, y] = [jar("x"), jar("y")];
    const document = (components: readonly SbomComponent[]) => documentWith({ components });
    const merged = mergeDocuments(
      [
        { name: "one", document: document([part(x, "shaded"), x]) },
        { name: "two", document: document([part(y, "shaded"), y]) },
        { name: "three", document: document([part(x, "s"), x]) },
      ],
      flat,
    ).document;
    expect(
      merged.components
        .filter(({ name }) => name === "shaded")
        .map(({ ref, parent }) => [ref, parent]),
    ).toEqual([
      ["shaded", "pkg:npm/x@1"],
      ["shaded|2", "pkg:npm/y@1"],
    ]);
  });

  test("a hundred thousand of one purl are united in linear time", () => {
    const many = Array.from({ length: 100_000 }, (_, index) =>
      packageOf({ name: "a", version: "1", ref: String(index) }),
    );
    const { document } = mergeDocuments(
      [
        { name: "one", document: documentWith({ components: many }) },
        { name: "two", document: documentWith() },
      ],
      flat,
    );
    expect(document.components.filter(({ name }) => name === "a")).toHaveLength(1);
  });
});

/** A document is told by what its packages are, and not by what they are called. */
const packagesOf = ({ components }: SbomDocument) =>
  components
    .map(({ purl, type, group, name, version, hashes }) =>
      JSON.stringify([purl, type, group, name, version, hashes]),
    )
    .sort();

describe("properties", () => {
  test("flat: every package and dependency of each document is there, and no other", () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { minLength: 2, maxLength: 3 }), (documents) => {
        const parts = documents.map((document, index) => ({ name: `d${index}`, document }));
        const { document } = mergeDocuments(parts, flat);
        const key = ({ purl, type, group, name, version }: SbomComponent) =>
          purl ?? JSON.stringify([type, group, name, version]);
        const keys = (list: readonly SbomComponent[]) => new Set(list.map(key));
        const given = documents.flatMap(({ subject, components }, index) => [
          subject ?? packageOf({ name: `d${index}`, type: "application", purl: undefined }),
          ...components,
        ]);
        expect(keys(document.components)).toEqual(keys(given));
        const merged = new Map(
          [document.subject, ...document.components].flatMap((each) =>
            each ? [[each.ref, each]] : [],
          ),
        );
        expect(merged.size).toBe(document.components.length + 1);
        for (const { from, to } of document.edges)
          expect([merged.has(from), merged.has(to)]).toEqual([true, true]);
        for (const { parent } of document.components)
          if (parent !== undefined) expect(merged.has(parent)).toBe(true);
      }),
      fuzzRuns(200),
    );
  });

  test("flat: a document merged with itself has its own packages", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const part = { name: "d", document };
        const once = mergeDocuments([part], flat).document;
        const twice = mergeDocuments([part, part], flat).document;
        expect(compareDocuments(once, twice)).toEqual([]);
        expect(twice.components.length).toBe(once.components.length);
        expect(twice.edges).toEqual(once.edges);
      }),
      fuzzRuns(200),
    );
  });

  test("hierarchical: what was merged can be taken apart again", () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { minLength: 2, maxLength: 3 }), (documents) => {
        const parts = documents.map((document, index) => ({ name: `d${index}`, document }));
        const { document, conflicts } = mergeDocuments(parts, deep);
        expect(conflicts).toEqual([]);
        const below = (ref: string): readonly SbomComponent[] =>
          document.components
            .filter(({ parent }) => parent === ref)
            .flatMap((each) => [each, ...below(each.ref)]);
        const heads = document.components.filter(({ parent }) => parent === undefined);
        expect(heads).toHaveLength(documents.length);
        const split = heads.map((head) => {
          const components = below(head.ref);
          const own = new Set([head.ref, ...components.map(({ ref }) => ref)]);
          return {
            packages: packagesOf(documentWith({ components })),
            edges: document.edges.filter(({ from, to }) => own.has(from) && own.has(to)).length,
          };
        });
        const given = documents.map((each) => {
          const asked = new Set(each.edges.map(({ to }) => to));
          const open = each.components.filter(
            ({ ref, parent }) => parent === undefined && !asked.has(ref),
          ).length;
          return {
            packages: packagesOf(each),
            edges: each.edges.length + (each.subject === undefined ? open : 0),
          };
        });
        const sorted = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort();
        expect(sorted(split)).toEqual(sorted(given));
      }),
      fuzzRuns(200),
    );
  });

  test.each(["flat", "hierarchical"] as const)(
    "%s: the document is valid and is read back whole",
    async (mode) => {
      await fc.assert(
        fc.asyncProperty(anyDocument, anyDocument, async (one, two) => {
          const { document } = mergeDocuments(
            [
              { name: "one", document: one },
              { name: "two", document: two },
            ],
            { ...flat, mode },
          );
          for (const { name, bytes } of await writeDocuments(document, [
            "cyclonedx-1.6",
            "spdx-2.3",
          ])) {
            expect((await validateDocument(name, bytes)).problems).toEqual([]);
            expect((await readDocument(name, bytes)).document.components).toHaveLength(
              document.components.length,
            );
          }
        }),
        fuzzRuns(40),
      );
    },
  );
});

test("the run reads each file and says what is different and what is lost", async () => {
  const root = await temporaryFolder();
  const bom = (version: string, description: string) =>
    JSON.stringify({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata: { component: { "bom-ref": version, type: "application", name: `app-${version}` } },
      services: [{ name: "s" }],
      components: [
        {
          "bom-ref": "a",
          type: "library",
          name: "a",
          version: "1",
          purl: "pkg:npm/a@1",
          description,
        },
      ],
    });
  await writeFiles(root, { "one.json": bom("1", "x"), "two.json": bom("2", "y") });
  const options = {
    files: ["one.json", "two.json"],
    formats: ["cyclonedx-1.6"],
    mode: "flat",
    name: "p",
  } as const;
  const { artifacts, tables, notices, coverage } = await runMerge({ root }, options);
  expect(artifacts.map(({ name }) => name)).toEqual(["sbom.cdx.json"]);
  expect(coverage.summary).toBe("2 documents with 2 components became one with 3 components");
  expect(notices).toEqual([]);
  expect(tables?.map(({ title }) => title)).toEqual([
    "What the documents say differently of 1 package",
    "2 fields not carried over as they were",
  ]);
  expect(tables?.map(({ rows }) => rows)).toEqual([
    [["a@1", "description", "x", "y"]],
    [
      ["services[]", "1", "reading one.json"],
      ["services[]", "1", "reading two.json"],
    ],
  ]);
});

test("one document is nothing to merge", async () => {
  const root = await temporaryFolder();
  const run = runMerge({ root }, { files: ["a"], formats: ["spdx-2.3"], ...flat });
  await expect(run).rejects.toThrow("1 document is given; at least two can be merged");
});
