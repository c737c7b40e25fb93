import { resolve } from "node:path";
import { type ActRecord, type CommandContext, PolicyFailure } from "@assay/core";
import { type ParsedBundle, parseBundle, type SignedArtifact, verifyBundle } from "@assay/sigstore";
import { digestFile } from "@assay/sigstore/files";
import type { DigestName } from "@assay/sigstore/keys";
import {
  BUNDLE_MEDIA_TYPE,
  buildBundle,
  bundleBytes,
  checkOwnBundle,
  DuplicateEntry,
  isOutlived,
  type Witness,
} from "@assay/sigstore/sign";
import { keySigner, recordOf, type SignatureFacts } from "../act/record.ts";
import type { ChecksumsList } from "./checksums.ts";
import { existingBundle, requireOwn } from "./existing-bundle.ts";
import { factsOf, keptBundle, UNCHECKED_CERTIFICATE } from "./kept-bundle.ts";
import { signerPolicyOf } from "./own-policy.ts";
import type { SignerCredential, SigningSession } from "./prepare.ts";
import { requireRoom, type WatchedSink } from "./room.ts";

/** A log that holds the very signature already, or a certificate that expired before its witnesses came: it is signed again. */
const SIGN_TRIES = 9;
const LATE_TRIES = 4;

export interface SignFileOptions {
  readonly path: string;
  readonly suffix: string;
  /** Overwrite what another signer put there. */
  readonly replace: boolean;
  /** A permit of the rate limit, taken before the signature is made. */
  readonly permit: () => Promise<void>;
  readonly products: WatchedSink;
  /** What the file must be, where a list says it. */
  readonly expected?: ReadonlyMap<DigestName, Buffer> | undefined;
  /** Another digest that is wanted, and who wants it. */
  readonly list?: Pick<ChecksumsList, "algorithm" | "add"> | undefined;
}

/**
 * Signs one file: its digest is streamed, the signature witnessed, the bundle read back, verified and written. A file whose
 * bundle is what this run would make is left as it is.
 *
 * @throws VerificationError when the new bundle does not verify; KnownError of the services, and where another's bundle is in
 * the way.
 */
export async function signFile(
  session: SigningSession,
  { root, signal }: Pick<CommandContext, "root" | "signal">,
  { path, suffix, replace, permit, products, expected = new Map(), list }: SignFileOptions,
): Promise<ActRecord> {
  const place = `${path}${suffix}`;
  const credential = await session.credential();
  const { algorithm } = credential.key.publicKey;
  const existing = await existingBundle(root, place, suffix);
  const wanted = [algorithm.digest, "sha256", ...expected.keys()] as const;
  const names = list === undefined ? wanted : [...wanted, list.algorithm];
  const { digests: all } = await digestFile(resolve(root, path), names, signal);
  requireExpected(all, expected);
  list?.add(path, all);
  const digests = new Map(
    [...all].filter(([name]) => name === algorithm.digest || name === "sha256"),
  );
  const artifact: SignedArtifact = { digests: async () => digests, read: async () => undefined };
  const record = (act: "signed" | "kept", by: SignerCredential, facts: SignatureFacts) =>
    recordOf(act, path, digests, signerOf(by), place, facts);
  if (existing !== undefined) {
    const kept = await keptBundle(session, credential, artifact, existing);
    if (kept !== undefined) return record("kept", credential, kept);
    if (!replace) requireOwn(place, existing, credential);
  }
  await requireRoom(root, place);
  await permit();
  products.requireSpace();
  const digest = digests.get(algorithm.digest) ?? Buffer.alloc(0);
  const {
    by: fresh,
    bytes,
    facts,
  } = await witnessed(session, artifact, (by, witnesses) =>
    buildBundle(by.key, by.certificate?.leaf, digest, witnesses),
  );
  // Another signer may have been faster.
  const found = replace ? undefined : await existingBundle(root, place, suffix);
  if (found !== undefined) requireOwn(place, found, fresh);
  await products.write({ path: place, mediaType: BUNDLE_MEDIA_TYPE, bytes });
  return record("signed", fresh, facts);
}

/** @throws PolicyFailure where a file is not what a list of checksums says. */
export function requireExpected(
  digests: ReadonlyMap<DigestName, Buffer>,
  expected: ReadonlyMap<DigestName, Buffer>,
): void {
  for (const [name, digest] of expected) {
    const found = digests.get(name)?.toString("hex") ?? "";
    if (found === digest.toString("hex")) continue;
    throw new PolicyFailure(
      `its ${name} is ${found}, and the list of checksums says ${digest.toString("hex")}`,
      { hint: "Get the file again from its source, or make the list again." },
    );
  }
}

export function signerOf({ key, certificate }: SignerCredential) {
  if (certificate === undefined) return keySigner(key.publicKey);
  return { identity: certificate.identity.subject, issuer: certificate.identity.issuer };
}

/** A bundle that was made and verified. */
export interface Witnessed {
  readonly by: SignerCredential;
  readonly bytes: Buffer;
  readonly facts: SignatureFacts;
}

/** The bundle that `build` makes with the session's witnesses, verified; made again where another try can be better. */
export async function witnessed(
  session: SigningSession,
  artifact: SignedArtifact,
  build: (
    credential: SignerCredential,
    witnesses: readonly Witness[],
  ) => Promise<ParsedBundle["bundle"]>,
): Promise<Witnessed> {
  // Hashing a large file, waiting for a permit or for a service that is down may outlast a certificate.
  let by = await session.credential();
  for (let tried = 1; ; tried++) {
    const { algorithm } = by.key.publicKey;
    try {
      const bytes = bundleBytes(await build(by, session.witnesses(algorithm)));
      const parsed = parseBundle(bytes);
      const isLate = by.certificate !== undefined && isOutlived(parsed.bundle);
      if (!isLate || tried >= LATE_TRIES) {
        return { by, bytes, facts: await checkNew(session, by, artifact, parsed) };
      }
      by = await session.credential(by.key);
    } catch (error) {
      const canDiffer = algorithm.kind === "ec" && tried < SIGN_TRIES;
      if (!(error instanceof DuplicateEntry) || !canDiffer) throw error;
    }
  }
}

/** Verifies what was made, by the reader that others' bundles go through. */
async function checkNew(
  session: SigningSession,
  credential: SignerCredential,
  artifact: SignedArtifact,
  parsed: ParsedBundle,
): Promise<SignatureFacts> {
  const { plan, trustedRoot } = session;
  const policy = signerPolicyOf(session, credential);
  if (policy === undefined) {
    // Keyless without a trusted root: at least the bundle must hold together.
    const { times, logEntries } = await checkOwnBundle(parsed, artifact);
    return named(plan, { times, logEntries, notes: [UNCHECKED_CERTIFICATE] });
  }
  const requireLog = trustedRoot !== undefined && plan.logs.length > 0;
  const facts = factsOf(await verifyBundle(parsed, artifact, { signer: policy, requireLog }));
  return trustedRoot === undefined ? named(plan, facts) : facts;
}

/** Without a trusted root the logs are known by the addresses that were asked, in the order of their entries. */
function named({ logs }: SigningSession["plan"], facts: SignatureFacts): SignatureFacts {
  if (facts.logEntries.length !== logs.length) return facts;
  const logEntries = facts.logEntries.map(({ log, index }, at) => ({
    log: logs[at]?.url ?? log,
    index,
  }));
  return { ...facts, logEntries };
}
