/** Attestations: cosign and we, both ways. */
import assert from "node:assert/strict";
import {
  assay,
  config,
  cosign,
  EMAIL,
  emailToken,
  identity,
  must,
  mustNot,
  stack,
  WORKFLOW,
  write,
} from "../sigstore/session.ts";
import type { InteropCase } from "../suite.ts";
import { all, each } from "./cosign-cases.ts";

const NO_LOG = ["--insecure-ignore-tlog"];
const TYPE = "https://acme.test/reviewed/v1";

function spdx(digest: string): string {
  return JSON.stringify({
    ...{ spdxVersion: "SPDX-2.3", SPDXID: "SPDXRef-DOCUMENT", dataLicense: "CC0-1.0" },
    ...{ name: "image", documentNamespace: `https://acme.test/${digest}` },
    creationInfo: { created: "2026-01-01T00:00:00Z", creators: ["Tool: test"] },
    packages: [
      {
        ...{ SPDXID: "SPDXRef-image", name: "image", versionInfo: digest },
        downloadLocation: "NOASSERTION",
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
}

export const attestationCases: readonly InteropCase[] = [
  ...each("cosign verifies our bills of materials, each of its platform", async (_host, image) => {
    const predicates = image.platforms.flatMap(({ digest }, at) => {
      write(`sbom-${at}.json`, spdx(digest));
      return ["--predicate", `sbom-${at}.json`];
    });
    const attest = ["image", "attest", "--key", "k.key", "--predicate-type", "spdx"];
    must(await assay([...attest, ...predicates, image.reference]));
    const verify = ["verify-attestation", "--key", "k.pub", ...NO_LOG];
    for (const { reference } of image.platforms) {
      must(await cosign([...verify, "--type", "https://spdx.dev/Document/v2.3", reference]));
      mustNot(await cosign([...verify, "--type", TYPE, reference]));
    }
    // An attestation is no signature, whatever cosign says of it.
    const signed = await assay(["image", "verify", "--key", "k.pub", image.reference]);
    mustNot(signed);
    assert.match(signed.output, /image\.unsigned/);
    const [platform] = image.platforms;
    must(await cosign(["verify", "--key", "k.pub", ...NO_LOG, platform?.reference ?? ""]));
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    const asked = ["image", "verify", "--key", "k.pub", "--predicate-type", "spdx"];
    must(await assay([...asked, image.reference]));
  }),
  ...each(
    "we verify cosign's attestations, of the type that is asked for",
    async (_host, image) => {
      write("reviewed.json", '{"reviewed": true}');
      const attest = ["attest", "--yes", "--key", "k.key", ...config("log-only")];
      const predicate = ["--type", TYPE, "--predicate", "reviewed.json"];
      for (const reference of all(image)) must(await cosign([...attest, ...predicate, reference]));
      const verify = ["image", "verify", "--key", "k.pub", "--no-require-signature"];
      must(await assay([...verify, "--predicate-type", TYPE, image.reference]));
      const other = await assay([...verify, "--predicate-type", "spdx", image.reference]);
      mustNot(other);
      assert.match(other.output, /image\.attestation-missing/);
    },
  ),
  ...each("cosign's bill of materials of another platform is refused", async (_host, image) => {
    must(await assay(["image", "sign", "--key", "k.key", image.reference]));
    const [first, second] = image.platforms;
    write("first.json", spdx(first?.digest ?? ""));
    const attest = ["attest", "--yes", "--key", "k.key", ...config("log-only")];
    const predicate = ["--type", "spdxjson", "--predicate", "first.json"];
    for (const reference of [first, second].map((one) => one?.reference ?? "")) {
      must(await cosign([...attest, ...predicate, reference]));
    }
    const asked = ["image", "verify", "--key", "k.pub", "--predicate-type", "spdx"];
    const verified = await assay([...asked, image.reference]);
    mustNot(verified);
    assert.match(verified.output, new RegExp(`image\\.sbom-of-another +\\S+@${second?.digest}`));
    assert.doesNotMatch(verified.output, new RegExp(`failed +\\S+ +\\S+@${first?.digest}`));
    const theirs = ["verify-attestation", "--key", "k.pub", ...NO_LOG, "--type", "spdxjson"];
    must(await cosign([...theirs, second?.reference ?? ""]));
  }),
  ...each("provenance of a GitHub workflow", async (_host, image) => {
    const environment = {
      GITHUB_ACTIONS: "true",
      // The stub's tokens are of another issuer, whose claims name no server.
      GITHUB_SERVER_URL: "https://github.com",
      ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
    };
    const who = identity(WORKFLOW, "/gh");
    must(await assay(["image", "sign", ...config("signing"), image.reference], environment));
    must(await assay(["image", "attest", ...config("signing"), image.reference], environment));
    for (const reference of all(image)) {
      const type = ["--type", "https://slsa.dev/provenance/v1"];
      must(await cosign(["verify-attestation", ...type, ...who, reference]));
    }
    const verify = ["image", "verify", ...who];
    must(await assay([...verify, "--source", "github.com/acme/app", image.reference]));
    mustNot(await assay([...verify, "--source", "github.com/acme/other", image.reference]));
    mustNot(await assay([...verify, "--tag", "v1.0.0", image.reference]));
  }),
  ...each("cosign's attestations in the older form", async (_host, image) => {
    write("older.json", '{"reviewed": true}');
    const old = ["--new-bundle-format=false", "--use-signing-config=false", "--tlog-upload=false"];
    const attest = ["attest", "--yes", "--key", "k.key", ...old];
    const predicate = ["--type", TYPE, "--predicate", "older.json"];
    for (const reference of all(image)) must(await cosign([...attest, ...predicate, reference]));
    const verify = ["image", "verify", "--key", "k.pub", "--no-require-signature"];
    must(await assay([...verify, "--predicate-type", TYPE, image.reference]));
    // And ours.
    const ours = ["image", "attest", "--legacy", "--key", "other.key", "--predicate-type", TYPE];
    must(await assay([...ours, "--predicate", "older.json", image.reference]));
    const theirs = ["verify-attestation", "--new-bundle-format=false", ...NO_LOG];
    must(await cosign([...theirs, "--key", "other.pub", "--type", TYPE, image.reference]));
  }),
  ...each("a person's attestation, keyless by cosign", async (_host, image) => {
    write("keyless.json", '{"reviewed": true}');
    const attest = ["attest", "--yes", "--identity-token", emailToken(), ...config("signing")];
    const predicate = ["--type", TYPE, "--predicate", "keyless.json"];
    must(await cosign([...attest, ...predicate, image.reference]));
    const verify = ["image", "verify", ...identity(EMAIL, ""), "--no-require-signature"];
    const asked = ["--index-only", "--predicate-type", TYPE];
    must(await assay([...verify, ...asked, image.reference]));
  }),
];
