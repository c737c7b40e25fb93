import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  cleanUp,
  type Fault,
  MINI_IDENTITY,
  type MiniSigstore,
  startFakeGithub,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attest, keylessRun, rulesOf, sign, statementAt, verify } from "../test/run.ts";

let mini: MiniSigstore;
let root: string;

const GITHUB_CLAIMS = {
  repository: "acme/app",
  ref: "refs/heads/main",
  sha: "a".repeat(40),
  event_name: "push",
  workflow_ref: "acme/app/.github/workflows/release@v1.yml@refs/heads/main",
  repository_id: "11",
  repository_owner_id: "22",
  runner_environment: "github-hosted",
  run_id: "33",
  run_attempt: "2",
};

beforeAll(async () => {
  mini = await startMiniSigstore();
  mini.claims = { ...mini.claims, ...GITHUB_CLAIMS };
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});
beforeEach(async () => {
  root = await temporaryFolder();
  await mkdir(join(root, "dist"));
  await writeFile(join(root, "dist/a.tgz"), "a");
  await writeFile(join(root, "dist/b.tgz"), "b");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await writeFile(join(root, "k.key"), privateKey.export({ format: "pem", type: "pkcs8" }));
  await writeFile(join(root, "k.pub"), publicKey.export({ format: "pem", type: "spki" }));
  await write("bom.json", { bomFormat: "CycloneDX", specVersion: "1.6" });
});

const write = (name: string, content: unknown) =>
  writeFile(join(root, name), typeof content === "string" ? content : JSON.stringify(content));
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const BOM = { key: "k.key", predicateType: "cyclonedx", predicate: "bom.json" };

function keyless(): Parameters<typeof attest> {
  const run = keylessRun(root, mini);
  const environment = { ...run.environment, GITHUB_SERVER_URL: "https://github.com" };
  return [
    { ...run, environment },
    {
      files: ["dist/*.tgz"],
      fulcioUrl: mini.fulcioUrl,
      rekorUrls: [mini.rekorV1Url],
      tsaUrl: mini.tsaUrl,
      trustedRoot: "root.json",
      tokenRequestUrl: mini.tokenUrl,
    },
  ];
}

it("attests what the runner's list of artifacts names where nothing else is named", async () => {
  const subjects = [
    { name: "app.zip", kind: "file", digest: `sha256:${sha256("z")}` },
    { name: "ghcr.io/acme/app", kind: "oci", digest: `sha256:${sha256("image")}` },
  ];
  await write("artifacts.json", { version: 1, subjects });
  const environment = { GITHUB_ARTIFACTS_LIST: join(root, "artifacts.json") };
  const listed = await attest({ root, environment }, { ...BOM, files: [] });
  expect(listed.failures).toEqual([]);
  expect(await statementAt(root, "cyclonedx.sigstore.json")).toMatchObject({
    subject: [
      { name: "app.zip", digest: { sha256: sha256("z") } },
      { name: "ghcr.io/acme/app", digest: { sha256: sha256("image") } },
    ],
  });
  const named = await attest({ root, environment }, { ...BOM, files: ["dist/a.tgz"] });
  expect(named.records.map(({ subject }) => subject.name)).toEqual(["dist/a.tgz"]);
});

describe("provenance", () => {
  it("says of GitHub what the token claims, as GitHub's own generator writes it", async () => {
    const result = await attest(...keyless());
    expect(result.failures).toEqual([]);
    expect(await statementAt(root, "dist/provenance.sigstore.json")).toEqual({
      _type: "https://in-toto.io/Statement/v1",
      subject: [
        { name: "dist/a.tgz", digest: { sha256: sha256("a") } },
        { name: "dist/b.tgz", digest: { sha256: sha256("b") } },
      ],
      predicateType: "https://slsa.dev/provenance/v1",
      predicate: {
        buildDefinition: {
          buildType: "https://actions.github.io/buildtypes/workflow/v1",
          externalParameters: {
            workflow: {
              ref: "refs/heads/main",
              repository: "https://github.com/acme/app",
              path: ".github/workflows/release@v1.yml",
            },
          },
          internalParameters: {
            github: {
              event_name: "push",
              repository_id: "11",
              repository_owner_id: "22",
              runner_environment: "github-hosted",
            },
          },
          resolvedDependencies: [
            {
              uri: "git+https://github.com/acme/app@refs/heads/main",
              digest: { gitCommit: "a".repeat(40) },
            },
          ],
        },
        runDetails: {
          builder: { id: MINI_IDENTITY },
          metadata: { invocationId: "https://github.com/acme/app/actions/runs/33/attempts/2" },
        },
      },
    });
  });

  it("is verified by the identity, and its records say what it is", async () => {
    const { records, verifyWith = [] } = await attest(...keyless());
    expect(
      records.map(({ act, subject, product, notes }) => [act, subject.name, product, notes]),
    ).toEqual(
      ["dist/a.tgz", "dist/b.tgz"].map((name) => [
        "signed",
        name,
        "dist/provenance.sigstore.json",
        ["An attestation of kind provenance (https://slsa.dev/provenance/v1)."],
      ]),
    );
    expect(verifyWith.map(({ command }) => command)).toEqual([
      `assay verify --certificate-identity ${MINI_IDENTITY} --certificate-oidc-issuer ${mini.issuer.url} --trusted-root root.json --predicate-type https://slsa.dev/provenance/v1 --bundle dist/provenance.sigstore.json -- dist/a.tgz`,
      `cosign verify-blob-attestation --bundle dist/provenance.sigstore.json --type https://slsa.dev/provenance/v1 --certificate-identity ${MINI_IDENTITY} --certificate-oidc-issuer ${mini.issuer.url} --trusted-root root.json dist/a.tgz`,
    ]);
    const verified = await verify(
      { root },
      {
        files: ["dist"],
        trustedRoot: "root.json",
        certificateIdentity: MINI_IDENTITY,
        certificateOidcIssuer: mini.issuer.url,
      },
    );
    expect(verified.records).toHaveLength(2);
    // It was read, though it is named after no file.
    expect(verified.coverage.skipped).toEqual([]);
  });

  it("is kept when a run would say the same, and replaced when it says something else", async () => {
    await attest(...keyless());
    expect((await attest(...keyless())).records.map(({ act }) => act)).toEqual(["kept", "kept"]);
    await write("dist/b.tgz", "changed");
    const again = await attest(...keyless());
    expect(again.records.map(({ act }) => act)).toEqual(["signed", "signed"]);
  });

  it("is an internal error where the certificate names another builder", async () => {
    const [run, options] = keyless();
    const environment = { ...run.environment, GITHUB_SERVER_URL: "https://evil.test" };
    await expect(attest({ ...run, environment }, options)).rejects.toThrow(
      /certificate and the provenance differ: its builder is https:\/\/github.com/,
    );
  });

  it("with a key outside CI is an input error", async () => {
    const run = attest({ root }, { files: ["dist/*"], key: "k.key" });
    await expect(run).rejects.toThrow(/no identity token of a CI/);
  });

  it("with a key in CI says that no certificate confirms it", async () => {
    const [run, { tokenRequestUrl }] = keyless();
    const { records } = await attest(run, { files: ["dist/a.tgz"], key: "k.key", tokenRequestUrl });
    expect(records[0]?.notes?.at(-1)).toMatch(/no certificate confirms/);
  });
});

describe("what is attested", () => {
  it("stands beside each file with `per-subject`, and verify finds it beside the signature", async () => {
    await sign({ root }, { files: ["dist/*.tgz"], key: "k.key" });
    await attest({ root }, { ...BOM, files: ["dist/*.tgz"], perSubject: true });
    expect((await readdir(join(root, "dist"))).sort()).toEqual([
      "a.tgz",
      "a.tgz.cyclonedx.sigstore.json",
      "a.tgz.sigstore.json",
      "b.tgz",
      "b.tgz.cyclonedx.sigstore.json",
      "b.tgz.sigstore.json",
    ]);
    await write("dist/a.tgz.sigstore.json", "{}");
    expect(rulesOf(await verify({ root }, { files: ["dist/*"], key: "k.pub" }))).toEqual([]);
  });

  it("keeps the document as it was written", async () => {
    const text = '{"bomFormat": "CycloneDX", "specVersion":"1.6", "big": 12345678901234567890.0}';
    await write("bom.json", text);
    await attest({ root }, { ...BOM, files: ["dist/a.tgz"] });
    const bundle = JSON.parse(
      await readFile(join(root, "dist/a.tgz.cyclonedx.sigstore.json"), "utf8"),
    );
    const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString("utf8");
    expect(payload).toContain(`"predicate":${text}}`);
  });

  it("goes to a folder that is made, or as lines into one file", async () => {
    const files = ["dist/*.tgz"];
    await attest({ root }, { ...BOM, files, perSubject: true, outputDirectory: "out/deep" });
    expect(await readdir(join(root, "out/deep"))).toHaveLength(2);
    const lines = { ...BOM, files, perSubject: true, bundle: "all.sigstore.jsonl" };
    await attest({ root }, lines);
    expect((await attest({ root }, lines)).coverage.inspected).toEqual({
      files: 2,
      attested: 0,
      kept: 2,
    });
    const text = await readFile(join(root, "all.sigstore.jsonl"), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(2);
    const checked = { files, key: "k.pub", bundle: "all.sigstore.jsonl" };
    expect(rulesOf(await verify({ root }, checked))).toEqual([]);
  });

  it("is split above 1,024 subjects", async () => {
    const list = Array.from({ length: 1025 }, (_, at) => `${sha256(`file ${at}`)}  f${at}\n`);
    await write("SHA256SUMS", list.join(""));
    const result = await attest({ root }, { ...BOM, subjectsFromChecksums: "SHA256SUMS" });
    expect(result.records).toHaveLength(1025);
    const text = await readFile(join(root, "cyclonedx.sigstore.jsonl"), "utf8");
    expect(text.trimEnd().split("\n")).toHaveLength(2);
    await write("f1024", "file 1024");
    const bundle = "cyclonedx.sigstore.jsonl";
    expect(rulesOf(await verify({ root }, { files: ["f1024"], key: "k.pub", bundle }))).toEqual([]);
  });

  it("is of no file that is not what the list says", async () => {
    await write("SHA256SUMS", `${sha256("x")}  dist/a.tgz\n${sha256("c")}  c.tgz\n`);
    const given = { files: ["dist/a.tgz"], subjectsFromChecksums: "SHA256SUMS" };
    const { records, failures } = await attest({ root }, { ...BOM, ...given });
    expect(records.map(({ subject }) => subject.name)).toEqual(["c.tgz"]);
    expect(failures).toMatchObject([{ item: "dist/a.tgz", kind: "policy" }]);
  });

  it("does not overwrite a signature or another kind, but with `replace`", async () => {
    const taken = { ...BOM, files: ["dist/a.tgz"], bundle: "dist/a.tgz.sigstore.json" };
    await sign({ root }, { files: ["dist/a.tgz"], key: "k.key" });
    const refused = await attest({ root }, taken);
    expect(refused.failures.map(({ message }) => message)).toEqual([
      "dist/a.tgz was not attested: dist/a.tgz.sigstore.json is a signature; it stays as it is",
    ]);
    expect(rulesOf(await attest({ root }, { ...taken, replace: true }))).toEqual([]);
    const other = await attest({ root }, { ...taken, predicateType: "https://acme.test/scan/v1" });
    expect(other.failures[0]?.message).toContain(
      "an attestation of type https://cyclonedx.org/bom",
    );
  });

  it("names what a pattern did not find", async () => {
    const result = await attest({ root }, { ...BOM, files: ["dist/a.tgz", "*.zip"] });
    expect(rulesOf(result)).toEqual(["attest.nothing-to-attest"]);
    expect(result.records).toHaveLength(1);
  });
});

describe("uploaded to GitHub", () => {
  const upload = async (fail?: Fault) => {
    const github = await startFakeGithub("acme/app");
    try {
      if (fail !== undefined) github.fail(fail);
      const environment = { GITHUB_API_URL: `${github.origin}/api/v3` };
      const remote = { serverUrl: "https://github.com", repository: "acme/app", token: "t" };
      const run = { root, environment, remote, hosts: [github.origin] };
      const options = { ...BOM, files: ["dist/a.tgz"], githubAttestation: true };
      return { result: await attest(run, options), stored: github.state.attestations };
    } finally {
      await github.close();
    }
  };
  const PATH = /attestations$/;

  it("is the very bundle, after a fault too, and its page stands in the record", async () => {
    const { result, stored } = await upload({ path: PATH, status: 502, times: 2 });
    expect(result.failures).toEqual([]);
    expect(result.records[0]?.destination).toBe("https://github.com/acme/app/attestations/701");
    const text = await readFile(join(root, "dist/a.tgz.cyclonedx.sigstore.json"), "utf8");
    expect(stored).toEqual([JSON.parse(text)]);
  });

  it.each([
    [403, "usage", /the token lacks a permission/],
    [422, "external", /answered 422/],
  ] as const)("is written all the same where GitHub answers %d", async (status, kind, message) => {
    const { result } = await upload({ path: PATH, status });
    expect(result.records).toHaveLength(1);
    expect(result.failures).toMatchObject([{ ruleId: "attest.not-uploaded", kind }]);
    expect(result.failures[0]?.message).toMatch(message);
    if (status === 403) expect(result.failures[0]?.hint).toContain("attestations: write");
  });
});
