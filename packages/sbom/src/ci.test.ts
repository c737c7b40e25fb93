import {
  type ConfigReader,
  createMaterials,
  fixedClock,
  silentLogger,
  silentProgress,
} from "@assay/core";
import { nodeProcesses } from "@assay/core/host";
import { cleanUp, noSettingsFiles, temporaryFolder, writeFiles } from "@assay/testkit";
import { afterEach, expect, test } from "vitest";
import { runSbom } from "./check.ts";
import { lockfile } from "./test/documents.ts";

afterEach(cleanUp);

const SHA = "c0".repeat(20);
const FILES = {
  "package-lock.json": lockfile({ "node_modules/a": { version: "1.0.0" } }),
  ".github/workflows/ci.yml": `jobs:\n  a:\n    steps:\n      - uses: actions/checkout@${SHA} # v6.0.1\n      - uses: acme/x@v1\n`,
  ".github/workflows/release.yml": "jobs:\n  a:\n    uses: ./.github/workflows/ci.yml\n",
};

async function run(
  files: Readonly<Record<string, string>>,
  includeCi: boolean,
  config?: ConfigReader,
) {
  const root = await temporaryFolder();
  await writeFiles(root, files);
  return runSbom(
    {
      root,
      event: null,
      remote: { serverUrl: "https://github.com", repository: "acme/shop" },
      offline: true,
      http: { request: () => Promise.reject(new Error("no network")) },
      processes: nodeProcesses(),
      clock: fixedClock("2030-05-05T05:05:05.678Z"),
      logger: silentLogger,
      progress: silentProgress,
      materials: createMaterials(),
      settings: noSettingsFiles,
      signal: new AbortController().signal,
      ...(config === undefined ? {} : { config }),
      environment: { PATH: process.env["PATH"] },
    },
    { formats: ["cyclonedx-1.6", "spdx-2.3"], scope: "runtime", includeCi },
  );
}

type Document = Readonly<Record<string, unknown>>;

async function documents(files: Readonly<Record<string, string>>) {
  const { result } = await run(files, true);
  const texts = result.artifacts.map(({ name, bytes }): readonly [string, Document] => [
    name,
    JSON.parse(new TextDecoder().decode(bytes)),
  ]);
  return new Map(texts);
}

test("what CI uses is in documents of its own, below the repository's workflows, and never in the product's", async () => {
  const made = await documents(FILES);
  expect([...made.keys()]).toEqual([
    "sbom.cdx.json",
    "sbom.spdx.json",
    "sbom.ci.cdx.json",
    "sbom.ci.spdx.json",
  ]);
  expect(JSON.stringify(made.get("sbom.cdx.json"))).not.toContain("checkout");
  const ci = made.get("sbom.ci.cdx.json");
  expect(ci?.["serialNumber"]).not.toBe(made.get("sbom.cdx.json")?.["serialNumber"]);
  const own = (name: string) => `pkg:github/acme/shop#.github/workflows/${name}.yml`;
  expect(ci?.["metadata"]).toMatchObject({
    component: { name: "workflows", purl: "pkg:github/acme/shop#.github/workflows" },
  });
  const checkout = `pkg:githubactions/actions/checkout@${SHA}`;
  expect(ci?.["components"]).toMatchObject([
    { purl: own("ci") },
    { purl: own("release") },
    { purl: "pkg:githubactions/acme/x@v1", properties: [{ name: "assay:pinned", value: "false" }] },
    { purl: checkout, properties: [{ name: "assay:claimedVersion", value: "v6.0.1" }] },
  ]);
  // What somebody else's action uses is not known.
  expect(ci?.["compositions"]).toContainEqual({
    aggregate: "unknown",
    dependencies: ["pkg:githubactions/acme/x@v1", checkout],
  });
  expect(ci?.["dependencies"]).toEqual([
    { ref: "pkg:github/acme/shop#.github/workflows", dependsOn: [own("ci"), own("release")] },
    { ref: own("ci"), dependsOn: ["pkg:githubactions/acme/x@v1", checkout] },
    { ref: own("release"), dependsOn: [own("ci")] },
    { ref: "pkg:githubactions/acme/x@v1" },
    { ref: checkout },
  ]);
});

test("nothing of it is read where nobody asks, and a repository without workflows says so", async () => {
  const { result } = await run(FILES, false);
  expect(result.artifacts.map(({ name }) => name)).toEqual(["sbom.cdx.json", "sbom.spdx.json"]);
  const bare = await run({ "package-lock.json": FILES["package-lock.json"] }, true);
  expect(bare.result.artifacts.map(({ name }) => name)).toEqual([
    "sbom.cdx.json",
    "sbom.spdx.json",
  ]);
  expect(bare.result.findings).toEqual([]);
  expect(bare.result.notices).toContain(
    "There is no document on CI: no workflow and no action was read.",
  );
});

test("what is not understood of a workflow is a finding", async () => {
  const odd = "jobs:\n  a:\n    steps:\n      - uses: acme/no-ref\n";
  const { result } = await run({ ...FILES, ".github/workflows/ci.yml": odd }, true);
  expect(result.findings).toMatchObject([
    {
      ruleId: "inventory.incomplete",
      message: "acme/no-ref in .github/workflows/ci.yml: it names no action, workflow or image",
      location: { path: ".github/workflows/ci.yml", startLine: 4 },
    },
    {
      ruleId: "inventory.incomplete",
      message:
        "acme/no-ref in .github/workflows/release.yml: it names no action, workflow or image",
    },
  ]);
});

test("who answers for the documents answers for those on CI too", async () => {
  const config = { section: () => ({ authors: [{ name: "Ann" }] }) } as unknown as ConfigReader;
  const { result } = await run(FILES, true, config);
  const texts = result.artifacts
    .filter(({ name }) => name.endsWith(".cdx.json"))
    .map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
  expect(texts.map(({ metadata }) => metadata.authors)).toEqual([
    [{ name: "Ann" }],
    [{ name: "Ann" }],
  ]);
});
