import { join } from "node:path";
import type { ActFailure, ActRecord } from "@assay/core";
import { bytesArtifact, VerificationError } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { CERTIFICATE_ENDS } from "../targets/older-names.ts";
import { readBundles } from "../verify/bundles-of.ts";
import { type FileDigests, releaseFailure } from "./judge-release.ts";

/** As cosign writes one or a chain: PEM, or that in base64. */
const CERTIFICATES =
  /^(?:-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*)+$/;

/**
 * Files of a release that nobody signed and that are called like signatures, and are none: a name alone hides no file.
 *
 * @param left Names of what was neither verified nor judged otherwise.
 */
export async function strangeFiles(
  folder: string,
  left: readonly string[],
): Promise<readonly ActFailure[]> {
  const found: ActFailure[] = [];
  for (const name of left) {
    if (await isSignature(folder, name)) continue;
    const reason = "it is called like a signature, and is none; it is not signed itself";
    found.push(releaseFailure("verify.no-bundle", name, reason));
  }
  return found;
}

/** Whether all of it is signatures, whosever they are. */
async function isSignature(folder: string, name: string): Promise<boolean> {
  if (CERTIFICATE_ENDS.some((end) => name.endsWith(end))) {
    const read = await readRegularFile(join(folder, name), MAX_BUNDLE_BYTES);
    const text = "bytes" in read ? read.bytes.toString("latin1") : "";
    return [text, Buffer.from(text, "base64").toString("latin1")].some((each) =>
      CERTIFICATES.test(each),
    );
  }
  try {
    const artifact = bytesArtifact(Buffer.alloc(0));
    for (const held of await readBundles(folder, name)) {
      await held.open(artifact).catch(passUnlessMalformed);
    }
    return true;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}

/** One that can't be trusted, or is about another file, is a signature all the same. */
function passUnlessMalformed(error: unknown): void {
  if (!(error instanceof VerificationError) || error.code === "malformed-bundle") throw error;
}

/** What was verified is not what was downloaded: two names are one file where case, or a dot at the end, makes no difference. */
export function exchangedFiles(
  records: readonly ActRecord[],
  digests: FileDigests,
): readonly ActFailure[] {
  return records
    .filter(
      ({ subject: { name, digests: verified } }) =>
        digests.get(name)?.get("sha256")?.toString("hex") !== verified["sha256"],
    )
    .map(({ subject: { name } }) =>
      releaseFailure(
        "verify.release-incomplete",
        name,
        "another file of the release took its place here",
      ),
    );
}
