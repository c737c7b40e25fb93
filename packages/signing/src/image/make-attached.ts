import { isDeepStrictEqual } from "node:util";
import type { WritableImageStore } from "@assay/oci";
import { bytesArtifact, type ParsedBundle, VerificationError } from "@assay/sigstore";
import { buildAttestation } from "@assay/sigstore/sign";
import type { SignatureFacts } from "../act/record.ts";
import { keptBundle } from "../sign/kept-bundle.ts";
import type { SignerCredential, SigningSession } from "../sign/prepare.ts";
import { witnessed } from "../sign/sign-file.ts";
import { pushBundle } from "./push-bundle.ts";
import { type Attached, signaturesOf } from "./signatures.ts";
import type { ImageSubject } from "./subjects.ts";

export interface MakeOptions {
  readonly permit: () => Promise<void>;
  /** When manifests are said to be made. */
  readonly at: Date;
  /** Says no where the certificate is not for what is said. */
  readonly check?: (credential: SignerCredential) => void;
}

export interface Made {
  readonly act: "signed" | "kept";
  readonly facts: SignatureFacts;
  readonly credential: SignerCredential;
  /** The digest of the manifest that holds it, or where it lies. */
  readonly place: string;
}

/**
 * Signs a statement about a manifest and attaches the bundle, verified before it is pushed. One that is there and says the same, by
 * this signer and with as many witnesses, stays: a run that is repeated adds nothing.
 *
 * @throws VerificationError where the new bundle does not verify; KnownError of the services and the store.
 */
export async function makeAttached(
  session: SigningSession,
  store: WritableImageStore,
  { stored }: ImageSubject,
  statement: Buffer,
  predicateType: string,
  { permit, at, check = () => {} }: MakeOptions,
): Promise<Made> {
  const artifact = bytesArtifact(stored.bytes);
  const credential = await session.credential();
  check(credential);
  const found = await signaturesOf(store, stored.descriptor.digest);
  for await (const one of found.each()) {
    if ("error" in one) continue;
    const parsed = await opened(one, stored.bytes);
    const said = parsed === undefined ? undefined : sameStatement(parsed, statement);
    if (parsed === undefined || said === undefined) continue;
    const facts = await keptBundle(session, credential, artifact, parsed, said);
    if (facts !== undefined) return { act: "kept", facts, credential, place: one.place };
  }
  await permit();
  const { by, bytes, facts } = await witnessed(session, artifact, (signer, witnesses) => {
    check(signer);
    return buildAttestation(signer.key, signer.certificate?.leaf, statement, witnesses);
  });
  const { digest } = await pushBundle(store, stored, bytes, predicateType, at);
  return { act: "signed", facts, credential: by, place: digest };
}

async function opened(one: Attached, bytes: Uint8Array): Promise<ParsedBundle | undefined> {
  if (one.payload !== undefined) return undefined;
  try {
    return await one.open(bytesArtifact(bytes));
  } catch (error) {
    if (error instanceof VerificationError) return undefined;
    throw error;
  }
}

/** The bytes of a statement that says the same, in whatever order another client wrote it. */
function sameStatement({ bundle }: ParsedBundle, statement: Buffer): Buffer | undefined {
  const { content } = bundle;
  if (content.$case !== "dsseEnvelope") return undefined;
  const { payload } = content.dsseEnvelope;
  if (payload.equals(statement)) return statement;
  try {
    const theirs = JSON.parse(payload.toString("utf8"));
    return isDeepStrictEqual(theirs, JSON.parse(statement.toString("utf8"))) ? payload : undefined;
  } catch {
    return undefined;
  }
}
