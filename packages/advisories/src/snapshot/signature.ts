import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type CheckContext, ExternalError, UsageError } from "@assay/core";
import {
  fileArtifact,
  loadTrustedRoot,
  parseBundle,
  parseTrustedRoot,
  type SignerPolicy,
  VerificationError,
  verifyBundle,
} from "@assay/sigstore";
import { MAX_BUNDLE_BYTES, readRegularFile } from "@assay/sigstore/files";
import { baseBytes, readTrustedKey } from "@assay/sigstore/keys";
import type { AdvisoryOptions } from "../sources/inputs.ts";

/** Who must have signed. */
export interface ExpectedSigner {
  readonly policy: SignerPolicy;
  /** For people, and what a place in the memory of what was seen is named after. */
  readonly name: string;
}

/** @throws UsageError when the inputs say nobody, or half of it. */
export async function expectedSigner(
  context: CheckContext,
  options: AdvisoryOptions,
): Promise<ExpectedSigner> {
  const {
    snapshotKey: key,
    snapshotIdentity: subject,
    snapshotOidcIssuer: issuer,
    snapshotTrustedRoot: root,
  } = options;
  const isKey = key !== undefined;
  if (isKey === (subject !== undefined) || (!isKey && (issuer === undefined || root === undefined)))
    throw new UsageError("Nothing says for sure who must have signed the snapshot", {
      hint: "Give `snapshot-key`, or `snapshot-identity` with `snapshot-oidc-issuer` and `snapshot-trusted-root`.",
    });
  const trusted = root === undefined ? undefined : await trustedRoot(context, root);
  if (isKey) {
    const policy = {
      kind: "key",
      key: await readTrustedKey(context, key),
      ...(trusted && { root: trusted }),
    } as const;
    return { policy, name: key.includes("-----BEGIN") ? "the given key" : key };
  }
  if (trusted === undefined || subject === undefined || issuer === undefined)
    throw new Error("unreachable");
  return {
    policy: { kind: "certificate", root: trusted, identity: { subject, issuer } },
    name: subject,
  };
}

async function trustedRoot(context: CheckContext, path: string) {
  const ofBase = await baseBytes(context, path, "snapshot-trusted-root");
  return ofBase === undefined
    ? await loadTrustedRoot(path, context.root)
    : parseTrustedRoot(ofBase, path);
}

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
