import { describe, expect, test } from "vitest";
import { cycloneDxErrors } from "../test/cyclonedx-schema.ts";
import {
  bigLockfile,
  documentOf,
  EVERYTHING,
  HOSTILE,
  integrityOf,
  lineOf,
  lockfile,
  ORIGIN,
} from "../test/documents.ts";
import { libraryDocument } from "../test/library-document.ts";
import { stableJson } from "../test/stable-json.ts";
import { cycloneDxDocument } from "./document.ts";

type Json = Readonly<Record<string, unknown>>;
interface Bom {
  readonly serialNumber: string;
  readonly metadata: Json & { readonly component: Json };
  readonly components: readonly Json[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
  readonly compositions: readonly Json[];
}

async function bomOf(...args: Parameters<typeof documentOf>): Promise<Bom> {
  return JSON.parse(new TextDecoder().decode(cycloneDxDocument(await documentOf(...args))));
}

const component = (bom: Bom, ref: string) => bom.components.find((each) => each["bom-ref"] === ref);

describe("the official schema", () => {
  test.each([
    ["one of everything", EVERYTHING, {}],
    ["with a repository", EVERYTHING, { origin: ORIGIN }],
    ["runtime only", EVERYTHING, { scope: "runtime" as const }],
    ["several lockfiles", { ...EVERYTHING, "web/package-lock.json": lockfile({ "": {} }) }, {}],
    ["no packages", { "package-lock.json": lockfile({ "": {} }) }, {}],
    ["2,400 packages", { "package-lock.json": bigLockfile(2400) }, {}],
  ])("%s", async (_, files, options) => {
    expect(cycloneDxErrors(await bomOf(files, options))).toEqual([]);
  });

  test("the validator itself finds faults", async () => {
    const bom = await bomOf(EVERYTHING);
    const [first] = bom.components;
    expect(cycloneDxErrors({ ...bom, components: [first, first] })).not.toEqual([]);
    expect(cycloneDxErrors({ ...bom, serialNumber: "x" })).not.toEqual([]);
    expect(cycloneDxErrors({ ...bom, components: [{ type: "library" }] })).not.toEqual([]);
  });
});

describe("the text that is written directly", () => {
  test.each([
    ["one of everything", EVERYTHING, {}],
    ["with a repository", EVERYTHING, { origin: ORIGIN }],
    ["runtime only", EVERYTHING, { scope: "runtime" as const }],
    ["several lockfiles", { ...EVERYTHING, "web/package-lock.json": lockfile({ "": {} }) }, {}],
    ["no packages", { "package-lock.json": lockfile({ "": {} }) }, {}],
    ["hostile texts", HOSTILE, {}],
    ["2,400 packages", { "package-lock.json": bigLockfile(2400) }, {}],
  ])(
    "says what the CycloneDX library would, in the bytes of a writer that sorts: %s",
    async (_, files, options) => {
      const document = await documentOf(files, options);
      const text = new TextDecoder().decode(cycloneDxDocument(document));
      const { serialNumber, ...content } = JSON.parse(text);
      expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(stableJson(content)).toBe(stableJson(libraryDocument(document)));
      expect(text).toBe(stableJson(JSON.parse(text)));
    },
  );

  test("hostile texts keep to the schema", async () => {
    expect(cycloneDxErrors(await bomOf(HOSTILE))).toEqual([]);
  });

  test("has no identity evidence, which would repeat the purl in a form that not every reader knows", async () => {
    const bom = await bomOf(EVERYTHING);
    expect(bom.components.length).toBeGreaterThan(0);
    for (const { evidence } of bom.components) expect(evidence).not.toHaveProperty("identity");
  });
});

describe("components", () => {
  test("a registry package says all that the lockfile does", async () => {
    const content = Buffer.from(integrityOf("a1").slice(7), "base64").toString("hex");
    const hashes = [{ alg: "SHA-512", content }];
    expect(component(await bomOf(EVERYTHING), "pkg:npm/a@1.0.0")).toEqual({
      "bom-ref": "pkg:npm/a@1.0.0",
      type: "library",
      name: "a",
      version: "1.0.0",
      purl: "pkg:npm/a@1.0.0",
      scope: "required",
      hashes,
      licenses: [{ license: { id: "MIT", acknowledgement: "declared" } }],
      externalReferences: [
        { type: "distribution", url: "https://registry.npmjs.org/a/-/a-1.0.0.tgz", hashes },
      ],
      properties: [
        { name: "assay:hasInstallScript", value: "true" },
        { name: "cdx:npm:package:path", value: "node_modules/a" },
      ],
      evidence: {
        occurrences: [{ location: "package-lock.json", line: lineOf('    "node_modules/a": {') }],
      },
    });
  });

  test("several hashes of one package are all there", async () => {
    const a2 = component(await bomOf(EVERYTHING), "pkg:npm/a@2.0.0");
    expect(a2?.["hashes"]).toMatchObject([{ alg: "SHA-1" }, { alg: "SHA-512" }]);
  });

  test("scopes are required, optional and excluded, never optional for development", async () => {
    const files = {
      "package-lock.json": lockfile({
        "": {
          dependencies: { r: "1" },
          optionalDependencies: { o: "1" },
          devDependencies: { d: "1" },
        },
        "node_modules/r": { version: "1.0.0" },
        "node_modules/o": { version: "1.0.0" },
        "node_modules/d": { version: "1.0.0" },
      }),
    };
    const bom = await bomOf(files);
    expect(bom.components.map(({ name, scope }) => [name, scope])).toEqual([
      ["d", "excluded"],
      ["o", "optional"],
      ["r", "required"],
    ]);
    expect(bom.components[0]?.["properties"]).toContainEqual({
      name: "cdx:npm:package:development",
      value: "true",
    });
  });

  test.each([
    ["pkg:npm/a@2.0.0", [{ expression: "MIT OR Apache-2.0", acknowledgement: "declared" }]],
    [
      "pkg:npm/o@1.0.0",
      [{ license: { name: "Our own terms, see below", acknowledgement: "declared" } }],
    ],
  ])("licences of %s", async (ref, licenses) => {
    expect(component(await bomOf(EVERYTHING), ref)?.["licenses"]).toEqual(licenses);
  });

  test("an alias, a scope, a git source and an archive without a purl", async () => {
    const bom = await bomOf(EVERYTHING);
    expect(component(bom, "pkg:npm/%40s/long@1.2.3")).toMatchObject({
      group: "@s",
      name: "long",
      properties: [{ name: "assay:alias", value: "short" }, {}],
    });
    const git = bom.components.find(({ name }) => name === "g");
    expect(git?.["externalReferences"]).toMatchObject([{ type: "vcs" }]);
    expect(component(bom, "npm:tgz@1.0.0")).not.toHaveProperty("purl");
  });
});

describe("the graph", () => {
  test("one entry for every component, sorted unique targets that exist, nothing out of reach", async () => {
    const bom = await bomOf(EVERYTHING);
    const subject = String(bom.metadata.component["bom-ref"]);
    const refs = [subject, ...bom.components.map((each) => String(each["bom-ref"]))];
    expect(new Set(refs).size).toBe(refs.length);
    expect(bom.dependencies.map(({ ref }) => ref).sort()).toEqual(refs.sort());
    const reached = new Set([subject]);
    for (const ref of reached) {
      const { dependsOn = [] } = bom.dependencies.find((each) => each.ref === ref) ?? {};
      expect([...new Set(dependsOn)].sort()).toEqual(dependsOn);
      for (const target of dependsOn) reached.add(target);
    }
    expect([...reached].sort()).toEqual(refs);
  });

  test("above several projects stands the repository", async () => {
    const files = {
      "a/package-lock.json": lockfile({ "": { name: "a" } }),
      "b/package-lock.json": lockfile({ "": { name: "b" } }),
    };
    const bom = await bomOf(files, { origin: ORIGIN });
    const repository = `pkg:github/acme/app@${ORIGIN.revision}`;
    expect(bom.metadata.component).toEqual({
      "bom-ref": repository,
      type: "application",
      name: "app",
      purl: repository,
      supplier: { name: "acme", url: ["https://github.com/acme"] },
      externalReferences: [{ type: "vcs", url: "https://github.com/acme/app" }],
    });
    expect(bom.dependencies.find(({ ref }) => ref === repository)?.dependsOn).toEqual([
      `${repository}#a`,
      `${repository}#b`,
    ]);
  });
});

describe("compositions claim no more than is true", () => {
  const gap = {
    "package-lock.json": lockfile({
      "": { name: "app", dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { gone: "1" } },
    }),
  };

  test("everything understood", async () => {
    const { compositions, dependencies } = await bomOf(EVERYTHING);
    const refs = dependencies.map(({ ref }) => ref).sort();
    expect(compositions).toEqual([
      { aggregate: "complete" },
      { aggregate: "complete", dependencies: refs },
    ]);
  });

  test("a missing dependency", async () => {
    expect((await bomOf(gap)).compositions).toEqual([
      { aggregate: "incomplete" },
      { aggregate: "complete", dependencies: ["pkg:generic/app"] },
      { aggregate: "incomplete", dependencies: ["pkg:npm/a@1.0.0"] },
    ]);
  });

  test("a lockfile that is not read", async () => {
    const files = { "package-lock.json": lockfile({ "": { name: "app" } }), "Gopkg.lock": "" };
    expect((await bomOf(files)).compositions).toEqual([
      { aggregate: "incomplete" },
      { aggregate: "complete", dependencies: ["pkg:generic/app"] },
    ]);
  });

  test("development left out", async () => {
    const files = {
      "package-lock.json": lockfile({
        "": { name: "app", dependencies: { a: "1" }, devDependencies: { d: "1" } },
        "node_modules/a": { version: "1.0.0" },
        "node_modules/d": { version: "1.0.0" },
      }),
    };
    const bom = await bomOf(files, { scope: "runtime" });
    expect(bom.components.map(({ name }) => name)).toEqual(["a"]);
    expect(bom.compositions).toEqual([
      { aggregate: "incomplete" },
      { aggregate: "complete", dependencies: ["pkg:npm/a@1.0.0"] },
      { aggregate: "incomplete", dependencies: ["pkg:generic/app"] },
    ]);
  });
});
