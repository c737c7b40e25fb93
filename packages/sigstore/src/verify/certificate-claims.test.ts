import { type LeafRequest, type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  bytesArtifact,
  type CertificateClaims,
  parseBundle,
  parseTrustedRoot,
  VerificationError,
  verifyBundle,
} from "../index.ts";
import { forge } from "../test/forge.ts";

const REF = "refs/tags/v1@2";
const BUILDER = "https://github.com/acme/ci/.github/workflows/build.yml";
const ALL: Readonly<Record<number, string>> = {
  2: "push",
  3: "abc",
  4: "Release",
  5: "acme/app",
  6: REF,
  9: `${BUILDER}@refs/heads/main`,
  10: "def",
  11: "github-hosted",
  12: "https://github.com/acme/app",
  13: "abc",
  14: REF,
  15: "1",
  17: "2",
  18: `https://github.com/acme/app/.github/workflows/a@b.yml@${REF}`,
  20: "push",
  24: "repo:acme@2/app@1:ref:refs/tags/v1@2",
};

let mini: MiniSigstore;
beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(() => mini.close());

async function judged(
  claims: CertificateClaims,
  extensions: NonNullable<LeafRequest["claims"]> = ALL,
): Promise<string> {
  const { bundle } = await forge(mini, { content: "x", leaf: { claims: extensions } });
  const root = parseTrustedRoot(Buffer.from(mini.trustedRoot), "root");
  const subject = "https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main";
  const identity = { issuer: mini.issuer.url, subject, claims };
  try {
    const parsed = parseBundle(Buffer.from(JSON.stringify(bundle)));
    const signer = { kind: "certificate", root, identity } as const;
    await verifyBundle(parsed, bytesArtifact(Buffer.from("x")), { signer });
    return "verified";
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

describe("what a certificate says of its run", () => {
  test.each<[CertificateClaims]>([
    [{ repository: "acme/app" }],
    [{ repository: "https://github.com/acme/app" }],
    [{ ref: REF, sha: "abc", trigger: "push", runner: "github-hosted" }],
    [{ workflow: ".github/workflows/a@b.yml" }],
    [{ builder: BUILDER }],
    [{ builder: `${BUILDER}@refs/heads/main` }],
    [{ "token-subject": "repo:acme/app:ref:refs/tags/v1@2" }],
    [{ "token-subject": "repo:acme@2/app@1:ref:refs/tags/v1@2" }],
    [{ "repository-id": "1", "owner-id": "2", "workflow-name": "Release", "builder-sha": "def" }],
  ])("%j is what it says", async (claims) => {
    expect(await judged(claims)).toBe("verified");
  });

  test.each<[CertificateClaims, string]>([
    [{ repository: "acme/ap" }, "repository"],
    [{ repository: "Acme/app" }, "repository"],
    [{ ref: "refs/tags/v1" }, "ref"],
    [{ sha: "ab" }, "sha"],
    [{ trigger: "pull_request" }, "trigger"],
    [{ runner: "self-hosted" }, "runner"],
    [{ workflow: ".github/workflows/a" }, "workflow"],
    [{ workflow: "a@b.yml" }, "workflow"],
    [{ builder: BUILDER.slice(0, -1) }, "builder"],
    [{ builder: `${BUILDER}@refs/heads/mai` }, "builder"],
    [{ "token-subject": "repo:acme@3/app@1:ref:refs/tags/v1@2" }, "token subject"],
    [{ "token-subject": "repo:acme/other:ref:refs/tags/v1@2" }, "token subject"],
    [{ run: "https://github.com/acme/app/actions/runs/1" }, "run"],
  ])("%j is not", async (claims, what) => {
    expect(await judged(claims)).toBe(`identity-mismatch: the certificate is of another ${what}`);
  });

  test("an escaped colon is no colon: another claim could begin there", async () => {
    const extensions = { ...ALL, 24: "repo:acme@2/app@1:environment:a%3Aref%3Ab" };
    const wanted = (end: string) => ({ "token-subject": `repo:acme/app:environment:${end}` });
    expect(await judged(wanted("a%3Aref%3Ab"), extensions)).toBe("verified");
    expect(await judged(wanted("a:ref:b"), extensions)).toMatch(/^identity-mismatch/);
  });

  test.each([2, 3, 5, 6])(
    "the older extension %i that says something else is refused",
    async (arc) => {
      expect(await judged({}, { ...ALL, [arc]: "other" })).toMatch(
        /^untrusted-certificate: the certificate is ambiguous/,
      );
    },
  );

  test("what only an older extension says counts", async () => {
    const older = { 3: "abc", 5: "acme/app" };
    expect(await judged({ repository: "acme/app", sha: "abc" }, older)).toBe("verified");
  });
});
