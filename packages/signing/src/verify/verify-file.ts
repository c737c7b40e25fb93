import { resolve } from "node:path";
import type { ActFailure, ActRecord, ActSigner, CommandContext } from "@assay/core";
import {
  fileArtifact,
  type ParsedBundle,
  type SignedArtifact,
  type VerifiedBundle,
  type VerifyOptions,
  verifyBundle,
} from "@assay/sigstore";
import { keySigner, recordOf } from "../act/record.ts";
import { bundleSuffixes } from "../targets/bundle-names.ts";
import { type BundleFinder, readBundles } from "./bundles-of.ts";
import { type Attempt, failureOf, noBundle } from "./failures.ts";
import type { VerifyRunOptions } from "./options.ts";

export interface VerifiedFile {
  readonly record: ActRecord;
  readonly verified: VerifiedBundle;
}

/** Verifies a file by the first of its bundles that holds; others beside it may be of other signers. */
export async function verifyFile(
  { root, signal }: CommandContext,
  finder: BundleFinder,
  path: string,
  wanted: VerifyOptions,
  { bundle, bundleSuffix }: VerifyRunOptions,
): Promise<VerifiedFile | { readonly failure: ActFailure }> {
  const places = bundle === undefined ? await finder.of(path) : [bundle];
  const artifact = fileArtifact(resolve(root, path), signal);
  const attempts: Attempt[] = [];
  for (const place of places) {
    for (const read of await bundlesAt(root, place, attempts)) {
      try {
        const verified = await verifyBundle(read(), artifact, wanted);
        return { record: await recordFor(path, place, artifact, wanted, verified), verified };
      } catch (error) {
        signal.throwIfAborted();
        attempts.push({ bundle: place, error });
      }
    }
  }
  if (attempts.length > 0) return { failure: failureOf(path, attempts) };
  const beside = bundleSuffixes(bundleSuffix).map((suffix) => `${path}${suffix}`);
  return { failure: noBundle(path, bundle ?? beside.join(" or ")) };
}

async function bundlesAt(
  root: string,
  place: string,
  attempts: Attempt[],
): Promise<readonly (() => ParsedBundle)[]> {
  try {
    return await readBundles(root, place);
  } catch (error) {
    attempts.push({ bundle: place, error });
    return [];
  }
}

async function recordFor(
  path: string,
  place: string,
  artifact: SignedArtifact,
  { signer }: VerifyOptions,
  verified: VerifiedBundle,
): Promise<ActRecord> {
  const digests = await artifact.digests(["sha256"]);
  const by: ActSigner =
    signer.kind === "key"
      ? keySigner(signer.key)
      : { identity: verified.identity?.subject ?? "", issuer: verified.identity?.issuer ?? "" };
  return recordOf("verified", path, digests, by, place, {
    ...verified,
    notes: [
      ...(verified.unchecked === 0
        ? []
        : ["Who made its log entries and timestamps was not checked: no trusted root was given."]),
      ...(verified.ignoredEntries === 0
        ? []
        : ["It has log entries of logs that the trusted root does not name: they were ignored."]),
      ...(verified.predicateType === undefined
        ? []
        : [`An attestation of type ${verified.predicateType}: what it says was not judged.`]),
    ],
  });
}
