/** With identities: cosign, OpenSSL and we, both ways. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import {
  assay,
  bundleOf,
  certificateOf,
  config,
  cosign,
  cosignSign,
  cosignVerifyIdentity,
  EMAIL,
  emailToken,
  identity,
  must,
  mustNot,
  run,
  stack,
  WORKFLOW,
  work,
  write,
} from "./session.ts";

export const keylessCases: readonly InteropCase[] = [
  {
    name: "cosign and we refuse an identity or issuer that is one character off, at either end",
    async run() {
      const token = emailToken();
      write("end.ours", "ours");
      must(await assay(["sign", "end.ours", ...config("signing")], { SIGSTORE_ID_TOKEN: token }));
      write("end.theirs", "theirs");
      must(await cosignSign("end.theirs", ["--identity-token", token, ...config("signing")]));
      const issuer = stack.issuer.url;
      for (const name of ["end.ours", "end.theirs"]) {
        must(await cosignVerifyIdentity(name, EMAIL, issuer));
        must(await assay(["verify", name, ...identity(EMAIL, "")]));
        for (const [subject, suffix] of [
          [EMAIL.slice(1), ""],
          [EMAIL.slice(0, -1), ""],
          [`x${EMAIL}`, ""],
          [`${EMAIL}x`, ""],
          [EMAIL, "x"],
          [EMAIL, "/"],
        ] as const) {
          mustNot(await cosignVerifyIdentity(name, subject, `${issuer}${suffix}`));
          mustNot(await assay(["verify", name, ...identity(subject, suffix)]));
        }
      }
    },
  },
  {
    name: "cosign verifies what we sign keyless with Fulcio, Rekor v2 and a timestamp",
    async run() {
      write("c.txt", "c");
      must(
        await assay(["sign", "c.txt", ...config("signing")], { SIGSTORE_ID_TOKEN: emailToken() }),
      );
      must(await cosignVerifyIdentity("c.txt", EMAIL, stack.issuer.url));
      mustNot(await cosignVerifyIdentity("c.txt", "evil@acme.test", stack.issuer.url));
      mustNot(await cosignVerifyIdentity("c.txt", EMAIL, `${stack.issuer.url}/gh`));
      write("c.txt", "tampered");
      mustNot(await cosignVerifyIdentity("c.txt", EMAIL, stack.issuer.url));
    },
  },
  {
    name: "cosign verifies a batch that we sign as a GitHub workflow, with one certificate",
    async run() {
      const names = Array.from({ length: 8 }, (_, index) => `batch/${index}.bin`);
      mkdirSync(join(work, "batch"));
      for (const name of names) write(name, name);
      const environment = {
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: stack.tokenRequestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "interop",
      };
      must(await assay(["sign", "batch/*.bin", ...config("signing")], environment));
      const certificates = names.map(certificateOf);
      assert.equal(new Set(certificates).size, 1);
      for (const name of names)
        must(await cosignVerifyIdentity(name, WORKFLOW, `${stack.issuer.url}/gh`));
      const verified = await assay(["verify", "batch/*.bin", ...identity(WORKFLOW, "/gh")]);
      must(verified);
      // A second run keeps every bundle.
      const before = certificates.length;
      must(await assay(["sign", "batch/*.bin", ...config("signing")], environment));
      assert.equal(
        names.filter((name, index) => certificateOf(name) === certificates[index]).length,
        before,
      );
    },
  },
  {
    name: "we verify what cosign signs keyless, and only for the right identity",
    async run() {
      write("f.txt", "f");
      must(await cosignSign("f.txt", ["--identity-token", emailToken(), ...config("signing")]));
      must(await assay(["verify", "f.txt", ...identity(EMAIL, "")]));
      for (const wrong of ["ev@acme.test", "dev@acme.tes", "xdev@acme.test", "dev@acmeXtest"]) {
        mustNot(await assay(["verify", "f.txt", ...identity(wrong, "")]));
      }
      mustNot(await assay(["verify", "f.txt", ...identity(EMAIL, "/gh")]));
      mustNot(await assay(["verify", "f.txt", "--key", "k.pub"]));
      write("f.txt", "tampered");
      mustNot(await assay(["verify", "f.txt", ...identity(EMAIL, "")]));
    },
  },
  {
    name: "we verify cosign's attestations over a file, and refuse another file",
    async run() {
      write("g.txt", "g");
      write("predicate.json", '{"made": "here"}');
      const attest = ["--type", "https://acme.test/made/v1", "--predicate", "predicate.json"];
      const token = ["--identity-token", emailToken(), ...config("signing")];
      const bundle = ["--bundle", "g.txt.sigstore.json", "g.txt"];
      must(await cosign(["attest-blob", "--yes", ...attest, ...token, ...bundle]));
      must(await assay(["verify", "g.txt", ...identity(EMAIL, "")]));
      write("h.txt", "h");
      mustNot(
        await assay(["verify", "h.txt", "--bundle", "g.txt.sigstore.json", ...identity(EMAIL, "")]),
      );
    },
  },
  {
    name: "OpenSSL verifies the timestamp that we ask for",
    async run() {
      write("t.txt", "t");
      must(
        await assay(["sign", "t.txt", ...config("signing")], { SIGSTORE_ID_TOKEN: emailToken() }),
      );
      const bundle = bundleOf("t.txt");
      const { timestampVerificationData } = bundle.verificationMaterial;
      const reply = Buffer.from(
        timestampVerificationData.rfc3161Timestamps[0]?.signedTimestamp ?? "",
        "base64",
      );
      writeFileSync(join(work, "t.tsr"), reply);
      writeFileSync(join(work, "t.sig"), Buffer.from(bundle.messageSignature.signature, "base64"));
      const chain = ["-CAfile", join(stack.folder, "tsa-root.pem")];
      must(await run("openssl", ["ts", "-verify", "-in", "t.tsr", "-data", "t.sig", ...chain]));
    },
  },
];
