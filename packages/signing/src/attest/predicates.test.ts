import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPredicate, requireDocument } from "./predicate.ts";
import { claimedProvenance } from "./provenance.ts";

let root: string;
beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(cleanUp);

async function kind(type: string, document: unknown): Promise<readonly string[]> {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  await writeFile(join(root, "p.json"), text);
  const { kind } = await readPredicate({ root }, type, "p.json");
  return [kind.name, kind.type];
}

const VEX = {
  "@context": "https://openvex.dev/ns/v0.2.0",
  "@id": "urn:x",
  author: "a",
  timestamp: "2026-01-01T00:00:00Z",
  version: 1,
  statements: [{}],
};
const PROVENANCE = {
  buildDefinition: { buildType: "https://acme.test/b", externalParameters: {} },
  runDetails: { builder: { id: "https://acme.test/builder" } },
};

describe("a predicate", () => {
  it.each([
    ["cyclonedx", { bomFormat: "CycloneDX", specVersion: "1.6" }, "https://cyclonedx.org/bom"],
    [
      "spdx",
      { spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT" },
      "https://spdx.dev/Document/v2.3",
    ],
    [
      "spdx",
      { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [] },
      "https://spdx.dev/Document/v3",
    ],
    ["openvex", VEX, "https://openvex.dev/ns"],
    [
      "test-result",
      { result: "PASSED", configuration: [] },
      "https://in-toto.io/attestation/test-result/v0.1",
    ],
    ["scai", { attributes: [{ attribute: "x" }] }, "https://in-toto.io/attestation/scai/v0.3"],
    ["link", { name: "build" }, "https://in-toto.io/attestation/link/v0.3"],
    ["provenance", PROVENANCE, "https://slsa.dev/provenance/v1"],
  ])("of kind %s has that type", async (type, document, uri) => {
    expect(await kind(type, document)).toEqual([type, uri]);
  });

  it.each([
    ["https://acme.test/scan/v1", "scan"],
    ["https://acme.test/v0.1", "attestation"],
    ["https://acme.test/a.b/", "a-b"],
  ])("of the type %s is called %s", async (type, name) => {
    expect(await kind(type, {})).toEqual([name, type]);
  });

  it.each([
    ["cyclonedx", { bomFormat: "SPDX" }, /lacks `bomFormat` CycloneDX, a text `specVersion`/],
    ["spdx", { bomFormat: "CycloneDX" }, /lacks `spdxVersion` SPDX-2.x/],
    ["openvex", { ...VEX, version: "1" }, /lacks a number `version`/],
    [
      "test-result",
      { result: "passed", configuration: [] },
      /lacks `result` PASSED, WARNED, FAILED/,
    ],
    ["scai", { attributes: [{}] }, /lacks a text `attribute` in each/],
    ["link", {}, /lacks a text `name`/],
    ["provenance", {}, /lacks `buildDefinition.buildType`, /],
    ["link", "[]", /holds no JSON object/],
    ["link", "{", /is no JSON in UTF-8/],
    [
      "http://acme.test/x",
      {},
      /`predicate-type` is "http:\/\/acme.test\/x"; provenance, cyclonedx/,
    ],
    ["constructor", {}, /`predicate-type` is "constructor"/],
  ])("of kind %s is refused: %j", async (type, document, message) => {
    await expect(kind(type, document)).rejects.toThrow(message);
  });

  it("is refused above 16 MiB, and where it is missing", async () => {
    const large = kind("link", `{"name":"${"x".repeat(16 * 1024 * 1024)}"}`);
    await expect(large).rejects.toThrow(/a predicate has at most 16777216/);
    await expect(readPredicate({ root }, "link", "gone.json")).rejects.toThrow(/is not there/);
    expect(() => requireDocument("spdx")).toThrow(/there is no `predicate`/);
  });
});

describe("claims of a build", () => {
  const gitlab = {
    iss: "https://gitlab.acme.test",
    project_path: "team/app",
    project_id: "1",
    namespace_id: "2",
    ref: "main",
    ref_type: "branch",
    sha: "b".repeat(40),
    ci_config_ref_uri: "gitlab.acme.test/team/app//.gitlab-ci.yml@refs/heads/main",
    ci_config_sha: "c".repeat(40),
    pipeline_source: "push",
    pipeline_id: "3",
    job_id: "4",
    runner_id: 5,
    runner_environment: "self-hosted",
  };

  it("of GitLab name its configuration as the builder", () => {
    expect(claimedProvenance(gitlab, undefined)).toEqual({
      buildDefinition: {
        buildType: "https://github.com/assay-ci/assay/buildtypes/gitlab/v1",
        externalParameters: {
          source: "https://gitlab.acme.test/team/app",
          ref: "main",
          ref_type: "branch",
          configuration: gitlab.ci_config_ref_uri,
        },
        internalParameters: {
          gitlab: {
            project_id: "1",
            namespace_id: "2",
            pipeline_id: "3",
            pipeline_source: "push",
            job_id: "4",
            runner_id: "5",
            runner_environment: "self-hosted",
          },
        },
        resolvedDependencies: [
          {
            uri: "git+https://gitlab.acme.test/team/app@main",
            digest: { gitCommit: "b".repeat(40) },
          },
          {
            uri: "https://gitlab.acme.test/team/app//.gitlab-ci.yml@refs/heads/main",
            digest: { gitCommit: "c".repeat(40) },
          },
        ],
      },
      runDetails: {
        builder: { id: "https://gitlab.acme.test/team/app//.gitlab-ci.yml@refs/heads/main" },
        metadata: { invocationId: "https://gitlab.acme.test/team/app/-/jobs/4" },
      },
    });
  });

  it("that are missing are named, and tokens of others refused", () => {
    const { sha: _, ...without } = gitlab;
    expect(() => claimedProvenance(without, undefined)).toThrow(/lacks `sha`/);
    expect(() => claimedProvenance({ iss: "https://accounts.google.com" }, undefined)).toThrow(
      /says nothing about a build/,
    );
  });
});
