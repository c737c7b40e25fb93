import { cleanUp, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterEach, describe, expect, test } from "vitest";
import { runScore } from "./check.ts";
import type { Profile } from "./profiles.ts";
import type { Score } from "./score.ts";

afterEach(cleanUp);

const SHA512 = [{ alg: "SHA-512", content: "ab".repeat(64) }];
const supplier = { name: "S", url: ["https://s.org"], contact: [{ email: "a@s.org" }] };

const component = (name: string) => ({
  "bom-ref": name,
  type: "library",
  name,
  version: "1.0.0",
  purl: `pkg:npm/${name}@1.0.0`,
  supplier,
  copyright: "(c) S",
  hashes: SHA512,
  licenses: [
    { license: { id: "MIT", acknowledgement: "declared" } },
    { license: { id: "MIT", acknowledgement: "concluded" } },
  ],
  externalReferences: [
    { type: "vcs", url: "https://s.org/git" },
    { type: "distribution", url: "https://s.org/a.tgz", hashes: SHA512 },
  ],
  properties: ["filename", "executable", "archive", "structured"].map((key) => ({
    name: `bsi:component:${key}`,
    value: "x",
  })),
});

/** A document that lacks nothing: each test takes something away. */
const whole = () => ({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
  version: 1,
  metadata: {
    timestamp: "2026-01-31T12:00:00Z",
    lifecycles: [{ phase: "build" }],
    tools: { components: [{ type: "application", name: "t", version: "1" }] },
    authors: [{ name: "Ann", email: "ann@s.org" }],
    supplier,
    component: { ...component("app"), type: "application" },
    licenses: [{ license: { id: "CC0-1.0" } }],
  },
  components: [component("a"), component("b"), component("c")],
  dependencies: [
    { ref: "app", dependsOn: ["a", "b"] },
    { ref: "a", dependsOn: ["c"] },
    { ref: "b" },
    { ref: "c" },
  ],
  compositions: [
    { aggregate: "complete" },
    { aggregate: "complete", dependencies: ["app", "a", "b", "c"] },
  ],
  signature: { algorithm: "RS256", value: "AA", publicKey: { kty: "RSA", n: "AA", e: "AQAB" } },
});

type Bom = ReturnType<typeof whole>;
// biome-ignore lint/suspicious/noExplicitAny: tests take documents apart in ways that their own types forbid.
type Loose = any;

async function scoreOf(document: object | string, profile: Profile = "sbomqs"): Promise<Score> {
  const root = await temporaryFolder();
  await writeFiles(root, {
    bom: typeof document === "string" ? document : JSON.stringify(document),
  });
  return (await runScore({ root }, { file: "bom", profile })).score;
}

async function changed(change: (bom: Loose) => void, profile?: Profile): Promise<Score> {
  const bom: Bom = whole();
  change(bom);
  return scoreOf(bom, profile);
}

const parts = ({ parts: list }: Score) =>
  Object.fromEntries(list.map(({ name, score }) => [name, score]));
const all = (bom: Loose): Loose[] => [bom.metadata.component, ...bom.components];

test("a document that lacks nothing has ten of ten, and nothing to gain", async () => {
  const { total, grade, gains } = await scoreOf(whole());
  expect(total).toBeCloseTo(10, 10);
  expect({ grade, gains }).toEqual({ grade: "A", gains: [] });
  for (const profile of ["ntia", "ntia-2025", "bsi-v2.1", "fsct"] as const) {
    const by = await scoreOf(whole(), profile);
    expect([
      profile,
      by.gains.map(({ feature }) => feature.id),
      Math.round(by.total * 1e9),
    ]).toEqual([profile, [], 1e10]);
  }
});

/** What is taken away, the part that it costs, and how many points of that part; the weights are those that sbomqs publishes. */
const RULES: readonly (readonly [
  what: string,
  change: (bom: Loose) => void,
  part: string,
  points: number,
])[] = [
  ["one name of four", (bom) => (bom.components[0].name = ""), "Identification", 0.4 * 2.5],
  ["one version of four", (bom) => delete bom.components[0].version, "Identification", 0.35 * 2.5],
  [
    "one bom-ref of four",
    (bom) => delete bom.components[2]["bom-ref"],
    "Identification",
    0.25 * 2.5,
  ],
  ["the time", (bom) => delete bom.metadata.timestamp, "Provenance", 2],
  ["the authors", (bom) => delete bom.metadata.authors, "Provenance", 2],
  ["the tool", (bom) => delete bom.metadata.tools, "Provenance", 2],
  ["the tool's version", (bom) => delete bom.metadata.tools.components[0].version, "Provenance", 1],
  ["the supplier", (bom) => delete bom.metadata.supplier, "Provenance", 1.5],
  ["the serial number", (bom) => delete bom.serialNumber, "Provenance", 1.5],
  ["the lifecycle", (bom) => delete bom.metadata.lifecycles, "Provenance", 1],
  ["one hash of four", (bom) => delete bom.components[0].hashes, "Integrity", 0.5 * 2.5],
  [
    "every hash",
    (bom) => {
      for (const each of all(bom)) delete each.hashes;
    },
    "Integrity",
    9,
  ],
  [
    "one strong hash of four",
    (bom) => (bom.components[0].hashes = [{ alg: "SHA-1", content: "ab".repeat(20) }]),
    "Integrity",
    0.9 * 2.5,
  ],
  ["the signature", (bom) => delete bom.signature, "Integrity", 1],
  ["the key of the signature", (bom) => delete bom.signature.publicKey, "Integrity", 0.5],
  [
    "a key that scorers know: Ed25519",
    (bom) => (bom.signature.publicKey = { kty: "OKP", crv: "Ed25519", x: "AA" }),
    "Integrity",
    0.5,
  ],
  [
    "the claim for one of two that ask for something",
    (bom) => (bom.compositions[1].dependencies = ["app"]),
    "Completeness",
    0.25 * 5,
  ],
  [
    "claims that are no more than `incomplete`",
    (bom) => (bom.compositions[1].aggregate = "incomplete"),
    "Completeness",
    2.5,
  ],
  [
    "the dependencies of the subject",
    (bom) => (bom.dependencies[0].dependsOn = []),
    "Completeness",
    2.5,
  ],
  ["the claim for the whole", (bom) => bom.compositions.shift(), "Completeness", 1.5],
  [
    "one source of four",
    (bom) => bom.components[0].externalReferences.shift(),
    "Completeness",
    0.15 * 2.5,
  ],
  ["one supplier of four", (bom) => delete bom.components[0].supplier, "Completeness", 0.15 * 2.5],
  [
    "one supplier's name, its address alone",
    (bom) => (bom.components[0].supplier = { url: ["https://s.org"] }),
    "Completeness",
    0.15 * 2.5,
  ],
  ["one known type of four", (bom) => (bom.components[0].type = "data"), "Completeness", 0.1 * 2.5],
  [
    "one concluded licence of four",
    (bom) => bom.components[0].licenses.pop(),
    "Licensing",
    ((0.2 * 3) / 1.2) * 2.5,
  ],
  [
    "one licence of the list of four",
    (bom) =>
      (bom.components[0].licenses[1].license = {
        name: "LicenseRef-own",
        acknowledgement: "concluded",
      }),
    "Licensing",
    (0.2 / 1.2) * 2.5,
  ],
  [
    "one licence that is SPDX of four",
    (bom) =>
      (bom.components[0].licenses[1].license = {
        name: "Our own terms",
        acknowledgement: "concluded",
      }),
    "Licensing",
    (0.4 / 1.2) * 2.5,
  ],
  [
    "one id that is not deprecated of four",
    (bom) => (bom.components[0].licenses[1].license.id = "BSD-2-Clause-FreeBSD"),
    "Licensing",
    (0.15 / 1.2) * 2.5,
  ],
  [
    "one licence that asks for little of four",
    (bom) => (bom.components[0].licenses[1].license.id = "MPL-2.0"),
    "Licensing",
    (0.2 / 1.2) * 2.5,
  ],
  [
    "every concluded licence",
    (bom) => {
      for (const each of all(bom)) each.licenses.pop();
    },
    "Licensing",
    (0.95 / 1.2) * 10,
  ],
  [
    "one declared licence of four",
    (bom) => bom.components[0].licenses.shift(),
    "Licensing",
    (0.15 / 1.2) * 2.5,
  ],
  ["the document's licence", (bom) => delete bom.metadata.licenses, "Licensing", (0.1 / 1.2) * 10],
  ["one purl of four", (bom) => delete bom.components[0].purl, "Vulnerability", 2.5],
  ["one purl that is none", (bom) => (bom.components[0].purl = "npm/a"), "Vulnerability", 2.5],
  ["the form of the format", (bom) => (bom.components[0].scope = "never"), "Structural", 2],
];

describe("each rule alone", () => {
  test.each(RULES)("%s", async (_, change, part, points) => {
    const found = parts(await changed(change));
    const expected = parts(await scoreOf(whole()));
    expected[part] = 10 - points;
    for (const [name, value] of Object.entries(expected))
      expect([name, found[name]?.toFixed(6)]).toEqual([name, value.toFixed(6)]);
  });

  test("a CPE stands for a purl", async () => {
    const score = await changed((bom) => {
      delete bom.components[0].purl;
      bom.components[0].cpe = "cpe:2.3:a:s:a:1.0.0:*:*:*:*:*:*:*";
    });
    expect(score.total).toBeCloseTo(10, 10);
  });

  test("a certificate stands for a key of another kind", async () => {
    const score = await changed((bom) => {
      bom.signature = { algorithm: "Ed25519", value: "AA", certificatePath: ["AA"] };
    });
    expect(score.total).toBeCloseTo(10, 10);
  });

  test("nearly all is never all: 9.9 at most", async () => {
    const many = Array.from({ length: 2000 }, (_, index) => component(`p${index}`));
    const { version: _, ...last } = component("last");
    const score = await changed((bom) => {
      bom.components.push(...many, last);
    });
    expect(parts(score)["Identification"]).toBeCloseTo(10 - 0.35 * 0.1, 10);
  });

  test("before 1.6 a licence of which nobody says whose word it is counts as concluded, and since then as declared", async () => {
    const unsaid = (version: string) => (bom: Loose) => {
      bom.specVersion = version;
      for (const each of all(bom)) each.licenses = [{ license: { id: "MIT" } }];
    };
    expect(parts(await changed(unsaid("1.5")))["Licensing"]).toBeCloseTo(
      10 - (0.15 / 1.2) * 10,
      10,
    );
    expect(parts(await changed(unsaid("1.6")))["Licensing"]).toBeCloseTo(
      10 - (0.95 / 1.2) * 10,
      10,
    );
  });

  test("parts of components count like the others", async () => {
    const score = await changed((bom) => {
      bom.components[0].components = [{ "bom-ref": "part", type: "file", name: "part" }];
    });
    expect(parts(score)["Identification"]).toBeCloseTo(10 - 0.35 * 2, 10);
  });
});

test("the total weighs the categories, the grade follows, and the gains add up to what is missing", async () => {
  const { total, grade, gains } = await scoreOf({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    components: [{ type: "library", name: "a" }],
  });
  expect(grade).toBe("F");
  expect(total + gains.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(10, 10);
  expect(gains.map(({ points }) => points)).toEqual(
    gains.map(({ points }) => points).toSorted((a, b) => b - a),
  );
  expect(gains[0]?.feature.id).toBe("comp_with_purl_or_cpe");
  expect(total).toBeCloseTo((4 * 10 + 8 * 10 + 0.1 * 10 * 12) / 82, 10);
});

test("SPDX is judged by what it can say", async () => {
  const spdx = {
    spdxVersion: "SPDX-2.3",
    dataLicense: "CC0-1.0",
    SPDXID: "SPDXRef-DOCUMENT",
    name: "app",
    documentNamespace: "https://s.org/app",
    creationInfo: { created: "2026-01-31T12:00:00Z", creators: ["Tool: t-1", "Organization: S"] },
    packages: [
      {
        SPDXID: "SPDXRef-app",
        name: "app",
        versionInfo: "1",
        downloadLocation: "NOASSERTION",
        supplier: "Organization: S",
        primaryPackagePurpose: "APPLICATION",
        licenseDeclared: "MIT",
        licenseConcluded: "MIT",
        checksums: [{ algorithm: "SHA512", checksumValue: "ab".repeat(64) }],
        externalRefs: [
          {
            referenceCategory: "PACKAGE-MANAGER",
            referenceType: "purl",
            referenceLocator: "pkg:npm/app@1",
          },
        ],
      },
    ],
    relationships: [
      {
        spdxElementId: "SPDXRef-DOCUMENT",
        relationshipType: "DESCRIBES",
        relatedSpdxElement: "SPDXRef-app",
      },
    ],
  };
  expect(parts(await scoreOf(spdx))).toEqual({
    Identification: 10,
    Provenance: expect.closeTo(7.5, 10),
    Integrity: 10,
    Completeness: expect.closeTo((0.2 + 0.15 + 0.1) / 0.075, 10),
    Licensing: expect.closeTo(10, 10),
    Vulnerability: 10,
    Structural: expect.closeTo(10, 10),
  });
});

describe("profiles", () => {
  const missing = async (change: (bom: Loose) => void, profile: Profile) =>
    Object.entries(parts(await changed(change, profile))).filter(([, score]) => score < 10);

  test.each<
    readonly [Profile, string, (bom: Loose) => void, readonly (readonly [string, number])[]]
  >([
    [
      "ntia",
      "one supplier of four",
      (bom) => delete bom.components[0].supplier,
      [["comp_supplier", 7.5]],
    ],
    [
      "ntia",
      "author and version of the tool",
      (bom) => {
        delete bom.metadata.authors;
        delete bom.metadata.tools.components[0].version;
      },
      [["sbom_authors", 5]],
    ],
    ["ntia", "the author where the tool is named", (bom) => delete bom.metadata.authors, []],
    ["ntia", "dependencies, and says so of the subject", (bom) => delete bom.dependencies, []],
    [
      "ntia",
      "dependencies, which are unknown",
      (bom) => {
        delete bom.dependencies;
        bom.compositions[1].aggregate = "unknown";
      },
      [["sbom_relationships", 5]],
    ],
    [
      "ntia",
      "dependencies, without a word",
      (bom) => {
        delete bom.dependencies;
        delete bom.compositions;
      },
      [["sbom_relationships", 0]],
    ],
    [
      "ntia-2025",
      "hashes and licences of one of four",
      (bom) => {
        delete bom.components[0].hashes;
        delete bom.components[0].licenses;
      },
      [
        ["comp_hash", 7.5],
        ["license", 7.5],
      ],
    ],
    [
      "ntia-2025",
      "the producer",
      (bom) => delete bom.metadata.supplier,
      [["software_producer", 0]],
    ],
    [
      "bsi-v2.1",
      "a version that is new enough",
      (bom) => (bom.specVersion = "1.5"),
      [["sbom_spec_version", 0]],
    ],
    [
      "bsi-v2.1",
      "one version of four",
      (bom) => delete bom.components[0].version,
      [["comp_version", 0]],
    ],
    [
      "bsi-v2.1",
      "a way from the subject to one of four",
      (bom) => bom.dependencies[0].dependsOn.pop(),
      [["comp_depth", 5]],
    ],
    [
      "bsi-v2.1",
      "addresses of people",
      (bom) => {
        bom.metadata.authors = [{ name: "Ann" }];
        bom.metadata.supplier = { name: "S" };
        bom.components[0].supplier = { name: "S" };
      },
      [
        ["sbom_creator", 0],
        ["comp_creator", 7.5],
      ],
    ],
    [
      "bsi-v2.1",
      "the hash at the distribution reference",
      (bom) => delete bom.components[0].externalReferences[1].hashes,
      [["comp_deployable_hash", 7.5]],
    ],
    [
      "fsct",
      "one hash of four",
      (bom) => delete bom.components[0].hashes,
      [["artifact_integrity", 0]],
    ],
    ["fsct", "the claims", (bom) => delete bom.compositions, [["relationships_coverage", 0]]],
    [
      "fsct",
      "more than `unknown`",
      (bom) => {
        bom.compositions = [{ aggregate: "unknown", dependencies: ["app", "a", "b"] }];
      },
      [],
    ],
    [
      "fsct",
      "licence and copyright of the subject",
      (bom) => {
        delete bom.metadata.component.licenses;
        delete bom.metadata.component.copyright;
      },
      [
        ["license_coverage", 0],
        ["copyright_coverage", 0],
      ],
    ],
    ["fsct", "copyright of a dependency", (bom) => delete bom.components[0].copyright, []],
  ])("%s without %s", async (profile, _, change, expected) => {
    expect(await missing(change, profile)).toEqual(expected);
  });
});

describe("the run", () => {
  const run = async (minimum: string | undefined) => {
    const root = await temporaryFolder();
    const bom: Loose = whole();
    delete bom.components[0].purl;
    delete bom.signature;
    await writeFiles(root, { "bom.json": JSON.stringify(bom) });
    return runScore({ root }, { file: "bom.json", profile: "sbomqs", minimum });
  };

  test("prints total, grade, categories and what to do", async () => {
    const { result } = await run(undefined);
    expect(result.coverage.summary).toBe(
      "bom.json, CycloneDX 1.6: 9.51 of 10 by sbomqs, grade A, over 4 components",
    );
    expect(result.tables?.map(({ title, rows }) => [title, rows])).toEqual([
      [
        "9.51 of 10 by sbomqs, grade A",
        [
          ["Identification", "10.00", "10"],
          ["Provenance", "10.00", "12"],
          ["Integrity", "9.00", "15"],
          ["Completeness", "10.00", "12"],
          ["Licensing", "10.00", "15"],
          ["Vulnerability", "7.50", "10"],
          ["Structural", "10.00", "8"],
        ],
      ],
      [
        "What would gain points",
        [
          ["+0.31", "Give every component a purl or a CPE", "1 of 4: a@1.0.0"],
          ["+0.19", "Sign the document, with a key of RSA or EC or a certificate in it", ""],
        ],
      ],
    ]);
    expect(result.findings).toEqual([]);
  });

  test("says once that no licence is concluded, and of our own documents which setting helps", async () => {
    const root = await temporaryFolder();
    const bom: Loose = whole();
    for (const each of [bom.metadata.component, ...bom.components]) delete each.licenses;
    bom.metadata.tools.components[0].name = "assay";
    delete bom.metadata.authors;
    await writeFiles(root, { "bom.json": JSON.stringify(bom) });
    const { result } = await runScore({ root }, { file: "bom.json", profile: "sbomqs" });
    const enrich = "`--enrich installed`, or `caches` or `registry`";
    expect(result.tables?.[1]?.rows.map(([points, what]) => `${points} ${what}`)).toEqual([
      `+1.45 Conclude a licence for every component: ${enrich}`,
      "+0.30 Name an author with e-mail address: `sbom.authors` in the config file",
      `+0.23 State the declared licence of every component: ${enrich}`,
    ]);
  });

  test("less than the minimum is a finding, and the minimum itself is not", async () => {
    expect((await run("9.6")).result.findings).toMatchObject([
      {
        ruleId: "sbom.score-too-low",
        message: "bom.json has 9.51 of 10 by sbomqs; at least 9.6 is asked for",
        remediation: "Give every component a purl or a CPE. That gains most, up to 0.31 points.",
      },
    ]);
    expect((await run("9.5")).result.findings).toEqual([]);
  });

  test.each(["11", "-1", "high", "7,5"])("a minimum of %s is refused", async (minimum) => {
    await expect(run(minimum)).rejects.toThrow("must be a number from 0 to 10");
  });
});

test("a CPE that may be read in many ways is judged at once", async () => {
  const root = await temporaryFolder();
  const bom = whole();
  const cpe = `cpe:2.3:a${":a\\".repeat(100_000)}::`;
  const components = [{ ...component("a"), purl: undefined, cpe }];
  await writeFiles(root, { "bom.json": JSON.stringify({ ...bom, components, dependencies: [] }) });
  const { score } = await runScore({ root }, { file: "bom.json", profile: "sbomqs" });
  expect(score.gains.map(({ feature }) => feature.id)).toContain("comp_with_purl_or_cpe");
});
