import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
  type WrittenLayout,
  writeImageLayout,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claimedPredicate } from "../attest/predicate.ts";
import { SIGN_DEFAULTS, testContext } from "../test/run.ts";
import { attestStatements } from "./attest-image.ts";
import { describedDigests } from "./described.ts";
import { attest, imageAt, sign, verify, writeKeys } from "./test/run.ts";

let root: string;
let written: WrittenLayout;
let image: Awaited<ReturnType<typeof imageAt>>;
let amd64: string;
let arm64: string;

beforeEach(async () => {
  root = await temporaryFolder();
  await writeKeys(root, "k", "other");
  written = await writeImageLayout(join(root, "image"), [
    { platform: "linux/amd64", layers: [{ a: "amd64" }] },
    { platform: "linux/arm64", layers: [{ a: "arm64" }] },
  ]);
  [amd64 = "", arm64 = ""] = written.images.map(({ digest }) => digest);
  image = await imageAt({ root });
});
afterAll(cleanUp);

const spdx = (digest: string) => ({
  ...{ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT" },
  packages: [
    {
      SPDXID: "SPDXRef-image",
      checksums: [{ algorithm: "SHA256", checksumValue: digest.slice("sha256:".length) }],
    },
    {
      SPDXID: "SPDXRef-other",
      checksums: [{ algorithm: "SHA256", checksumValue: "0".repeat(64) }],
    },
  ],
  relationships: [
    {
      spdxElementId: "SPDXRef-DOCUMENT",
      relationshipType: "DESCRIBES",
      relatedSpdxElement: "SPDXRef-image",
    },
  ],
});

async function write(name: string, content: unknown): Promise<string> {
  await writeFile(join(root, name), JSON.stringify(content));
  return name;
}

function subjects(result: Awaited<ReturnType<typeof attest>>): readonly string[] {
  return result.records.map(({ act, subject }) => `${act} ${named(subject.name)}`);
}

function named(text: string): string {
  return text
    .replaceAll(written.digest, "INDEX")
    .replaceAll(amd64, "AMD64")
    .replaceAll(arm64, "ARM64");
}

describe("bills of materials", () => {
  it("go to the platform whose digest they name, once, and are asked for there", async () => {
    const predicates = [await write("b.json", spdx(arm64)), await write("a.json", spdx(amd64))];
    const options = { key: "k.key", predicateType: "spdx", predicates };
    expect(subjects(await attest({ root }, image, options))).toEqual([
      "signed image@ARM64",
      "signed image@AMD64",
    ]);
    expect(subjects(await attest({ root }, image, options))).toEqual([
      "kept image@ARM64",
      "kept image@AMD64",
    ]);
    await sign({ root }, image, { key: "k.key" });
    const asked = { key: "k.pub", predicateTypes: ["spdx"] };
    const result = await verify({ root }, image, asked);
    expect(result.failures).toEqual([]);
    expect(result.records[1]?.notes?.[2]).toMatch(
      /^Attestation of type https:\/\/spdx\.dev\/Document\/v2\.3: sha256:/,
    );
  });

  it("are verified by the printed command, of the manifests that have them", async () => {
    const printed = async (...digests: readonly string[]) => {
      const files = digests.map((digest) => write(`${digest.slice(-8)}.json`, spdx(digest)));
      const options = { key: "k.key", predicateType: "spdx", predicates: await Promise.all(files) };
      const [own] = (await attest({ root }, image, options)).verifyWith ?? [];
      return named(own?.command ?? "").replace(/^.*\/v2\.3 /, "");
    };
    expect([
      await printed(arm64),
      await printed(amd64, arm64),
      await printed(written.digest),
      await printed(amd64, arm64, written.digest),
    ]).toEqual([
      "--no-require-signature -- oci:image@ARM64",
      "--no-require-signature -- oci:image@AMD64",
      "--no-require-signature --index-only -- oci:image:latest@INDEX",
      "--no-require-signature -- oci:image:latest@INDEX",
    ]);
    const one = await imageAt({ root }, `oci:image@${arm64}`);
    const asked = { key: "k.pub", predicateTypes: ["spdx"], requireSignature: false };
    expect((await verify({ root }, one, asked)).failures).toEqual([]);
  });

  it("of another image are refused before anything is signed", async () => {
    const path = await write("s.json", spdx(`sha256:${"a".repeat(64)}`));
    const result = await attest({ root }, image, {
      ...{ key: "k.key", predicateType: "spdx", predicates: [path] },
    });
    expect(result.records).toEqual([]);
    expect(result.failures.map(({ ruleId, message }) => [ruleId, named(message)])).toEqual([
      [
        "image.sbom-of-another",
        `s.json is not attested: it describes sha256:${"a".repeat(64)}, and none of INDEX, AMD64, ARM64`,
      ],
    ]);
    const wrong = await attest({ root }, image, {
      ...{ key: "k.key", predicateType: "spdx" },
      predicates: [`linux/arm64=${await write("amd64.json", spdx(amd64))}`],
    });
    expect(wrong.failures.map(({ message }) => named(message))).toEqual([
      "amd64.json is not attested: it describes AMD64, and none of ARM64",
    ]);
  });

  it("that name no digest need a platform", async () => {
    const path = await write("s.json", { bomFormat: "CycloneDX", specVersion: "1.6" });
    const options = { key: "k.key", predicateType: "cyclonedx" };
    await expect(attest({ root }, image, { ...options, predicates: [path] })).rejects.toThrow(
      "s.json names no digest of what it describes, and the image has several manifests",
    );
    const predicates = [`linux/amd64=${path}`];
    const result = await attest({ root }, image, { ...options, predicates });
    expect(subjects(result)).toEqual(["signed image@AMD64"]);
    expect(result.records[0]?.notes).toContain(
      "The document names no digest of the image that it describes.",
    );
  });

  it("that were attested of another manifest than they describe verify nothing", async () => {
    await sign({ root }, image, { key: "k.key" });
    const text = JSON.stringify(spdx(amd64));
    const predicate = { kind: { name: "spdx", type: "https://spdx.dev/Document/v2.3" }, text };
    const statements = [amd64, arm64].map((digest) => ({ predicate, digest }));
    const options = { ...SIGN_DEFAULTS, key: "k.key", legacy: false };
    const made = await attestStatements(testContext({ root }), image, statements, options);
    expect(made.records).toHaveLength(2);
    const result = await verify({ root }, image, { key: "k.pub", predicateTypes: ["spdx"] });
    expect(result.failures.map(({ ruleId, message }) => [ruleId, named(message)])).toEqual([
      [
        "image.sbom-of-another",
        "image@ARM64 (linux/arm64) is not verified: its bill of materials describes AMD64",
      ],
    ]);
  });
});

describe("other predicates", () => {
  const vex = {
    "@context": "https://openvex.dev/ns/v0.2.0",
    ...{ "@id": "https://acme.test/vex", author: "acme", timestamp: "2026-01-01T00:00:00Z" },
    ...{ version: 1, statements: [{}] },
  };

  it("are attached to the index and to each platform, or to those that are named", async () => {
    const predicates = [await write("v.json", vex)];
    const options = { key: "k.key", predicateType: "openvex", predicates };
    const one = await attest({ root }, image, { ...options, platforms: ["linux/arm64/v8"] });
    expect(subjects(one)).toEqual(["signed image@ARM64"]);
    expect(subjects(await attest({ root }, image, options))).toEqual([
      "signed image@INDEX",
      "signed image@AMD64",
      "kept image@ARM64",
    ]);
    const none = await attest({ root }, image, { ...options, platforms: ["linux/s390x"] });
    expect(none.failures.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([
      "image.nothing-to-sign: linux/s390x is not attested: the image has no such platform",
    ]);
  });

  it("are written in cosign's older form on request, and read there", async () => {
    const predicates = [await write("v.json", vex)];
    const options = { key: "k.key", predicateType: "openvex", predicates, legacy: true };
    await attest({ root }, image, options);
    await attest({ root }, image, options);
    const stored = await image.store.manifest(`${amd64.replace(":", "-")}.att`);
    const layers = stored?.manifest.kind === "image" ? stored.manifest.layers : [];
    expect(layers.map(({ mediaType, annotations }) => [mediaType, annotations])).toEqual([
      [
        "application/vnd.dsse.envelope.v1+json",
        {
          "dev.cosignproject.cosign/signature": "",
          predicateType: "https://openvex.dev/ns",
        },
      ],
    ]);
    const store = { ...image.store, referrers: async () => ({ manifests: [], notices: [] }) };
    const asked = { key: "k.pub", predicateTypes: ["openvex"], requireSignature: false };
    expect((await verify({ root }, { ...image, store }, asked)).failures).toEqual([]);
  });

  it("count only by the expected signer, and of the type that is asked for", async () => {
    await sign({ root }, image, { key: "k.key" });
    const predicates = [await write("v.json", vex)];
    await attest({ root }, image, { key: "other.key", predicateType: "openvex", predicates });
    const asked = async (type: string) => {
      const { failures } = await verify({ root }, image, { key: "k.pub", predicateTypes: [type] });
      return failures.map(({ ruleId, message }) => `${ruleId}: ${named(message)}`);
    };
    expect(await asked("provenance")).toEqual(
      ["AMD64 (linux/amd64)", "ARM64 (linux/arm64)"].map(
        (name) =>
          `image.attestation-missing: image@${name} is not verified: it has no attestation of type provenance`,
      ),
    );
    expect(await asked("openvex")).toEqual([
      expect.stringMatching(
        /^image\.wrong-identity: image@AMD64 \(linux\/amd64\) is not verified: it was signed with another key/,
      ),
      expect.stringMatching(/^image\.wrong-identity: image@ARM64 /),
    ]);
  });
});

describe("provenance", () => {
  let mini: MiniSigstore;
  beforeAll(async () => {
    mini = await startMiniSigstore();
  });
  afterAll(() => mini.close());

  const claims = {
    iss: "https://token.actions.githubusercontent.com",
    job_workflow_ref: MINI_IDENTITY.slice("https://github.com/".length),
    ...{ repository: "acme/app", ref: "refs/heads/main", sha: "1".repeat(40) },
    workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
    ...{ event_name: "push", repository_id: "1", repository_owner_id: "2" },
    ...{ runner_environment: "github-hosted", run_id: "3", run_attempt: "1" },
  };

  it("needs a token of a CI", async () => {
    await expect(attest({ root }, image, { key: "k.key" })).rejects.toThrow(
      "there is no identity token of a CI",
    );
  });

  it("is asked for by source, builder and type, of every platform", async () => {
    await sign({ root }, image, { key: "k.key" });
    const predicate = claimedPredicate(claims, undefined);
    const statements = [written.digest, amd64].map((digest) => ({ predicate, digest }));
    const options = { ...SIGN_DEFAULTS, key: "k.key", legacy: false };
    await attestStatements(testContext({ root }), image, statements, options);
    const asked = async (demand: object) =>
      (await verify({ root }, image, { key: "k.pub", ...demand })).failures.map(
        ({ ruleId, message }) => `${ruleId}: ${named(message)}`,
      );
    expect(await asked({ source: "github.com/acme/app" })).toEqual([
      "image.attestation-missing: image@ARM64 (linux/arm64) is not verified: it has no attestation of type provenance",
    ]);
    const index = { indexOnly: true, builder: MINI_IDENTITY };
    expect(await asked({ ...index, source: "github.com/acme/app" })).toEqual([]);
    expect(await asked({ ...index, source: "github.com/acme/other" })).toEqual([
      "image.attestation-missing: image@INDEX is not verified: the source is another one (expected https://github.com/acme/other, found https://github.com/acme/app)",
    ]);
  });
});

describe("what a bill of materials describes", () => {
  const hex = "b".repeat(64);
  it.each([
    ["CycloneDX by version", { metadata: { component: { version: `sha256:${hex}` } } }],
    [
      "CycloneDX by hash",
      { metadata: { component: { hashes: [{ alg: "SHA-256", content: hex }] } } },
    ],
    [
      "CycloneDX by package URL",
      { metadata: { component: { purl: `pkg:oci/app@sha256%3A${hex}?arch=amd64` } } },
    ],
    ["SPDX 2", spdx(`sha256:${hex}`)],
    [
      "SPDX 3",
      {
        "@graph": [
          { type: "SpdxDocument", spdxId: "doc", rootElement: ["sbom"] },
          { type: "software_Sbom", spdxId: "sbom", rootElement: ["image"] },
          {
            ...{ type: "software_Package", spdxId: "image" },
            verifiedUsing: [{ type: "Hash", algorithm: "sha256", hashValue: hex }],
          },
        ],
      },
    ],
  ])("is read from %s", (_name, document) => {
    expect([...describedDigests(document)]).toEqual([`sha256:${hex}`]);
  });
});
