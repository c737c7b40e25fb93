import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Clock, UsageError } from "@assay/core";
import { timestampAuthority } from "@assay/sigstore/sign";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  keylessRun,
  rulesOf,
  sign as signFiles,
  type TestRun,
  testContext,
  verify,
} from "../../test/run.ts";
import type { VerifyRunOptions } from "../options.ts";

const keys = { a: pairOf(), b: pairOf() };
const SLSA = "https://slsa.dev/provenance/v1";
const REPOSITORY = "https://github.com/acme/app";
const BUILDER = `${REPOSITORY}/.github/workflows/release.yml@refs/tags/v1.0.0`;

function pairOf() {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = pair.publicKey.export({ format: "der", type: "spki" });
  return {
    ...pair,
    pem: pair.publicKey.export({ format: "pem", type: "spki" }).toString(),
    sha256: createHash("sha256").update(spki).digest("hex"),
  };
}

/** A signature in DER over P-256 with -s in the place of s. */
function mirroredP256(der: Buffer): Buffer {
  const length = der[3] ?? 0;
  const r = der.subarray(2, 4 + length);
  const s = BigInt(`0x${der.subarray(6 + length).toString("hex")}`);
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const hex = (order - s).toString(16).padStart(64, "0");
  const bytes = Buffer.from(
    /^[89a-f]/.test(hex) ? `00${hex}` : hex.replace(/^(?:00(?=[0-7]))+/, ""),
    "hex",
  );
  const content = Buffer.concat([r, Buffer.from([2, bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}

type Who = keyof typeof keys;
const TYPE = "application/vnd.in-toto+json";
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const signature = (who: Who, text: string) =>
  sign("sha256", Buffer.from(text), keys[who].privateKey).toString("base64");

function signed(who: Who, content: string): string {
  const digest = createHash("sha256").update(content).digest("base64");
  return JSON.stringify({
    mediaType: MEDIA_TYPE,
    verificationMaterial: { publicKey: { hint: who } },
    messageSignature: {
      messageDigest: { algorithm: "SHA2_256", digest },
      signature: signature(who, content),
    },
  });
}

function attested(
  who: Who,
  content: string,
  predicateType: string,
  predicate: object = {},
): string {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const _type = "https://in-toto.io/Statement/v1";
  const payload = JSON.stringify({
    _type,
    subject: [{ digest: { sha256 } }],
    predicateType,
    predicate,
  });
  const sig = signature(who, `DSSEv1 ${TYPE.length} ${TYPE} ${payload.length} ${payload}`);
  return JSON.stringify({
    mediaType: MEDIA_TYPE,
    verificationMaterial: { publicKey: { hint: who } },
    dsseEnvelope: {
      payload: Buffer.from(payload).toString("base64"),
      payloadType: TYPE,
      signatures: [{ sig, keyid: "" }],
    },
  });
}

const provenance = (tag = "v1.0.0") => ({
  buildDefinition: {
    buildType: "https://actions.github.io/buildtypes/workflow/v1",
    externalParameters: { workflow: { ref: `refs/tags/${tag}`, repository: REPOSITORY } },
    resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/tags/${tag}` }],
  },
  runDetails: { builder: { id: BUILDER } },
});

const SIGNERS = "  a: {key: a.pub}\n  b: {key: b.pub}\n";
const policyOf = (rules: string, more = "") =>
  `version: 1\n${more}signers:\n${SIGNERS}rules:\n${rules}`;

interface Scene {
  readonly files: Readonly<Record<string, string>>;
  readonly policy: string;
  readonly options?: Partial<VerifyRunOptions>;
  readonly clock?: Clock;
  readonly event?: NonNullable<TestRun["event"]>;
  readonly environment?: Readonly<Record<string, string>>;
}

async function judged({ files, policy, options, clock, event, environment = {} }: Scene) {
  const root = await temporaryFolder();
  const all = { ...files, "a.pub": keys.a.pem, "b.pub": keys.b.pem, "policy.yml": policy };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  const wanted = { files: ["dist"], policy: "policy.yml", ...options };
  const given = {
    ...(clock === undefined ? {} : { clock }),
    ...(event === undefined ? {} : { event }),
  };
  return await verify({ root, environment, ...given }, wanted);
}

const rules = async (scene: Scene) => rulesOf(await judged(scene));

afterAll(cleanUp);

describe("who may sign what", () => {
  const policy = policyOf(`  - match: {path: "dist/*.tgz"}
    require: [{signature: {of: [a]}}]
  - match: {path: "dist/**/*.txt"}
    require: [{signature: {of: [a, b], at-least: 2}}]
  - match: {path: "dist/*.md"}
    allow-unsigned: true
`);
  const whole = {
    "dist/x.tgz": "x",
    "dist/x.tgz.sigstore.json": signed("a", "x"),
    "dist/n/y.txt": "y",
    "dist/n/y.txt.sigstore.json": signed("a", "y"),
    "dist/n/y.txt.b.sigstore.json": signed("b", "y"),
    "dist/README.md": "unsigned",
  };

  test("a folder in which everything is as it should be", async () => {
    const { failures, records, coverage } = await judged({ files: whole, policy });
    expect(failures).toEqual([]);
    expect(records.map(({ subject, notes }) => [subject.name, notes])).toEqual([
      ["dist/n/y.txt", ["By rule 2 (dist/**/*.txt) of the policy; signed by a, b."]],
      ["dist/x.tgz", ["By rule 1 (dist/*.tgz) of the policy; signed by a."]],
    ]);
    expect(coverage.skipped).toEqual([
      { item: "dist/README.md", reason: "the policy lets it be unsigned" },
    ]);
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["an extra file", { "dist/x.exe": "" }, ["verify.no-policy-rule"]],
    ["a file beside the rules' folders", { "dist/n/x.tgz": "" }, ["verify.no-policy-rule"]],
    ["an unsigned file", { "dist/z.tgz": "z" }, ["verify.no-bundle"]],
    ["a changed file", { "dist/x.tgz": "changed" }, ["verify.digest-mismatch"]],
    [
      "another signer",
      { "dist/x.tgz.sigstore.json": signed("b", "x") },
      ["verify.invalid-signature"],
    ],
    [
      "one signer twice",
      { "dist/n/y.txt.b.sigstore.json": signed("a", "y") },
      ["verify.policy-requirement"],
    ],
    [
      "an attestation where a signature is asked for",
      { "dist/x.tgz.sigstore.json": attested("a", "x", SLSA) },
      ["verify.policy-requirement"],
    ],
  ])("%s fails", async (_, change, expected) => {
    expect(await rules({ files: { ...whole, ...change }, policy })).toEqual(expected);
  });

  test("a rule that is for none of the files gets a notice, unless it is for another release", async () => {
    const more = `${policy}  - match: {path: "dits/*"}
    allow-unsigned: true
  - match: {path: "dist/*.md", release: "acme/app@v2*"}
    allow-unsigned: true
`;
    const environment = {
      GITHUB_REPOSITORY: "acme/app",
      GITHUB_REF: "refs/tags/v1.0.0",
    };
    expect((await judged({ files: whole, policy: more, environment })).notices).toEqual([
      expect.stringMatching(
        /^policy\.yml has rules that decided about none of these files: rule 4 \(dits\/\*\)\. /,
      ),
    ]);
    expect((await judged({ files: whole, policy })).notices).toEqual([]);
  });

  test("the first rule that is for a file decides", async () => {
    const order = (first: string, second: string) =>
      rules({
        files: { "dist/x": "x" },
        policy: policyOf(`  - match: {path: "${first}"}\n    allow-unsigned: true
  - match: {path: "${second}"}\n    require: [{signature: {of: [a]}}]\n`),
      });
    expect(await order("dist/x", "dist/*")).toEqual([]);
    expect(await order("dist/y", "dist/*")).toEqual(["verify.no-bundle"]);
  });

  test("a foreign bundle beside a good one does no harm; what is none is a file that nobody signed", async () => {
    const name = "dist/x.tgz.foreign.sigstore.json";
    const rulesWith = (text: string) => rules({ files: { ...whole, [name]: text }, policy });
    expect(await rulesWith(attested("b", "another file", "https://a.example/b"))).toEqual([]);
    expect(await rulesWith("{}")).toEqual(["verify.no-policy-rule"]);
  });

  test("a release is that of the verifier, never of a bundle", async () => {
    const release = policyOf(`  - match: {release: "acme/app@v*", path: "dist/**"}
    allow-unsigned: true\n`);
    const options = { tag: "v1", source: "github.com/acme/app" };
    const files = { "dist/x": "x" };
    expect(await rules({ files, policy: release, options })).toEqual([]);
    for (const other of [
      { ...options, tag: "x1" },
      { ...options, source: "evil/app" },
    ]) {
      expect(await rules({ files, policy: release, options: other })).toEqual([
        "verify.no-policy-rule",
      ]);
    }
  });

  test("a run that knows no release does not pass by the rules behind that of one", async () => {
    const policy = policyOf(`  - match: {release: "acme/app@v*", path: "dist/**"}
    require: [{signature: {of: [a]}}]
  - match: {path: "**"}
    allow-unsigned: true\n`);
    await expect(judged({ files: { "dist/x": "x" }, policy })).rejects.toThrow(
      /`rules\[0\]\.match\.release` holds .* does not know its value/,
    );
  });
});

describe("attestations", () => {
  const policy = policyOf(`  - match: {path: "dist/*"}
    require:
      - {attestation: provenance, of: [a], source: github.com/acme/app, tag: "{tag}", builder: "${BUILDER}"}
      - {attestation: [spdx, cyclonedx], of: [a, b]}
      - {attestation: test-result, of: [b], result: PASSED}
`);
  const tests = "https://in-toto.io/attestation/test-result/v0.1";
  const whole = {
    "dist/x": "x",
    "dist/x.slsa.sigstore.json": attested("a", "x", SLSA, provenance()),
    "dist/x.sbom.sigstore.json": attested("b", "x", "https://cyclonedx.org/bom/v1.6"),
    "dist/x.tests.sigstore.json": attested("b", "x", tests, { result: "PASSED" }),
  };
  const options = { tag: "v1.0.0" };

  test("of each kind that is required", async () => {
    expect(await rules({ files: whole, policy, options })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      "provenance of another tag",
      { "dist/x.slsa.sigstore.json": attested("a", "x", SLSA, provenance("v0.9.0")) },
    ],
    [
      "provenance of another signer",
      { "dist/x.slsa.sigstore.json": attested("b", "x", SLSA, provenance()) },
    ],
    ["provenance without content", { "dist/x.slsa.sigstore.json": attested("a", "x", SLSA) }],
    [
      "another kind of document",
      { "dist/x.sbom.sigstore.json": attested("b", "x", "https://openvex.dev/ns") },
    ],
    [
      "failed tests",
      { "dist/x.tests.sigstore.json": attested("b", "x", tests, { result: "FAILED" }) },
    ],
    [
      "tests of another file",
      { "dist/x.tests.sigstore.json": attested("b", "y", tests, { result: "PASSED" }) },
    ],
  ])("%s fails", async (_, change) => {
    expect(await rules({ files: { ...whole, ...change }, policy, options })).toEqual([
      "verify.policy-requirement",
    ]);
  });

  test("a template that nothing fills is an error", async () => {
    await expect(judged({ files: whole, policy })).rejects.toThrow(/does not know its value/);
  });
});

describe("identities", () => {
  let mini: MiniSigstore;
  let files: Readonly<Record<string, string>>;
  let later = 0;

  beforeAll(async () => {
    mini = await startMiniSigstore({ now: () => new Date(Date.now() + later) });
    const root = await temporaryFolder();
    await mkdir(join(root, "dist"));
    await writeFile(join(root, "dist/x"), "x");
    await writeFile(join(root, "root.json"), mini.trustedRoot);
    mini.claims = {
      sub: "repo:acme/app:ref:refs/heads/main",
      job_workflow_ref: "acme/app/.github/workflows/release.yml@refs/heads/main",
      repository: "acme/app",
      ref: "refs/heads/main",
      repository_visibility: "public",
    };
    const { records } = await signFiles(keylessRun(root, mini), {
      files: ["dist/x"],
      tokenRequestUrl: mini.tokenUrl,
      fulcioUrl: mini.fulcioUrl,
      rekorUrls: [mini.rekorV1Url],
      tsaUrl: mini.tsaUrl,
      trustedRoot: "root.json",
      allowPublicLog: true,
    });
    expect(records).toHaveLength(1);
    files = {
      "dist/x": "x",
      "dist/x.sigstore.json": await readFile(join(root, "dist/x.sigstore.json"), "utf8"),
      "root.json": mini.trustedRoot,
    };
  });
  afterAll(() => mini.close());

  const workflow = `${REPOSITORY}/.github/workflows/release.yml@refs/heads/main`;
  const by = (signer: string, more = "") =>
    `version: 1\ntrust: {root: root.json}\nsigners:\n  ci: {issuer: "${mini.issuer.url}", ${signer}}\nrules:\n  - match: {path: "dist/*"}\n    require: [{signature: {of: [ci]}}]\n${more}`;
  const today = () => new Date().toISOString().slice(0, 10);

  test.each<[string, string]>([
    ["exact", `identity: "${workflow}"`],
    ["a pattern", `pattern: "${REPOSITORY}/.github/workflows/*@refs/heads/main"`],
    [
      "with what its run was",
      `identity: "${workflow}", repository: acme/app, ref: refs/heads/main`,
    ],
    ["of an era without an end", `identity: "${workflow}", from: 2020-01-01`],
  ])("%s", async (_, signer) => {
    expect(await rules({ files, policy: by(signer) })).toEqual([]);
  });

  test("of an era that is today's, its last day included", async () => {
    const signer = `identity: "${workflow}", from: ${today()}, until: ${today()}`;
    expect(await rules({ files, policy: by(signer) })).toEqual([]);
  });

  test.each<[string, string]>([
    ["another one", `identity: "${workflow}x"`],
    ["another repository", `identity: "${workflow}", repository: acme/other`],
    ["of an era that is over", `identity: "${workflow}", until: 2020-01-01`],
    ["of one to come", `identity: "${workflow}", from: 2999-01-01`],
  ])("%s fails", async (_, signer) => {
    expect(await rules({ files, policy: by(signer) })).toEqual(["verify.identity-mismatch"]);
  });

  test("with logs and timestamps, as many as are asked for", async () => {
    const signer = `identity: "${workflow}"`;
    expect(await rules({ files, policy: by(signer, "    logs: 1\n    timestamps: 1\n") })).toEqual(
      [],
    );
    expect(await rules({ files, policy: by(signer, "    logs: 2\n") })).toEqual([
      "verify.log-entry-invalid",
    ]);
    expect(await rules({ files, policy: by(signer, "    timestamps: 2\n") })).toEqual([
      "verify.log-entry-invalid",
    ]);
  });

  test("two timestamps of one authority are of one witness", async () => {
    const bundle = JSON.parse(files["dist/x.sigstore.json"] ?? "");
    const signature = Buffer.from(bundle.messageSignature.signature, "base64");
    const messageDigest = { algorithm: 1, digest: Buffer.alloc(32) };
    const { http } = testContext(keylessRun(".", mini));
    later = 2000;
    const { rfc3161Timestamps = [] } = await timestampAuthority(http, mini.tsaUrl).testify(
      { $case: "messageSignature", messageSignature: { messageDigest, signature } },
      "",
    );
    const signedTimestamp = rfc3161Timestamps[0]?.signedTimestamp.toString("base64");
    bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps.push({
      signedTimestamp,
    });
    const two = { ...files, "dist/x.sigstore.json": JSON.stringify(bundle) };
    const policy = (count: number) => by(`identity: "${workflow}"`, `    timestamps: ${count}\n`);
    expect(await rules({ files: two, policy: policy(1) })).toEqual([]);
    expect(await rules({ files: two, policy: policy(2) })).toEqual(["verify.log-entry-invalid"]);
  });

  test("and bundles that were revoked by their digest", async () => {
    const sha256 = createHash("sha256")
      .update(files["dist/x.sigstore.json"] ?? "")
      .digest("hex");
    const policy = by(`identity: "${workflow}"`, `revoked: [{bundle-sha256: ${sha256}}]\n`);
    expect(await rules({ files, policy })).toEqual(["verify.untrusted-certificate"]);
  });
});

describe("time and revocation", () => {
  const files = { "dist/x": "x", "dist/x.sigstore.json": signed("a", "x") };
  const rule = `  - match: {path: "dist/*"}\n    require: [{signature: {of: [a]}}]\n`;
  const at = (day: string): Clock => ({ now: () => new Date(day), wall: () => new Date(day) });

  test("an expired policy verifies nothing, and says so a month before", async () => {
    const policy = policyOf(rule, "expires: 2027-06-30\n");
    const last = await judged({ files, policy, clock: at("2027-06-30T23:59:59Z") });
    expect([last.failures, last.notices]).toEqual([
      [],
      [expect.stringContaining("policy.yml expires after 2027-06-30")],
    ]);
    const early = await judged({ files, policy, clock: at("2027-05-01T00:00:00Z") });
    expect(early.notices).toEqual([]);
    const late = await judged({ files, policy, clock: at("2027-07-01T00:00:00Z") });
    expect([rulesOf(late), late.records]).toEqual([["verify.policy-expired"], []]);
  });

  test("a revoked key signs nothing any more", async () => {
    const policy = policyOf(rule, `revoked: [{key-sha256: ${keys.a.sha256}}]\n`);
    expect(await rules({ files, policy })).toEqual(["verify.revoked-key"]);
  });

  test("a signature that is revoked stays so, however its bundle is written or the signature mirrored", async () => {
    const { messageSignature, ...rest } = JSON.parse(files["dist/x.sigstore.json"]);
    const bytes = Buffer.from(messageSignature.signature, "base64");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const policy = policyOf(rule, `revoked: [{signature-sha256: ${sha256}}]\n`);
    const mirror = mirroredP256(bytes).toString("base64");
    const written = (signature: string) =>
      JSON.stringify({ ...rest, messageSignature: { ...messageSignature, signature } }, null, 1);
    for (const signature of [messageSignature.signature, mirror]) {
      const changed = { ...files, "dist/x.sigstore.json": written(signature) };
      expect(await rules({ files: changed, policy: policyOf(rule) })).toEqual([]);
      expect(await rules({ files: changed, policy })).toEqual(["verify.untrusted-certificate"]);
    }
    const again = { ...files, "dist/x.sigstore.json": signed("a", "x") };
    expect(await rules({ files: again, policy })).toEqual([]);
  });

  test("a key's era needs a time that somebody vouches for", async () => {
    const policy = policyOf(rule).replace("{key: a.pub}", "{key: a.pub, from: 2020-01-01}");
    expect(await rules({ files, policy })).toEqual(["verify.identity-mismatch"]);
  });
});

describe("a file that is no policy", () => {
  const good = policyOf(`  - match: {path: "dist/*"}\n    require: [{signature: {of: [a]}}]\n`);

  test.each<[string, string, RegExp]>([
    ["signers:", "signer:", /policy\.yml:2:1: signer is no known key/],
    ["of: [a]", "of: [c]", /there is no signer c/],
    ["of: [a]", "of: []", /must have or be at least 1/],
    ["{of: [a]}", "{of: [a], at-least: 0}", /at-least/],
    ["{of: [a]}", "{of: [a], atleast: 2}", /atleast is no known key/],
    ["key: a.pub", "key: a.pub, identity: x", /exactly one of key, identity and pattern/],
    ["key: a.pub", "key: a.pub, issuer: x", /a key has no `issuer`/],
    ["key: a.pub", "identity: x", /an identity needs its `issuer`/],
    ["key: a.pub", "key: a.pub, from: 2027-13-01", /Invalid ISO date/],
    ["key: a.pub", "key: a.pub, from: 2027-02-02, until: 2027-02-01", /is after/],
    ['{path: "dist/*"}', "{}", /needs `path` or `release`/],
    ["require: [{signature: {of: [a]}}]", "allow-unsigned: false", /needs either/],
    ["version: 1", "version: 2", /must be one of 1/],
    ["version: 1", "version: 1\nversion: 1", /version/],
    ["{signature: {of: [a]}}", "{attestation: provenanc, of: [a]}", /no known kind/],
  ])("%s → %s", async (from, to, message) => {
    expect(good).toContain(from);
    const error = await judged({ files: {}, policy: good.replace(from, to) }).catch((each) => each);
    expect(error).toBeInstanceOf(UsageError);
    expect([error.message, ...(error.problems ?? [])].join("\n")).toMatch(message);
  });

  test("is refused beside an input that says who must have signed", async () => {
    const options = { certificateIdentity: "x" };
    await expect(judged({ files: {}, policy: good, options })).rejects.toThrow(
      /`policy` is given together with `certificate-identity`/,
    );
  });

  test("is that of the base branch, for a change from outside", async () => {
    const event = { name: "pull_request", payload: {} };
    await expect(judged({ files: {}, policy: good, event })).rejects.toThrow(
      /`policy` is policy.yml, and the branch that the change wants to go to has no such file/,
    );
  });

  test("may be JSON", async () => {
    const policy = JSON.stringify({
      version: 1,
      signers: { a: { key: "a.pub" } },
      rules: [{ match: { path: "dist/*" }, require: [{ signature: { of: ["a"] } }] }],
    });
    const files = { "dist/x": "x", "dist/x.sigstore.json": signed("a", "x") };
    expect(await rules({ files, policy })).toEqual([]);
  });
});
