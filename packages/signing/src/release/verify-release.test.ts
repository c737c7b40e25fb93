import { createHash, generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type FakeAsset,
  type FakeGithub,
  type MiniSigstore,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
  writeFiles,
} from "@assay/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attest, sign, testContext, VERIFY_DEFAULTS } from "../test/run.ts";
import type { VerifyReleaseOptions } from "./options.ts";
import { runVerifyRelease } from "./run-verify-release.ts";

const COMMIT = "c".repeat(40);
const TAG = "v1.0.0";
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

let mini: MiniSigstore;
let github: FakeGithub;
let root: string;
/** Signed files by name, with their bundles. */
let signed: Readonly<Record<string, Buffer>>;

beforeAll(async () => {
  mini = await startMiniSigstore();
  root = await temporaryFolder();
  await writeFiles(root, {
    "a.tgz": "a\n",
    "b.tgz": "b\n",
    SHA256SUMS: `${sha256("a\n")}  a.tgz\n${sha256("b\n")} *b.tgz\r\n`,
    "k.pem": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    "k.pub": publicKey.export({ type: "spki", format: "pem" }).toString(),
    "r.json": '{"result":"PASSED","configuration":[]}',
    "root.json": mini.trustedRoot,
  });
  await sign({ root }, { files: ["a.tgz", "b.tgz", "SHA256SUMS"], key: "k.pem" });
  const names = ["a.tgz", "b.tgz", "SHA256SUMS"].flatMap((name) => [name, `${name}.sigstore.json`]);
  signed = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, name))] as const)),
  );
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  github = await startFakeGithub("acme/app");
  github.state.tags.set(TAG, { type: "commit", sha: COMMIT });
});
afterEach(() => github.close());

function publish(
  files: Readonly<Record<string, Uint8Array | string>>,
  more: readonly FakeAsset[] = [],
) {
  const assets = Object.entries(files).map(([name, content], at) => ({
    ...{ id: 100 + at, name },
    bytes: Buffer.from(content),
  }));
  github.state.releases.set(TAG, { id: 1, immutable: true, assets: [...assets, ...more] });
}

async function verify(options: Partial<VerifyReleaseOptions> = {}) {
  const run = { root, hosts: [github.origin], environment: github.environment() };
  return await runVerifyRelease(testContext(run), {
    ...VERIFY_DEFAULTS,
    key: "k.pub",
    repository: "acme/app",
    releaseTag: TAG,
    token: undefined,
    requireCommit: true,
    githubAttestations: true,
    maxBytes: 1_000_000,
    ...options,
  });
}

const failed = async (options: Partial<VerifyReleaseOptions> = {}) =>
  (await verify(options)).failures.map(({ ruleId, message }) => `${ruleId}: ${message}`);
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(signed).filter(([name]) => !names.includes(name)));

describe("a published release", () => {
  it("is verified whole, with the command that does it again", async () => {
    publish(signed);
    const { records, failures, verifyWith, notices } = await verify();
    expect([failures, notices]).toEqual([[], []]);
    expect(records.map(({ subject }) => subject.name).sort()).toEqual([
      "SHA256SUMS",
      "a.tgz",
      "b.tgz",
    ]);
    expect(verifyWith).toEqual([
      { tool: "assay", command: `assay verify release --key k.pub -- acme/app@${TAG}` },
    ]);
  });

  it("holds an unsigned file more", async () => {
    publish({ ...signed, "x.exe": "x" });
    expect(await failed()).toEqual([
      expect.stringMatching(/^verify\.no-bundle: x\.exe is not verified/),
      "verify.release-checksums: x.exe is not verified: SHA256SUMS does not name it",
    ]);
  });

  it("lacks a bundle that a signed list makes up for, and an unsigned list does not", async () => {
    publish(without("a.tgz.sigstore.json"));
    const { records, failures } = await verify();
    expect(failures).toEqual([]);
    expect(records.find(({ subject }) => subject.name === "a.tgz")).toMatchObject({
      product: "SHA256SUMS.sigstore.json",
      notes: ["SHA256SUMS names it with its digest, and is signed."],
    });
    publish(without("a.tgz.sigstore.json", "SHA256SUMS.sigstore.json"));
    expect(await failed()).toEqual([expect.stringMatching(/^verify\.no-bundle: a\.tgz/)]);
  });

  it("has a list whose attestation says nothing of the files that it names", async () => {
    const name = "SHA256SUMS.test-result.sigstore.json";
    const options = { key: "k.pem", predicateType: "test-result", predicate: "r.json" };
    const made = await attest({ root }, { ...options, files: ["SHA256SUMS"], perSubject: true });
    expect(made.failures).toEqual([]);
    const bundles = ["a.tgz", "b.tgz", "SHA256SUMS"].map((file) => `${file}.sigstore.json`);
    publish({ ...without(...bundles), [name]: await readFile(join(root, name)) });
    expect(await failed()).toEqual([]);
    const asked = { predicateTypes: ["test-result"] };
    expect(await failed(asked)).toEqual(
      ["a.tgz", "b.tgz"].map((file) =>
        expect.stringMatching(new RegExp(`^verify\\.no-bundle: ${file}`)),
      ),
    );
  });

  it("has a file that is not what was signed, nor what the list says", async () => {
    publish({ ...signed, "a.tgz": "changed\n" });
    expect(await failed()).toEqual([
      expect.stringMatching(/^verify\.digest-mismatch: a\.tgz/),
      "verify.release-checksums: a.tgz is not verified: it is not what SHA256SUMS says",
    ]);
  });

  it("lacks a file that a bundle and a list are about", async () => {
    publish(without("b.tgz"));
    expect(await failed()).toEqual([
      "verify.release-checksums: b.tgz is not verified: SHA256SUMS names it, and it is not in the release",
      "verify.release-incomplete: b.tgz.sigstore.json is not verified: it is a bundle, and its file is not in the release",
    ]);
  });

  it("has a digest alone beside a file, and a list that is none", async () => {
    publish({ ...signed, "a.tgz.sha256": sha256("a\n"), "b.tgz.sha256": sha256("other") });
    expect(await failed()).toEqual([
      "verify.release-checksums: b.tgz is not verified: it is not what b.tgz.sha256 says",
    ]);
    publish({
      ...without("SHA256SUMS", "SHA256SUMS.sigstore.json"),
      "checksums.txt": "nothing of the kind",
    });
    expect(await failed()).toEqual([
      "verify.release-checksums: checksums.txt is not verified: Line 1 of checksums.txt is no checksum with a name",
    ]);
  });

  it("has an upload that was never finished, and names that lead elsewhere", async () => {
    publish(signed, [
      { id: 7, name: "half.bin", bytes: Buffer.alloc(0), state: "starter" },
      { id: 8, name: "../../x", bytes: Buffer.from("x") },
    ]);
    expect(await failed()).toEqual([
      "verify.release-incomplete: ../../x is not verified: it has a name that no file can have, or one of another file",
      "verify.release-incomplete: half.bin is not verified: its upload was never finished",
    ]);
  });

  it("is not there, or too large, or sends something else than it lists", async () => {
    await expect(verify()).rejects.toThrow("There is no published release of v1.0.0 in acme/app");
    publish(signed);
    await expect(verify({ maxBytes: 10 })).rejects.toThrow("10 are allowed");
    github.fail({ status: 200, path: /\/releases\/assets\/100$/, body: "z\n" });
    expect(await failed()).toContainEqual(
      expect.stringMatching(
        /^verify\.release-incomplete: a\.tgz is not verified: 2 bytes with sha256:\w+ were sent/,
      ),
    );
  });

  it("is not asked for where nothing says who must have signed", async () => {
    const wrong = [
      [{ key: undefined }, "Nothing says who must have signed"],
      [{ key: "no.pub" }, "no.pub"],
      [{ key: undefined, policy: "no.yml" }, "`policy` is no.yml, and no such file exists"],
    ] as const;
    for (const [options, message] of wrong) await expect(verify(options)).rejects.toThrow(message);
    expect(github.journal).toEqual([]);
  });

  it("is signed by somebody else", async () => {
    publish(signed);
    const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
    const key = other.export({ type: "spki", format: "pem" }).toString();
    expect((await failed({ key })).map((line) => line.split(":")[0])).toEqual(
      Array(3).fill("verify.invalid-signature"),
    );
  });

  it("gets the attestations that GitHub keeps where bundles are missing", async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, {
      "a.tgz": "a\n",
      "r.json": await readFile(join(root, "r.json")),
      "k.pem": await readFile(join(root, "k.pem")),
    });
    const options = { key: "k.pem", predicateType: "test-result", predicate: "r.json" };
    await attest({ root: folder }, { files: ["a.tgz"], ...options });
    github.state.attestations.push(
      JSON.parse(await readFile(join(folder, "a.tgz.test-result.sigstore.json"), "utf8")),
    );
    publish({ "a.tgz": "a\n" });
    const { failures, notices } = await verify();
    expect(failures).toEqual([]);
    expect(notices).toContain(
      "1 file without a bundle: attestations that GitHub keeps were looked at.",
    );
    expect(await failed({ githubAttestations: false })).toEqual([
      expect.stringMatching(/^verify\.no-bundle: a\.tgz/),
    ]);
  });

  it("judges by a policy whose keys lie beside it, and by the names in the release", async () => {
    publish({ ...without("SHA256SUMS", "SHA256SUMS.sigstore.json"), "notes.txt": "n" });
    await writeFiles(root, {
      "policy.yml": [
        "version: 1",
        "signers: {release: {key: k.pub}}",
        "rules:",
        '  - match: {path: "*.tgz", release: "acme/app@v*"}',
        "    require: [{signature: {of: [release]}}]",
        '  - match: {path: "*.txt"}',
        "    allow-unsigned: true",
      ].join("\n"),
    });
    const options = { key: undefined, policy: "policy.yml", tag: TAG };
    const { records, failures, verifyWith } = await verify(options);
    expect([records.length, failures]).toEqual([2, []]);
    expect(verifyWith?.map(({ command }) => command)).toEqual([
      "assay verify release --policy policy.yml --tag v1.0.0 -- acme/app@v1.0.0",
    ]);
  });
});

describe("the source of a release", () => {
  let lastSigner: Partial<VerifyReleaseOptions> = {};
  async function keyless(claims: Readonly<Record<string, string>>) {
    mini.claims = {
      ...mini.claims,
      repository: "acme/app",
      ref: `refs/tags/${TAG}`,
      sha: COMMIT,
      ...claims,
    };
    const folder = await temporaryFolder();
    await writeFiles(folder, { "a.tgz": "a\n", "root.json": mini.trustedRoot });
    const environment = { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "mini" };
    const { records } = await sign(
      { root: folder, hosts: [mini.url], environment },
      {
        files: ["a.tgz"],
        fulcioUrl: mini.fulcioUrl,
        rekorUrls: [mini.rekorV1Url],
        tokenRequestUrl: mini.tokenUrl,
      },
    );
    publish({
      "a.tgz": "a\n",
      "a.tgz.sigstore.json": await readFile(join(folder, "a.tgz.sigstore.json")),
    });
    const who = {
      key: undefined,
      trustedRoot: "root.json",
      certificateIdentity: records[0]?.signer.identity,
      certificateOidcIssuer: mini.issuer.url,
    };
    lastSigner = who;
    return [await failed(who), await failed({ ...who, requireCommit: false })];
  }

  it("is the tag's commit, behind a tag object too", async () => {
    github.state.tags.set(TAG, { type: "tag", sha: "e".repeat(40) });
    github.state.tagObjects.set("e".repeat(40), { type: "commit", sha: COMMIT });
    expect(await keyless({})).toEqual([[], []]);
  });

  it("is another commit, another tag, or a tag that is gone", async () => {
    expect(await keyless({ sha: "d".repeat(40) })).toEqual([
      [
        `verify.release-commit: a.tgz is not verified: it was signed for commit ${"d".repeat(40)}, and the tag is at ${COMMIT}`,
      ],
      [],
    ]);
    github.state.tags.clear();
    expect((await keyless({}))[0]).toEqual([
      `verify.release-commit: a.tgz is not verified: it was signed for commit ${COMMIT}, and the tag is gone`,
    ]);
    expect(await keyless({ repository: "acme/other", sha: "d".repeat(40) })).toEqual([[], []]);
    expect((await verify(lastSigner)).notices).toEqual([
      "1 file signed by no run of acme/app: no commit was compared there.",
    ]);
    expect(await keyless({ ref: "refs/tags/v0.9.0" })).toEqual([
      ["verify.release-commit: a.tgz is not verified: it was signed for the tag v0.9.0"],
      [],
    ]);
  });
});
