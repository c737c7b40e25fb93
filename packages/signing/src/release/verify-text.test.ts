import { describe, expect, test } from "vitest";
import { type ReleaseFacts, verifyText } from "./verify-text.ts";

const identity = "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0";
const issuer = "https://token.actions.githubusercontent.com";
const SLSA = "https://slsa.dev/provenance/v1";
const facts: ReleaseFacts = {
  repository: "acme/app",
  tag: "v1.0.0",
  assets: [
    ...["app.tgz", "app.zip", "SHA256SUMS"].flatMap((name) => [`${name}.sigstore.json`, name]),
    "provenance.sigstore.json",
    "app.tgz.cyclonedx.sigstore.json",
    "notes.txt",
    "VERIFY.md",
  ],
  signer: { identity, issuer },
  checksums: "SHA256SUMS",
  attestations: [
    { kind: "provenance", predicateType: SLSA },
    { kind: "cyclonedx", predicateType: "https://cyclonedx.org/bom" },
  ],
};
const WHO = `--certificate-identity ${identity} --certificate-oidc-issuer ${issuer}`;

describe("VERIFY.md", () => {
  test("of a release that a workflow signed", () => {
    expect(verifyText(facts)).toBe(`# Verify \`acme/app\`, \`v1.0.0\`

Signed by \`${identity}\`, \`${issuer}\`. Compare that with what the project says elsewhere: whoever can replace these files can replace this page.

- Signed: \`SHA256SUMS\`, \`app.tgz\`, \`app.zip\`
- Attested (provenance): \`SHA256SUMS\`, \`app.tgz\`, \`app.zip\`, \`notes.txt\`
- Attested (cyclonedx): \`app.tgz\`
- Not signed: \`notes.txt\`

## Assay

\`\`\`sh
assay verify release acme/app@v1.0.0 ${WHO} --tuf-url public
assay verify ${WHO} --tuf-url public -- SHA256SUMS app.tgz app.zip
assay verify ${WHO} --tuf-url public --predicate-type ${SLSA} -- SHA256SUMS app.tgz app.zip notes.txt
assay verify ${WHO} --tuf-url public --predicate-type https://cyclonedx.org/bom -- app.tgz
\`\`\`

## cosign 3

\`\`\`sh
(set -e; for f in SHA256SUMS app.tgz app.zip; do cosign verify-blob ${WHO} --bundle "$f.sigstore.json" "$f"; done)
(set -e; for f in SHA256SUMS app.tgz app.zip notes.txt; do cosign verify-blob-attestation --type ${SLSA} ${WHO} --bundle provenance.sigstore.json "$f"; done)
(set -e; for f in app.tgz; do cosign verify-blob-attestation --type https://cyclonedx.org/bom ${WHO} --bundle "$f.cyclonedx.sigstore.json" "$f"; done)
\`\`\`

## GitHub CLI

\`\`\`sh
(set -e; for f in SHA256SUMS app.tgz app.zip notes.txt; do gh attestation verify --repo acme/app --cert-identity ${identity} --predicate-type ${SLSA} --bundle provenance.sigstore.json "$f"; done)
(set -e; for f in app.tgz; do gh attestation verify --repo acme/app --cert-identity ${identity} --predicate-type https://cyclonedx.org/bom --bundle "$f.cyclonedx.sigstore.json" "$f"; done)
\`\`\`

## Checksums

\`\`\`sh
sha256sum --check --ignore-missing SHA256SUMS
\`\`\`

They say who made a file only where \`SHA256SUMS\` itself is verified, as above.
`);
  });

  test("the order of assets makes no difference", () => {
    expect(verifyText({ ...facts, assets: facts.assets.toReversed() })).toBe(verifyText(facts));
  });

  test("of a key without a log: the commands say so, and gh is not named", () => {
    const text = verifyText({
      ...facts,
      assets: ["-a b", "-a b.sigstore.json"],
      signer: { key: "release.pub" },
      checksums: undefined,
      attestations: [],
      isUnlogged: true,
    });
    expect(text).toBe(`# Verify \`acme/app\`, \`v1.0.0\`

Signed by \`release.pub\`. Compare that with what the project says elsewhere: whoever can replace these files can replace this page.

- Signed: \`-a b\`

## Assay

\`\`\`sh
assay verify release acme/app@v1.0.0 --key release.pub
assay verify --key release.pub -- '-a b'
\`\`\`

## cosign 3

\`\`\`sh
(set -e; for f in './-a b'; do cosign verify-blob --key release.pub --insecure-ignore-tlog --bundle "$f.sigstore.json" "$f"; done)
\`\`\`
`);
  });

  test("a trusted root of one's own is named to each tool that reads it, and gh can't", () => {
    const text = verifyText({ ...facts, trustedRoot: "acme_root.json" });
    expect(text.match(/--trusted-root acme_root\.json/g)).toHaveLength(7);
    expect(text).not.toContain("gh attestation");
    expect(text).not.toContain("--tuf-url");
  });

  test("a name can't leave its place, neither in the text nor in a shell", () => {
    const name = "a`$(id)`' | <img src=x>";
    const text = verifyText({
      ...facts,
      assets: [name, `${name}.sigstore.json`],
      attestations: [],
    });
    expect(text).toContain("- Signed: `a'$(id)'' | <img src=x>`\n");
    expect(text).toContain(`-- 'a\`$(id)\`'\\'' | <img src=x>'\n`);
  });

  test("a keyless signature without a log is one by its timestamp", () => {
    const text = verifyText({ ...facts, isUnlogged: true });
    expect(text.match(/--use-signed-timestamps --insecure-ignore-tlog/g)).toHaveLength(3);
  });
});
