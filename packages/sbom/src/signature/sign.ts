import { plural, UsageError } from "@assay/core";
import { type KeyPlaces, readKeyText } from "@assay/sigstore/keys";
import { parseMessageKey } from "@assay/sigstore/message-keys";
import type { SbomFormat } from "../options.ts";
import { canonicalJson } from "./canonical.ts";

/** Signs documents of the formats that have a place for it. */
export interface DocumentSigner {
  /** The same bytes for the same document and key. Other formats stay as they are. */
  sign(format: SbomFormat, bytes: Uint8Array): Uint8Array;
  /** Which formats bear no signature. */
  readonly notices: readonly string[];
}

export interface SignOptions {
  readonly formats: readonly SbomFormat[];
  /** A path or `env://NAME`. */
  readonly signKey: string;
  readonly signKeyPassword?: string | undefined;
}

/**
 * Puts a signature into CycloneDX JSON documents (JSF 0.82, https://cyberphone.github.io/doc/security/jsf.html), together with the
 * public key that verifies it.
 *
 * @throws UsageError when the key can't be read, and when no format of the run has a place for a signature.
 */
export async function documentSigner(
  places: KeyPlaces,
  { formats, signKey, signKeyPassword }: SignOptions,
): Promise<DocumentSigner> {
  const unsigned = formats.filter((format) => !isSigned(format));
  const hint =
    "Sign other documents with `assay sign`, which writes a bundle beside each file, or add `cyclonedx-1.6`.";
  if (unsigned.length === formats.length) {
    throw new UsageError("`sign-key` is given, and none of `formats` is CycloneDX JSON", { hint });
  }
  if (signKey.includes("-----BEGIN")) {
    throw new UsageError("`sign-key` holds a key itself instead of where it is", {
      hint: "Put it into a secret, pass that with `env:`, and give `env://NAME`.",
    });
  }
  const { text, source } = await readKeyText(places, signKey, "sign-key");
  const key = await parseMessageKey(text, signKeyPassword, source);
  const jwk = Object.entries(key.publicKey.key.export({ format: "jwk" })).sort();
  const core = { algorithm: key.algorithm, publicKey: Object.fromEntries(jwk) };
  return {
    sign: (format, bytes) =>
      isSigned(format) ? signed(bytes, core, (message) => key.sign(message)) : bytes,
    notices:
      unsigned.length === 0
        ? []
        : [
            `${plural(unsigned.length, "format")} (${unsigned.join(", ")}) can't hold a signature: only CycloneDX JSON is signed. \`assay sign\` writes a bundle beside any file.`,
          ],
  };
}

function isSigned(format: SbomFormat): boolean {
  return /^cyclonedx-[\d.]+$/.test(format);
}

/** JSF, section 7: the canonical form of all of the document is signed, with the signature object in it and but for its value. */
function signed(
  bytes: Uint8Array,
  core: object,
  sign: (message: Uint8Array) => Buffer,
): Uint8Array {
  const document = JSON.parse(new TextDecoder().decode(bytes));
  const value = sign(canonicalJson({ ...document, signature: core })).toString("base64url");
  const field = JSON.stringify({ signature: { ...core, value } }, null, 2).slice(2, -2);
  // In the order of the keys, and what else stands there stays as it is.
  const at =
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\n  "specVersion": ') + 1;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(`${field},\n`), bytes.subarray(at)]);
}
