import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type CheckContext, ExternalError } from "@assay/core";
import { fileArtifact, parseBundle, VerificationError, verifyBundle } from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import type { ExpectedSigner } from "@assay/sigstore/keys";

export { expectedSigner } from "@assay/sigstore/keys";

/** @throws ExternalError when the bundle beside a file is missing, or does not hold. */
export async function verifySnapshot(
  context: CheckContext,
  path: string,
  { policy, name }: ExpectedSigner,
): Promise<void> {
  const places = [`${path}.sigstore.json`, `${path}.sigstore`];
  const place = places.find((each) => existsSync(each));
  if (place === undefined)
    throw new ExternalError(`The snapshot ${path} is not signed: there is no ${places[0]}`, {
      hint: "Sign it where it is built with `assay sign`, and bring the bundle along.",
    });
  try {
    const read = await readRegularFile(place, MAX_BUNDLE_BYTES);
    if (!("bytes" in read))
      throw new VerificationError("unreadable", `the bundle is ${read.problem}`);
    await verifyBundle(parseBundle(read.bytes), fileArtifact(resolve(path), context.signal), {
      signer: policy,
    });
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    const { expected, found } = error;
    throw new ExternalError(
      `The snapshot ${path} is refused: ${error.message}${expected === undefined ? "" : ` (expected ${expected}${found === undefined ? "" : `, found ${found}`})`}`,
      { hint: `It must be signed by ${name}: take it from its source once more.`, cause: error },
    );
  }
}
