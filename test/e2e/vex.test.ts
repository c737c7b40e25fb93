import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  gitRepository,
  networkGuard,
  runBuiltAction,
  runNode,
  temporaryFolder,
} from "@assay/testkit";
import { advisory, advisoryFolder } from "@assay/testkit/advisories";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionFolder, CLI } from "./entries.ts";
import { lockfile } from "./scenes.ts";

type Files = Readonly<Record<string, string>>;

const ID = "GHSA-aaaa-bbbb-cccc";
const soon = new Date(Date.now() + 5 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const entry = `id: CVE-2026-1, reason: mine, owner: eve, expires: ${soon}`;
const openVex = JSON.stringify({
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "https://eve.example/vex",
  author: "eve",
  timestamp: "2026-01-01T00:00:00Z",
  version: 1,
  statements: [
    {
      vulnerability: { name: ID },
      products: [{ "@id": "pkg:npm/right" }],
      status: "not_affected",
      justification: "component_not_present",
    },
  ],
});
const cycloneDx = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  metadata: { timestamp: "2026-01-01T00:00:00Z" },
  vulnerabilities: [
    {
      id: ID,
      analysis: { state: "not_affected", justification: "code_not_present" },
      affects: [{ ref: "pkg:npm/right@1.0.0" }],
    },
  ],
});

/** What forgives the vulnerability: in the base it does, with the change from outside it does not. */
const FORGIVING: readonly (readonly [string, Files])[] = [
  ["an ignore", { "assay.yml": `dependencies: { ignores: [{ ${entry} }] }\n` }],
  ["a VEX file", { "vex.openvex.json": openVex }],
  ["a CycloneDX VEX file", { "vex.cdx.json": cycloneDx }],
  [
    "a VEX file that its config file names",
    { "assay.yml": "dependencies: { vex: [mine.json] }\n", "mine.json": openVex },
  ],
  ["osv-scanner.toml", { "osv-scanner.toml": `[[IgnoredVulns]]\nid = "${ID}"\nreason = "mine"\n` }],
  [".trivyignore", { ".trivyignore": "# mine\nCVE-2026-1\n" }],
  [".trivyignore.yaml", { ".trivyignore.yaml": "vulnerabilities:\n  - id: CVE-2026-1\n" }],
  [".grype.yaml", { ".grype.yaml": "ignore:\n  - vulnerability: CVE-2026-1\n" }],
  [
    "dependency-review's config file",
    { ".github/dependency-review-config.yml": `allow-ghsas: ${ID}\n` },
  ],
  ["a config file without a threshold", { "assay.yml": "fail-on: never\n" }],
  ["warn-only", { "assay.yml": "dependencies: { warn-only: true }\n" }],
];

let snapshot = "";
beforeAll(async () => {
  snapshot = await advisoryFolder(advisory(ID, "right", { aliases: ["CVE-2026-1"] }));
});
afterAll(cleanUp);

const own = { full_name: "octo/shop", default_branch: "main" };

async function judged(base: Files, change: Files) {
  const repository = await gitRepository({
    "package-lock.json": lockfile({ left: "MIT" }),
    ...base,
  });
  const sha = await repository.git("rev-parse", "HEAD");
  await repository.branch("topic");
  await repository.commit("change", {
    "package-lock.json": lockfile({ left: "MIT", right: "MIT" }),
    ...change,
  });
  const head = await repository.git("rev-parse", "HEAD");
  const result = await runBuiltAction({
    actionFolder: actionFolder("dependencies"),
    repository,
    event: {
      name: "pull_request",
      payload: {
        repository: own,
        pull_request: {
          number: 7,
          base: { repo: own, ref: "main", sha },
          head: { repo: { full_name: "eve/shop" }, ref: "topic", sha: head },
        },
      },
    },
    inputs: { snapshot, "max-age": "none" },
    network: "none",
  });
  const report = JSON.parse(await readFile(result.outputs["report-path"] ?? "", "utf8"));
  const found = report.findings.find(
    ({ ruleId }: { ruleId: string }) => ruleId === "dependencies.vulnerable",
  );
  return { exitCode: result.exitCode, found };
}

describe.concurrent("what forgives a vulnerability", () => {
  it.for(FORGIVING.map(([what, files]) => ({ what, files })))(
    "$what counts from the base branch and not with a fork's change",
    async ({ files }, { expect }) => {
      const brought = await judged({}, files);
      expect(brought.exitCode).toBe(1);
      expect(brought.found).toMatchObject({ severity: "high", change: "new" });
      expect(brought.found.suppression).toBeUndefined();
      expect((await judged(files, {})).exitCode).toBe(0);
    },
  );
});

it("a suppressed finding stays listed, with who forgave it and until when", async () => {
  const [, files] = FORGIVING[0] ?? [];
  const { found } = await judged(files ?? {}, {});
  expect(found.suppression).toMatchObject({
    by: "ignore",
    reason: "mine",
    owner: "eve",
    expires: soon,
  });
});

it("the documents are written, and our own validator accepts the one of CycloneDX", async () => {
  const repository = await gitRepository({
    "package-lock.json": lockfile({ left: "MIT", right: "MIT" }),
    "assay.yml": `dependencies: { ignores: [{ ${entry} }] }\n`,
  });
  const result = await runBuiltAction({
    actionFolder: actionFolder("dependencies"),
    repository,
    inputs: { snapshot, "max-age": "none", documents: "openvex,cyclonedx" },
    network: "none",
  });
  const folder = result.outputs["report-directory"] ?? "";
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));
  expect((await read("vex.openvex.json")).statements).toHaveLength(1);
  const document = await read("vulnerabilities.cdx.json");
  expect(document.vulnerabilities.map(({ id }: { id: string }) => id)).toEqual(["CVE-2026-1"]);
  const guard = await networkGuard(await temporaryFolder(), "none");
  const args = [
    ...guard.nodeArgs,
    CLI,
    "sbom",
    "validate",
    join(folder, "vulnerabilities.cdx.json"),
  ];
  const env = { PATH: process.env["PATH"] ?? "" };
  const checked = await runNode(args, { cwd: repository.root, env });
  expect(checked).toMatchObject({ exitCode: 0 });
});
