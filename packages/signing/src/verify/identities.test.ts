import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanUp, type MiniSigstore, startMiniSigstore, temporaryFolder } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keylessRun, rulesOf, sign, verify } from "../test/run.ts";
import type { VerifyRunOptions } from "./options.ts";

const REPOSITORY = "https://github.com/acme/app";
const RELEASE = `${REPOSITORY}/.github/workflows/release.yml`;

let mini: MiniSigstore;
let root: string;

async function signAs(workflow: string, ref: string): Promise<void> {
  mini.claims = {
    sub: `repo:acme@2/app@1:ref:${ref}`,
    job_workflow_ref: `acme/app/.github/workflows/${workflow}@${ref}`,
    workflow_ref: `acme/app/.github/workflows/${workflow}@${ref}`,
    repository: "acme/app",
    repository_visibility: "public",
    event_name: "push",
    runner_environment: "github-hosted",
    ref,
    sha: "abc",
  };
  const { failures } = await sign(keylessRun(root, mini), {
    files: ["f"],
    tokenRequestUrl: mini.tokenUrl,
    fulcioUrl: mini.fulcioUrl,
    rekorUrls: [mini.rekorV1Url],
    trustedRoot: "root.json",
    allowPublicLog: true,
    replace: true,
  });
  expect(failures).toEqual([]);
}

beforeAll(async () => {
  mini = await startMiniSigstore();
  root = await temporaryFolder();
  await writeFile(join(root, "f"), "content");
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  await signAs("audit.yml", "refs/heads/main");
  await copyFile(join(root, "f.sigstore.json"), join(root, "f.audit.sigstore.json"));
  await signAs("release.yml", "refs/tags/v1.0.0");
});
afterAll(async () => {
  await mini.close();
  await cleanUp();
});

async function rules(
  options: Partial<VerifyRunOptions>,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const certificateOidcIssuer = mini.issuer.url;
  const wanted = { files: ["f"], trustedRoot: "root.json", certificateOidcIssuer, ...options };
  return rulesOf(await verify({ root, environment }, wanted));
}

const TEMPLATE = `https://github.com/{repository}/{workflow}@refs/tags/{tag}`;
const CI = {
  GITHUB_REPOSITORY: "acme/app",
  GITHUB_REF: "refs/tags/v1.0.0",
  GITHUB_WORKFLOW_REF: "acme/app/.github/workflows/release.yml@refs/tags/v1.0.0",
};

describe("an identity", () => {
  test("may be a pattern for all of it", async () => {
    const pattern = (certificateIdentityWildcard: string) => rules({ certificateIdentityWildcard });
    expect(await pattern(`${RELEASE}@refs/tags/v*`)).toEqual([]);
    expect(await pattern(`${RELEASE}@refs/tags/v2*`)).toEqual(["verify.identity-mismatch"]);
    expect(await pattern(`${RELEASE}@refs/tags/v1.0`)).toEqual(["verify.identity-mismatch"]);
  });

  test("may be a template, filled from the run or from inputs", async () => {
    expect(await rules({ certificateIdentity: TEMPLATE }, CI)).toEqual([]);
    const given = { certificateIdentity: `${RELEASE}@refs/tags/{tag}`, tag: "v1.0.0" };
    expect(await rules(given)).toEqual([]);
    expect(await rules({ ...given, tag: "v1.0.1" })).toEqual(["verify.identity-mismatch"]);
  });

  test.each<[Partial<VerifyRunOptions>, RegExp]>([
    [{ certificateIdentity: `${RELEASE}@refs/tags/{tag}` }, /does not know its value/],
    [{ certificateIdentity: `${RELEASE}@{version}` }, /stands for nothing/],
    [{ certificateIdentityWildcard: `${RELEASE}@refs/tags/{tag}`, tag: "**" }, /no plain name/],
    [{ certificateIdentity: RELEASE, tag: "../x", claims: { ref: "refs/{tag}" } }, /no plain name/],
    [{ certificateIdentityWildcard: "**" }, /lets anybody through/],
    [{ certificateIdentity: RELEASE, certificateIdentityWildcard: RELEASE }, /More than one of/],
    [{ certificateIdentity: RELEASE, minSignatures: 2 }, /only one signer is named/],
    [{ certificateIdentity: RELEASE, predicateTypes: ["provenanc"] }, /no known kind/],
    [
      { key: "k", certificateOidcIssuer: undefined, claims: { ref: "x" } },
      /together with a certificate/,
    ],
  ])("%j is refused", async (options, message) => {
    await expect(rules(options)).rejects.toThrow(message);
  });

  test("has to come with what is asked of the run", async () => {
    const claims = (given: VerifyRunOptions["claims"]) =>
      rules({ certificateIdentity: `${RELEASE}@refs/tags/v1.0.0`, claims: given }, CI);
    expect(
      await claims({
        repository: "acme/app",
        ref: "refs/tags/{tag}",
        workflow: ".github/workflows/release.yml",
        trigger: "push",
        runner: "github-hosted",
        builder: RELEASE,
        "token-subject": "repo:acme/app:ref:refs/tags/v1.0.0",
      }),
    ).toEqual([]);
    expect(await claims({ trigger: "workflow_dispatch" })).toEqual(["verify.identity-mismatch"]);
  });

  test("of a plain signature is not enough where provenance is asked for", async () => {
    const certificateIdentity = `${RELEASE}@refs/tags/v1.0.0`;
    expect(await rules({ certificateIdentity, source: "acme/app" })).toEqual([
      "verify.statement-mismatch",
    ]);
    expect(await rules({ certificateIdentity, tag: "v1.0.0" })).toEqual([
      "verify.statement-mismatch",
    ]);
  });
});

describe("several signers", () => {
  const certificateIdentityWildcard = `${REPOSITORY}/.github/workflows/*.yml@refs/**`;

  test("are counted by who they are", async () => {
    expect(await rules({ certificateIdentityWildcard, minSignatures: 2 })).toEqual([]);
    expect(await rules({ certificateIdentityWildcard, minSignatures: 3 })).toEqual([
      "verify.too-few-signers",
    ]);
  });

  test("are not one workflow at two refs", async () => {
    const own = await readFile(join(root, "f.sigstore.json"));
    await signAs("release.yml", "refs/heads/main");
    await rename(join(root, "f.sigstore.json"), join(root, "f.main.sigstore.json"));
    await writeFile(join(root, "f.sigstore.json"), own);
    const certificateIdentityWildcard = `${RELEASE}@refs/**`;
    expect(await rules({ certificateIdentityWildcard })).toEqual([]);
    expect(await rules({ certificateIdentityWildcard, minSignatures: 2 })).toEqual([
      "verify.too-few-signers",
    ]);
    await rm(join(root, "f.main.sigstore.json"));
  });

  test("are not two bundles of one", async () => {
    await copyFile(join(root, "f.sigstore.json"), join(root, "f.again.sigstore.json"));
    expect(
      await rules({ certificateIdentityWildcard: `${RELEASE}@refs/**`, minSignatures: 2 }),
    ).toEqual(["verify.too-few-signers"]);
  });
});
