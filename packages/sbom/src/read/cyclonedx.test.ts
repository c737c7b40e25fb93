import { describe, expect, test } from "vitest";
import { cycloneDxDocument } from "../cyclonedx/document.ts";
import { cycloneDxXmlDocument } from "../cyclonedx/xml.ts";
import { documentOf, EVERYTHING, ORIGIN } from "../test/documents.ts";
import { read, unreadIn } from "../test/read.ts";

const bom = (rest: object, specVersion = "1.6") => ({
  bomFormat: "CycloneDX",
  specVersion,
  version: 1,
  ...rest,
});

test("a document with one of everything", async () => {
  const result = await read(
    bom({
      serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
      metadata: {
        timestamp: "2026-01-31T13:00:00.5+01:00",
        lifecycles: [{ phase: "build" }],
        tools: { components: [{ type: "application", name: "maker", version: "2" }] },
        authors: [{ name: "Ann", email: "ann@x.org", phone: "1" }],
        manufacturer: {
          name: "Acme",
          url: ["https://acme.org"],
          contact: [{ email: "a@acme.org" }],
        },
        supplier: { name: "Shop" },
        component: { "bom-ref": "app", type: "application", name: "app", version: "1" },
        licenses: [{ license: { id: "CC0-1.0" } }],
        properties: [{ name: "a", value: "1" }],
      },
      components: [
        {
          "bom-ref": "b",
          type: "library",
          group: "@s",
          name: "b",
          version: "2.0.0",
          description: "Does b",
          scope: "excluded",
          purl: "pkg:npm/%40s/b@2.0.0",
          cpe: "cpe:2.3:a:s:b:2.0.0:*:*:*:*:*:*:*",
          supplier: { name: "S" },
          authors: [{ name: "Bob" }],
          publisher: "P",
          copyright: "(c) S",
          hashes: [{ alg: "SHA-256", content: "AB".repeat(32) }],
          licenses: [
            { license: { id: "MIT", acknowledgement: "concluded" } },
            {
              license: {
                name: "Own",
                text: { content: "T3du", encoding: "base64" },
                url: "https://s.org/l",
              },
            },
          ],
          externalReferences: [
            {
              type: "vcs",
              url: "https://s.org/b.git",
              comment: "here",
              hashes: [{ alg: "MD5", content: "00".repeat(16) }],
            },
          ],
          pedigree: {
            ancestors: [{ type: "library", name: "a", version: "1", purl: "pkg:npm/a@1" }],
            patches: [{ type: "unofficial", diff: { url: "patches/b.patch" } }],
            notes: "patched",
          },
          properties: [
            { name: "z", value: "1" },
            { name: "a", value: "2" },
          ],
          evidence: { occurrences: [{ location: "package-lock.json", line: 7 }] },
          components: [{ "bom-ref": "part", type: "file", name: "part.js" }],
        },
        {
          "bom-ref": "a",
          type: "library",
          name: "a",
          licenses: [{ expression: "(MIT OR Apache-2.0)", acknowledgement: "declared" }],
        },
      ],
      dependencies: [{ ref: "app", dependsOn: ["b", "a"] }, { ref: "a" }],
      compositions: [
        { aggregate: "incomplete" },
        { aggregate: "complete", dependencies: ["app", "a"] },
        { aggregate: "incomplete_third_party_only", dependencies: ["b"] },
      ],
      annotations: [
        {
          subjects: ["b"],
          annotator: { individual: { name: "Ann" } },
          timestamp: "2026-01-31T13:00:00.5+01:00",
          text: "one is missing",
        },
      ],
    }),
  );
  const nothing = {
    authors: [],
    hashes: [],
    licenses: [],
    references: [],
    properties: [],
    places: [],
  };
  expect(result.document).toEqual({
    subject: {
      ref: "app",
      type: "application",
      name: "app",
      version: "1",
      ...nothing,
      dependencies: "complete",
    },
    components: [
      {
        ...nothing,
        ref: "a",
        type: "library",
        name: "a",
        licenses: [
          {
            acknowledgement: "declared",
            statement: { kind: "expression", text: "MIT OR Apache-2.0", references: [] },
          },
        ],
        dependencies: "complete",
      },
      {
        ref: "b",
        type: "library",
        group: "@s",
        name: "b",
        version: "2.0.0",
        description: "Does b",
        scope: "development",
        purl: "pkg:npm/%40s/b@2.0.0",
        cpe: "cpe:2.3:a:s:b:2.0.0:*:*:*:*:*:*:*",
        supplier: { name: "S", urls: [], contacts: [] },
        authors: [{ name: "Bob" }],
        publisher: "P",
        copyright: "(c) S",
        hashes: [{ algorithm: "SHA-256", value: "ab".repeat(32) }],
        licenses: [
          { acknowledgement: "concluded", statement: { kind: "id", id: "MIT" } },
          { statement: { kind: "name", name: "Own" }, text: "Own", url: "https://s.org/l" },
        ],
        references: [
          {
            type: "vcs",
            url: "https://s.org/b.git",
            comment: "here",
            hashes: [{ algorithm: "MD5", value: "00".repeat(16) }],
          },
        ],
        pedigree: {
          patches: ["patches/b.patch"],
          ancestors: [{ name: "a", version: "1", purl: "pkg:npm/a@1" }],
          notes: "patched",
        },
        properties: [
          ["a", "2"],
          ["z", "1"],
        ],
        places: [{ path: "package-lock.json", line: 7 }],
        dependencies: "incomplete",
      },
      {
        ref: "part",
        type: "file",
        name: "part.js",
        ...nothing,
        parent: "b",
        dependencies: "unknown",
      },
    ],
    edges: [
      { from: "app", to: "a", kind: "runtime" },
      { from: "app", to: "b", kind: "development" },
    ],
    completeness: "incomplete",
    annotations: [{ ref: "b", text: "one is missing" }],
    created: "2026-01-31T12:00:00Z",
    lifecycles: ["build"],
    tools: [{ name: "maker", version: "2" }],
    authors: [{ name: "Ann", email: "ann@x.org", phone: "1" }],
    manufacturer: { name: "Acme", urls: ["https://acme.org"], contacts: [{ email: "a@acme.org" }] },
    supplier: { name: "Shop", urls: [], contacts: [] },
    licenses: [{ statement: { kind: "id", id: "CC0-1.0" } }],
    properties: [["a", "1"]],
    identity: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
    serial: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  });
  expect(unreadIn(result)).toEqual([
    "annotations[].annotator ×1",
    "compositions[].aggregate (incomplete_third_party_only) ×1",
  ]);
});

test("the older words of 1.2 to 1.5 are read", async () => {
  const result = await read(
    bom(
      {
        metadata: {
          tools: [{ vendor: "V", name: "t", version: "1" }],
          manufacture: { name: "M" },
        },
        components: [{ type: "library", name: "a", version: "1", author: "Ann" }],
      },
      "1.2",
    ),
  );
  const { tools, manufacturer, components } = result.document;
  expect({ tools, manufacturer }).toEqual({
    tools: [{ name: "t", version: "1" }],
    manufacturer: { name: "M", urls: [], contacts: [] },
  });
  expect(components.map(({ ref, authors }) => ({ ref, authors }))).toEqual([
    { ref: "a@1", authors: [{ name: "Ann" }] },
  ]);
  expect(unreadIn(result)).toEqual(["metadata.tools[].vendor ×1"]);
});

describe("nothing is left out without a word", () => {
  test("fields that the model has no place for, and those of a wrong shape", async () => {
    const result = await read(
      bom({
        services: [{ name: "s" }, { name: "t" }],
        vulnerabilities: [{ id: "CVE-1" }],
        components: [
          {
            type: "library",
            name: "a",
            version: 1,
            tags: ["x"],
            evidence: { identity: [{}], callstack: { frames: [{}] } },
          },
          "b",
        ],
        empty: [],
      }),
    );
    expect(unreadIn(result)).toEqual([
      "components[] ×1",
      "components[].evidence.callstack ×1",
      "components[].evidence.identity[] ×1",
      "components[].tags[] ×1",
      "components[].version ×1",
      "services[] ×2",
      "vulnerabilities[] ×1",
    ]);
  });

  test("a bom-ref that is given twice, and dependencies that lead nowhere", async () => {
    const result = await read(
      bom({
        components: [
          { "bom-ref": "a", type: "library", name: "a" },
          { "bom-ref": "a", type: "library", name: "other" },
        ],
        dependencies: [{ ref: "a", dependsOn: ["gone", "urn:cdx:other"], provides: ["x"] }],
        compositions: [{ aggregate: "complete", assemblies: ["a"] }],
      }),
    );
    expect(result.document.components.map(({ name }) => name)).toEqual(["a"]);
    expect(result.document).toMatchObject({ edges: [], completeness: "unknown" });
    expect(unreadIn(result)).toEqual([
      "components[] (its bom-ref is given a second time) ×1",
      "compositions[].assemblies[] ×1",
      "dependencies[].dependsOn[] (leads nowhere) ×2",
      "dependencies[].provides[] ×1",
    ]);
  });
});

test("what has no bom-ref gets one of its own", async () => {
  const { document } = await read(
    bom({
      components: [
        { type: "library", name: "a", purl: "pkg:npm/a@1" },
        { type: "library", name: "a", purl: "pkg:npm/a@1" },
        { type: "library", name: "a", group: "g" },
        { type: "library" },
      ],
    }),
  );
  expect(document.components.map(({ ref }) => ref)).toEqual([
    "g/a",
    "pkg:npm/a@1",
    "pkg:npm/a@1|2",
    "|2",
  ]);
});

test("components nested too deeply are refused, and a hundred thousand of one name are read in linear time", async () => {
  let nested: object = { type: "library", name: "x" };
  for (let depth = 0; depth < 150; depth++)
    nested = { type: "library", name: "x", components: [nested] };
  await expect(read(bom({ components: [nested] }))).rejects.toThrow("more than 50 levels deep");
  const many = Array.from({ length: 100_000 }, () => ({ type: "library", name: "x" }));
  const { document } = await read(bom({ components: many }));
  expect(document.components).toHaveLength(100_000);
});

test("keys such as __proto__ are fields like any other", async () => {
  const result = await read(
    '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"__proto__":{"x":1},"components":[{"name":"a","type":"library","constructor":1}]}',
  );
  expect(unreadIn(result)).toEqual(["__proto__ ×1", "components[].constructor ×1"]);
});

test("our own documents are read whole, as JSON and as XML", async () => {
  const document = await documentOf(EVERYTHING, { origin: ORIGIN });
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const json = await read(decode(cycloneDxDocument(document)));
  const xml = await read(decode(cycloneDxXmlDocument(document)));
  expect([unreadIn(json), unreadIn(xml)]).toEqual([[], []]);
  const { serial: _serial, identity: _identity, ...said } = json.document;
  expect(xml.document).toMatchObject(JSON.parse(JSON.stringify(said)));
  const { identity: _own, edges, ...given } = document;
  expect(said).toMatchObject(JSON.parse(JSON.stringify(given)));
  expect(said.edges.map(({ from, to }) => [from, to])).toEqual(
    edges.map(({ from, to }) => [from, to]),
  );
});
