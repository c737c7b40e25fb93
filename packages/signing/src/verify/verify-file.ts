import { resolve } from "node:path";
import type { ActFailure, ActRecord, ActSigner, CommandContext } from "@assay/core";
import {
  fileArtifact,
  type SignedArtifact,
  type VerifiedBundle,
  type VerifyOptions,
  verifyBundle,
} from "@assay/sigstore";
import { keySigner, recordOf } from "../act/record.ts";
import { bundleSuffixes } from "../targets/bundle-names.ts";
import { type BundleFinder, type HeldBundle, readBundles } from "./bundles-of.ts";
import { EVIDENCE, type Evidence } from "./evidence.ts";
import { type Attempt, failureOf, noBundle, tooFewSigners } from "./failures.ts";
import type { VerifyRunOptions } from "./options.ts";
import { checkStatement, isAsked, type StatementDemand } from "./statement-demand.ts";

export interface VerifiedFile {
  readonly record: ActRecord;
  readonly verified: VerifiedBundle;
}

export interface Wanted extends VerifyOptions {
  readonly statement: StatementDemand;
  /** How many different identities or keys there must be. */
  readonly minSignatures: number;
}

/**
 * Verifies a file by the first of its bundles that hold, as many as there must be signers; others beside it may be of other
 * signers.
 */
export async function verifyFile(
  { root, signal }: CommandContext,
  finder: BundleFinder,
  path: string,
  wanted: Wanted,
  { bundle, bundleSuffix }: Pick<VerifyRunOptions, "bundle" | "bundleSuffix">,
): Promise<VerifiedFile | { readonly failure: ActFailure }> {
  const artifact = fileArtifact(resolve(root, path), signal);
  const places = bundle === undefined ? await finder.of(path, artifact) : [bundle];
  const attempts: Attempt[] = [];
  const signers = new Map<string, Evidence & { verified: VerifiedBundle }>();
  for (const place of places) {
    for (const held of await bundlesAt(root, place, attempts)) {
      try {
        const verified = await verifyBundle(await held.open(artifact), artifact, wanted);
        checkStatement(verified, wanted.statement);
        const name = signerName(verified);
        if (!signers.has(name)) signers.set(name, { place, verified, sha256: held.sha256 });
        const [first] = signers.values();
        if (first === undefined || signers.size < wanted.minSignatures) continue;
        const others = [...signers.keys()].slice(1);
        const { place: at, verified: by } = first;
        const record = await recordFor(path, at, artifact, wanted, by, others);
        EVIDENCE.set(record, [...signers.values()]);
        return { record, verified: by };
      } catch (error) {
        signal.throwIfAborted();
        attempts.push({ bundle: place, error });
      }
    }
  }
  if (signers.size > 0) {
    return { failure: tooFewSigners(path, wanted.minSignatures, [...signers.keys()], attempts) };
  }
  if (attempts.length > 0) return { failure: failureOf(path, attempts) };
  const beside = bundleSuffixes(bundleSuffix).map((suffix) => `${path}${suffix}`);
  return { failure: noBundle(path, bundle ?? beside.join(" or ")) };
}

async function bundlesAt(
  root: string,
  place: string,
  attempts: Attempt[],
): Promise<readonly HeldBundle[]> {
  try {
    return await readBundles(root, place);
  } catch (error) {
    attempts.push({ bundle: place, error });
    return [];
  }
}

/** One workflow is one signer, whatever ref it runs at: whoever can start it can start it at two. */
export function withoutRef(subject = ""): string {
  return subject.replace(/^(https?:\/\/[^@]*)@.*$/s, "$1");
}

/** Two certificates of one identity are one signer. */
function signerName({ identity, key }: VerifiedBundle): string {
  if (key !== undefined) return `the key ${key.hint}`;
  return `${withoutRef(identity?.subject)} (${identity?.issuer})`;
}

async function recordFor(
  path: string,
  place: string,
  artifact: SignedArtifact,
  { statement }: Wanted,
  verified: VerifiedBundle,
  others: readonly string[],
): Promise<ActRecord> {
  const digests = await artifact.digests(["sha256"]);
  const by: ActSigner =
    verified.key !== undefined
      ? keySigner(verified.key)
      : { identity: verified.identity?.subject ?? "", issuer: verified.identity?.issuer ?? "" };
  return recordOf("verified", path, digests, by, place, {
    ...verified,
    notes: [
      ...(others.length === 0 ? [] : [`Also signed by ${others.join(", ")}.`]),
      ...(verified.unchecked === 0
        ? []
        : ["Who made its log entries and timestamps was not checked: no trusted root was given."]),
      ...(verified.ignoredEntries === 0
        ? []
        : ["It has log entries of logs that the trusted root does not name: they were ignored."]),
      ...(verified.predicateType === undefined || isAsked(statement)
        ? []
        : [`An attestation of type ${verified.predicateType}: what it says was not judged.`]),
    ],
  });
}
