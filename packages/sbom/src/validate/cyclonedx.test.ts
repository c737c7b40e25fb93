import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { changed, type Path } from "@assay/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cycloneDxDocument } from "../cyclonedx/document.ts";
import { cycloneDxErrors } from "../test/cyclonedx-schema.ts";
import { documentOf, EVERYTHING, HOSTILE, ORIGIN } from "../test/documents.ts";
import { CYCLONEDX_VERSIONS, cycloneDxProblems } from "./cyclonedx.ts";

type Fields = Record<string, unknown>;

const bomOf = async (files: Readonly<Record<string, string>>): Promise<Fields> =>
  JSON.parse(
    new TextDecoder().decode(cycloneDxDocument(await documentOf(files, { origin: ORIGIN }))),
  );

describe("against the official schema, as ajv understands it", () => {
  test.each([
    ["everything", EVERYTHING],
    ["hostile", HOSTILE],
  ])("%s is valid", async (_, files) => {
    expect(await cycloneDxProblems(await bomOf(files), "1.6")).toEqual([]);
  });

  test("any change is judged the same", async () => {
    const bom = await bomOf(EVERYTHING);
    const places = pathsOf(bom);
    const values = fc.constantFrom<unknown>(
      ...[
        null,
        true,
        1,
        -1,
        1.5,
        "",
        "x",
        "2026-01-31T12:00:00Z",
        "http://a b",
        [],
        {},
        ["x", "x"],
      ],
      ...[
        { name: "x" },
        { license: { id: "MIT" } },
        { expression: "MIT" },
        [{ ref: "x" }],
        undefined,
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(places.length - 1), values, fc.string(), async (at, value, name) => {
        const path = places[at] ?? [];
        const target = at % 3 === 0 && path.length > 0 ? [...path.slice(0, -1), name] : path;
        const broken =
          target.length === 0
            ? value
            : JSON.parse(JSON.stringify(changed(bom, target, () => value)));
        if (!isObject(broken)) return;
        const problems = await cycloneDxProblems(broken, "1.6");
        const errors = cycloneDxErrors(broken);
        expect(problems.length > 0, JSON.stringify({ target, value, problems, errors })).toBe(
          errors.length > 0,
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe("a signature is judged as ajv judges it", () => {
  const publicKey = { kty: "EC", crv: "P-256", x: "AA", y: "AA" };
  const signer = { algorithm: "ES256", value: "AA", publicKey };
  test.each<[unknown, boolean]>([
    [signer, true],
    [{ ...signer, algorithm: "https://acme.example/own" }, true],
    [{ ...signer, algorithm: "own" }, false],
    [{ ...signer, algorithm: "urn:a b" }, false],
    [{ ...signer, algorithm: 1 }, false],
    [{ algorithm: "ES256" }, false],
    [{ ...signer, publicKey: { kty: "OKP", crv: "Ed25519", x: "AA" } }, true],
    [{ ...signer, publicKey: { kty: "RSA", n: "AA", e: "AQAB" } }, true],
    [{ ...signer, publicKey: { ...publicKey, d: "AA" } }, false],
    [{ ...signer, certificatePath: ["AA"], keyId: "k", excludes: ["x"] }, true],
    [{ ...signer, extensions: ["x"] }, false],
    [{ signers: [signer, signer] }, true],
    [{ chain: [signer] }, true],
    [{ chain: [signer], signers: [signer] }, false],
    [{}, false],
    ["x", false],
  ])("%j: %s", async (signature, isValid) => {
    for (const version of ["1.6", "1.7"] as const) {
      const bom = { bomFormat: "CycloneDX", specVersion: version, signature };
      expect(cycloneDxErrors(bom, version).length === 0).toBe(isValid);
      expect((await cycloneDxProblems(bom, version)).length === 0).toBe(isValid);
    }
  });
});

test.each(CYCLONEDX_VERSIONS)(
  "a small document of version %s is valid, and not with a fault",
  async (version) => {
    const bom = {
      bomFormat: "CycloneDX",
      specVersion: version,
      version: 1,
      components: [{ type: "library", name: "a", version: "1" }],
    };
    expect(await cycloneDxProblems(bom, version)).toEqual([]);
    const broken = { ...bom, components: [{ type: "librari", name: "a", version: "1" }] };
    expect(await cycloneDxProblems(broken, version)).toMatchObject([
      { path: ["components", 0, "type"], message: expect.stringContaining('it is "librari"') },
    ]);
  },
);

test("nested deeper than anybody writes: a problem, and no crash", async () => {
  let component: Fields = { type: "library", name: "a" };
  for (let depth = 0; depth < 5000; depth++)
    component = { type: "library", name: "a", components: [component] };
  const bom = { bomFormat: "CycloneDX", specVersion: "1.6", components: [component] };
  const problems = await cycloneDxProblems(bom, "1.6");
  expect(problems.map(({ message }) => message).join()).toContain("nested more than");
});

test("the schemas are those of the library", () => {
  const library = createRequire(import.meta.url).resolve(
    "@cyclonedx/cyclonedx-library/package.json",
  );
  const official = JSON.parse(
    readFileSync(join(dirname(library), "res/schema/bom-1.6.SNAPSHOT.schema.json"), "utf8"),
  );
  const ours = JSON.parse(readFileSync(new URL("./schemas/bom-1.6.json", import.meta.url), "utf8"));
  expect(Object.keys(ours.definitions)).toEqual(Object.keys(official.definitions));
  expect(ours.required).toEqual(official.required);
});

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}
