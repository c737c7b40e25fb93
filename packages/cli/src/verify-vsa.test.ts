import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { VERSION } from "@assay/core";
import {
  cleanUp,
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCli } from "./cli.ts";
import { fakeTerminal } from "./test/terminal.ts";

const RESOURCE = "https://github.com/acme/app/releases/tag/v1";
const VERIFIER = "https://acme.example/gate";
const VSA = ["--vsa", "dist/vsa.sigstore.json", "--vsa-resource", RESOURCE];
const BY_KEY = [...VSA, "--vsa-key", "gate.key", "--vsa-verifier", VERIFIER];

let mini: MiniSigstore;
let root: string;
const write = (name: string, text: string) => writeFile(join(root, name), text);
const read = (name: string) => readFile(join(root, name), "utf8");
const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

async function assay(...argv: readonly string[]) {
  const environment = {
    PATH: process.env["PATH"],
    ACTIONS_ID_TOKEN_REQUEST_URL: mini.tokenUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini",
    GITHUB_ACTIONS: "true",
  };
  const terminal = fakeTerminal(root, { environment });
  const exitCode = await runCli(argv, terminal);
  return { exitCode, text: (terminal.out() + terminal.err()).replace(/\s+/g, " ") };
}

async function statement() {
  const { dsseEnvelope } = JSON.parse(await read("dist/vsa.sigstore.json"));
  return JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString("utf8"));
}

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await mkdir(join(root, "dist"));
  for (const name of ["maker", "gate"]) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    await write(`${name}.key`, privateKey.export({ format: "pem", type: "pkcs8" }).toString());
    await write(`${name}.pub`, publicKey.export({ format: "pem", type: "spki" }).toString());
  }
  await write("dist/a", "a");
  await write("dist/b", "b");
  await write(
    "policy.yml",
    "version: 1\nsigners: {maker: {key: maker.pub}}\nrules:\n  - {match: {path: 'dist/*'}, require: [{signature: {of: [maker]}}]}\n",
  );
  const signed = await assay("sign", "--key", "maker.key", "dist/*");
  expect(signed.exitCode).toBe(0);
});

/** The policy of a consumer, who knows the verifier alone. */
async function consume(more = "", of = "gate") {
  await write(
    "consumer.yml",
    `version: 1\nsigners: {gate: {key: gate.pub}, maker: {key: maker.pub}}\nrules:\n  - match: {path: 'dist/*'}\n    require:\n      - vsa: {of: [${of}], verifier: "${VERIFIER}", resource: "${RESOURCE}"${more}}\n`,
  );
  return await assay("verify", "--policy", "consumer.yml", "dist");
}

describe("a run that verified everything", () => {
  test("writes what it verified, by which policy and on what evidence", async () => {
    const run = await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    expect(run.exitCode).toBe(0);
    const { predicate, ...head } = await statement();
    expect(head).toEqual({
      _type: "https://in-toto.io/Statement/v1",
      subject: ["a", "b"].map((name) => ({
        name: `dist/${name}`,
        digest: { sha256: sha256(name) },
      })),
      predicateType: "https://slsa.dev/verification_summary/v1",
    });
    const bundles = await Promise.all(
      ["a", "b"].map(async (name) => {
        const uri = `dist/${name}.sigstore.json`;
        return { uri, digest: { sha256: sha256(await read(uri)) } };
      }),
    );
    expect(predicate).toEqual({
      verifier: { id: VERIFIER, version: { assay: VERSION } },
      timeVerified: expect.stringMatching(/^20.*Z$/),
      resourceUri: RESOURCE,
      policy: { uri: "policy.yml", digest: { sha256: sha256(await read("policy.yml")) } },
      inputAttestations: bundles,
      verificationResult: "PASSED",
      verifiedLevels: ["SLSA_BUILD_LEVEL_UNEVALUATED"],
      slsaVersion: "1.2",
    });
  });

  test("is believed by a policy that names its verifier, and an older summary is replaced", async () => {
    for (const _ of [1, 2])
      expect((await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist")).exitCode).toBe(0);
    for (const name of ["a", "b"]) await rm(join(root, `dist/${name}.sigstore.json`));
    const policy = sha256(await read("policy.yml"));
    expect(await consume(`, max-age: 1, policy-sha256: ${policy}`)).toMatchObject({ exitCode: 0 });
    const refused = await consume(", levels: [SLSA_BUILD_LEVEL_1]");
    expect(refused.exitCode).toBe(1);
    expect(refused.text).toMatch(/the verified level is too low.*SLSA_BUILD_LEVEL_UNEVALUATED/);
  });

  test("is believed by nobody else", async () => {
    await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    expect((await consume("", "maker")).exitCode).toBe(1);
    for (const name of ["a", "b"]) await rm(join(root, `dist/${name}.sigstore.json`));
    const plain = await assay("verify", "--key", "gate.pub", "dist/a");
    expect(plain.exitCode).toBe(1);
    expect(plain.text).toContain("another verifier's summary counts for a policy alone");
  });

  test("is about what it verified, and about nothing else", async () => {
    await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    await write("dist/c", "c");
    const run = await consume();
    expect(run.exitCode).toBe(1);
    expect(run.text).toContain("dist/c is not verified: the attestation is about other files");
    expect(run.text).not.toContain("dist/a is not verified");
  });

  test("leaves out what the policy lets be unsigned", async () => {
    const unsigned = "rules:\n  - {match: {path: dist/notes}, allow-unsigned: true}\n";
    await write("policy.yml", (await read("policy.yml")).replace("rules:\n", unsigned));
    await write("dist/notes", "anything");
    const run = await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    expect(run.exitCode).toBe(0);
    const { subject } = await statement();
    expect(subject.map(({ name }: { name: string }) => name)).toEqual(["dist/a", "dist/b"]);
  });

  test("signs keyless as the identity that verifies", async () => {
    const services = ["--fulcio-url", mini.fulcioUrl, "--rekor-url", mini.rekorV1Url];
    const run = await assay("verify", "--key", "maker.pub", ...VSA, ...services, "dist");
    expect(run.exitCode).toBe(0);
    const { predicate } = await statement();
    expect(predicate.verifier.id).toBe(MINI_IDENTITY);
    expect(predicate.policy).toEqual({
      uri: "urn:assay:verify",
      digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(predicate.inputAttestations).toHaveLength(2);
  });

  test("claims no level that nothing it verified bears out", async () => {
    const run = await assay(
      "verify",
      "--policy",
      "policy.yml",
      ...BY_KEY,
      "--vsa-level",
      "SLSA_BUILD_LEVEL_2",
      "dist",
    );
    expect(run.exitCode).toBe(2);
    expect(run.text).toContain("SLSA_BUILD_LEVEL_2 needs verified provenance");
    expect(await readdir(join(root, "dist"))).not.toContain("vsa.sigstore.json");
  });
});

describe("a run that failed", () => {
  test.each<[string, () => Promise<void>]>([
    ["a changed file", () => write("dist/b", "changed")],
    ["a file without a bundle", () => rm(join(root, "dist/b.sigstore.json"))],
    ["a broken bundle", () => write("dist/b.sigstore.json", "{}")],
  ])("by %s says FAILED, and nobody takes it", async (_, breakIt) => {
    await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    await breakIt();
    const run = await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    expect(run.exitCode).toBe(1);
    const { predicate, subject } = await statement();
    expect(predicate).toMatchObject({ verificationResult: "FAILED", verifiedLevels: ["FAILED"] });
    expect(subject).toHaveLength(2);
    const taken = await consume();
    expect(taken.exitCode).toBe(1);
    expect(taken.text).toContain("the verifier did not pass the file");
  });

  test("before it verified leaves no older summary", async () => {
    await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    const policy = await read("policy.yml");
    await write("policy.yml", "version: 2");
    expect((await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist")).exitCode).toBe(2);
    expect(await readdir(join(root, "dist"))).not.toContain("vsa.sigstore.json");
    await write("policy.yml", policy);
    await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    const wrong = [...BY_KEY, "--vsa-level", "FAILED"];
    expect((await assay("verify", "--policy", "policy.yml", ...wrong, "dist")).exitCode).toBe(2);
    expect(await readdir(join(root, "dist"))).not.toContain("vsa.sigstore.json");
  });

  test("because its policy has expired writes nothing: no file was looked at", async () => {
    await write("policy.yml", `${await read("policy.yml")}expires: 2020-01-01\n`);
    const run = await assay("verify", "--policy", "policy.yml", ...BY_KEY, "dist");
    expect(run.exitCode).not.toBe(0);
    expect(run.text).toContain("there is no file that the verdict is about");
    expect(await readdir(join(root, "dist"))).not.toContain("vsa.sigstore.json");
  });
});

describe("what is asked for is refused", () => {
  test.each<[string, readonly string[], string]>([
    [
      "without a resource",
      ["--vsa", "x", "--vsa-key", "gate.key", "--vsa-verifier", VERIFIER],
      "needs `vsa-resource`",
    ],
    ["without a verifier", [...VSA, "--vsa-key", "gate.key"], "needs `vsa-verifier`"],
    ["with FAILED as a level", [...BY_KEY, "--vsa-level", "FAILED"], "`vsa-level` is FAILED"],
    [
      "in place of another file",
      ["--vsa", "dist/a", ...BY_KEY.slice(2)],
      "something else than a verification summary",
    ],
  ])("%s", async (_, options, message) => {
    const run = await assay("verify", "--policy", "policy.yml", ...options, "dist");
    expect(run.exitCode).toBe(2);
    expect(run.text).toContain(message);
    expect(await read("dist/a")).toBe("a");
  });

  test("by a policy that asks for one as for any attestation", async () => {
    const text = await read("policy.yml");
    await write(
      "policy.yml",
      text
        .replace("signature: {of", "attestation: 'https://slsa.dev/verification_summary/v1', of")
        .replace("]}}]", "]}]"),
    );
    const run = await assay("verify", "--policy", "policy.yml", "dist");
    expect(run.exitCode).toBe(2);
    expect(run.text).toContain("a verification summary is asked for as `vsa`");
  });
});
