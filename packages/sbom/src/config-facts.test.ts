import { UsageError } from "@assay/core";
import { object } from "@assay/core/schema";
import { describe, expect, test } from "vitest";
import { manufacturerOf, type SbomConfig, withConfig } from "./config-facts.ts";
import { SBOM_KEYS } from "./config-keys.ts";
import { cycloneDxDocument } from "./cyclonedx/document.ts";
import { registryOf } from "./registries.ts";
import { spdxDocument } from "./spdx/document.ts";
import { cycloneDxErrors } from "./test/cyclonedx-schema.ts";
import { documentOf, lockfile, ORIGIN } from "./test/documents.ts";

const FILES = {
  "package-lock.json": lockfile({
    "": { name: "app", version: "1.0.0", dependencies: { a: "1", "@acme/b": "1" } },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/@acme/b": { version: "2.0.0" },
  }),
};
const ACME = { name: "Acme", url: "https://acme.example", email: "sbom@acme.example" };

async function documentWith(config: SbomConfig) {
  expect(object(SBOM_KEYS).check(config).issues).toBeUndefined();
  const options = { origin: ORIGIN, manufacturer: manufacturerOf(config) };
  return withConfig(await documentOf(FILES, options), config);
}

const suppliers = async (config: SbomConfig) => {
  const { subject, components } = await documentWith(config);
  return [subject, ...components].map((each) => `${each?.name}: ${each?.supplier?.name}`);
};

describe("who supplies what", () => {
  test("without a word nobody but the owner of the repository", async () => {
    expect(await suppliers({})).toEqual(["app: acme", "b: undefined", "a: undefined"]);
  });

  test("by package, the first that fits; the manufacturer supplies what is first-party", async () => {
    const supplier = [
      { package: "@acme/*@1", name: "never" },
      { package: "pkg:npm/%40acme/*", name: "Acme" },
      { package: "*", name: "Others" },
    ];
    expect(await suppliers({ manufacturer: ACME, supplier })).toEqual([
      "app: Acme",
      "b: Acme",
      "a: Others",
    ]);
  });

  test("the registry that distributes it, where that is asked for", async () => {
    expect(await suppliers({ supplier: "registry" })).toEqual([
      "app: acme",
      "b: npm registry",
      "a: npm registry",
    ]);
  });

  test.each([
    ["pkg:npm/a@1", "npm registry"],
    ["pkg:npm/a@1?repository_url=https://npm.acme.example/x", "npm.acme.example"],
    ["pkg:npm/a@1?vcs_url=git%2Bssh://git%40git.example/o/a.git", "git.example"],
    ["pkg:swift/github.com/apple/swift-log@1", "github.com"],
    ["pkg:golang/golang.org/x/text@v0.1.0", "Go module mirror"],
    ["pkg:generic/a@1", undefined],
    [undefined, undefined],
  ])("%s is distributed by %s", async (purl, expected) => {
    const { components } = await documentOf(FILES);
    const [first] = components;
    if (first === undefined) throw new TypeError("there are components");
    expect(registryOf({ ...first, purl })?.name).toBe(expected);
  });

  test.each([
    [{ supplier: [{ package: "pkg:npm", name: "x" }] }, "sbom.supplier[0].package"],
    [{ license: "my own" }, "sbom.license is no SPDX expression"],
  ])("what can't be read is refused: %j", async (config, message) => {
    await expect(documentWith(config)).rejects.toThrow(UsageError);
    await expect(documentWith(config)).rejects.toThrow(message);
  });
});

test("authors, manufacturer and licence of the documents stand in each format", async () => {
  const document = await documentWith({
    authors: [{ name: "Release team", email: "release@acme.example" }],
    manufacturer: ACME,
    license: "CC0-1.0",
  });
  const cyclonedx = JSON.parse(new TextDecoder().decode(cycloneDxDocument(document)));
  expect(cycloneDxErrors(cyclonedx)).toEqual([]);
  const organization = {
    contact: [{ email: "sbom@acme.example" }],
    name: "Acme",
    url: ["https://acme.example"],
  };
  expect(cyclonedx.metadata).toMatchObject({
    authors: [{ email: "release@acme.example", name: "Release team" }],
    component: { manufacturer: organization, supplier: organization },
    licenses: [{ license: { id: "CC0-1.0" } }],
    manufacturer: organization,
    supplier: organization,
  });
  const spdx = JSON.parse(new TextDecoder().decode(spdxDocument(document)));
  expect(spdx.creationInfo.creators.slice(1)).toEqual([
    "Person: Release team (release@acme.example)",
    "Organization: Acme (sbom@acme.example)",
  ]);
  expect(spdx.packages[0].originator).toBe("Organization: Acme (sbom@acme.example)");
});
