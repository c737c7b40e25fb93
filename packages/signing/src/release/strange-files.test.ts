import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type FakeGithub,
  startFakeGithub,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sign, testContext, VERIFY_DEFAULTS } from "../test/run.ts";
import { runVerifyRelease } from "./run-verify-release.ts";
import { exchangedFiles } from "./strange-files.ts";

const COMMIT = "c".repeat(40);
const TAG = "v1.0.0";
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
let github: FakeGithub;
let root: string;
let signed: Readonly<Record<string, Buffer>>;
beforeAll(async () => {
  root = await temporaryFolder();
  await writeFiles(root, {
    "a.tgz": "a\n",
    "k.pem": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    "k.pub": publicKey.export({ type: "spki", format: "pem" }).toString(),
  });
  await sign({ root }, { files: ["a.tgz"], key: "k.pem" });
  const names = ["a.tgz", "a.tgz.sigstore.json"];
  signed = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, name))] as const)),
  );
});
afterAll(cleanUp);
beforeEach(async () => {
  github = await startFakeGithub("acme/app");
  github.state.tags.set(TAG, { type: "commit", sha: COMMIT });
});
afterEach(() => github.close());

async function failed(files: Readonly<Record<string, Uint8Array | string>>) {
  const assets = Object.entries(files).map(([name, content], at) => ({
    ...{ id: 100 + at, name },
    bytes: Buffer.from(content),
  }));
  github.state.releases.set(TAG, { id: 1, immutable: true, assets });
  const run = { root, hosts: [github.origin], environment: github.environment() };
  const { failures } = await runVerifyRelease(testContext(run), {
    ...VERIFY_DEFAULTS,
    key: "k.pub",
    repository: "acme/app",
    releaseTag: TAG,
    token: undefined,
    requireCommit: true,
    githubAttestations: true,
    maxBytes: 1_000_000,
  });
  return failures.map(({ ruleId, item }) => `${ruleId}: ${item}`);
}

const PROGRAM = "#!/bin/sh\n";
const PEM = "-----BEGIN CERTIFICATE-----\nQUJDRA==\n-----END CERTIFICATE-----\n";

describe("a file that nobody signed", () => {
  it.each([
    "x.sigstore.json",
    "x.sigstore.jsonl",
    "a.tgz.exe.sigstore",
    "a.tgz.x.sigstore.json",
    "multiple.intoto.jsonl",
  ])("is not hidden by a name such as %s", async (name) => {
    expect(await failed({ ...signed, [name]: PROGRAM })).toEqual([
      expect.stringMatching(new RegExp(`^verify\\.(no|malformed)-bundle: ${name}$`)),
    ]);
  });

  it("is none of the lines of a signature", async () => {
    const bundle = `${signed["a.tgz.sigstore.json"]}`.trim();
    const name = "a.tgz.more.sigstore.jsonl";
    expect(await failed({ ...signed, [name]: `${bundle}\n` })).toEqual([]);
    expect(await failed({ ...signed, [name]: `${bundle}\n${PROGRAM}` })).toEqual([
      `verify.no-bundle: ${name}`,
    ]);
  });

  it("is no certificate by its name", async () => {
    const detached = { ...signed, "a.tgz.sig": "QUJDRA==" };
    for (const text of [PEM, PEM + PEM, Buffer.from(PEM).toString("base64")])
      expect(await failed({ ...detached, "a.tgz.pem": text })).toEqual([]);
    for (const text of [PROGRAM, PROGRAM + PEM, ""])
      expect(await failed({ ...detached, "a.tgz.pem": text })).toEqual([
        "verify.no-bundle: a.tgz.pem",
      ]);
  });

  it("has no name of a temporary file", async () => {
    const name = ".assay-0123456789abcdef.tmp";
    expect(await failed({ ...signed, [name]: PROGRAM })).toEqual([
      `verify.release-incomplete: ${name}`,
    ]);
  });
});

describe("a release in which nothing is signed", () => {
  it("is not verified by a list of nothing, nor is a file by a list of its own", async () => {
    expect(await failed({ SHA256SUMS: "\n" })).toEqual(["verify.no-bundle: SHA256SUMS"]);
    expect(await failed({ ...signed, "a.tgz.sha256": "\n" })).toEqual([
      "verify.release-checksums: a.tgz",
    ]);
  });
});

it("a file in whose place another was verified is none that was downloaded", () => {
  const digest = (hex: string) => new Map([["sha256", Buffer.from(hex, "hex")]]);
  const record = (name: string, sha256: string) => ({
    act: "verified" as const,
    subject: { name, digests: { sha256 } },
    signer: {},
    logEntries: [],
  });
  const digests = new Map([
    ["App", digest("aa")],
    ["app", digest("bb")],
  ]);
  const found = exchangedFiles([record("App", "bb"), record("app", "bb")], digests);
  expect(found.map(({ ruleId, item }) => `${ruleId}: ${item}`)).toEqual([
    "verify.release-incomplete: App",
  ]);
});
