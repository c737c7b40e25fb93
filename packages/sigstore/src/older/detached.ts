import { VerificationError } from "../error.ts";
import { bundleOf, withoutTime } from "./make.ts";
import type { BundleSource } from "./read.ts";

/**
 * A signature in a file of its own, as `cosign sign-blob --output-signature` wrote it: one line of base64.
 *
 * @param hasCertificate Whether a certificate lies beside it: then nothing says when it was used.
 */
export function detachedSignature(bytes: Uint8Array, hasCertificate: boolean): BundleSource {
  return async (artifact) => {
    const text = Buffer.from(bytes).toString("latin1").trim();
    if (text === "" || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
      throw new VerificationError("malformed-bundle", "it is no signature of cosign", {
        expected: "one line of base64",
        found: text.startsWith("-----BEGIN PGP") ? "a signature of OpenPGP" : "something else",
      });
    }
    if (hasCertificate) throw withoutTime("a signature with its certificate beside it");
    const digest = (await artifact.digests(["sha256"])).get("sha256") ?? Buffer.alloc(0);
    return bundleOf(
      { publicKey: {} },
      {
        messageSignature: {
          messageDigest: { algorithm: "SHA2_256", digest: digest.toString("base64") },
          signature: text,
        },
      },
    );
  };
}
