import { isRecord, repeatedField } from "@assay/core";
import { describeValue } from "../bundle/describe-value.ts";
import { type ParsedBundle, parseBundle } from "../bundle/parse.ts";
import { VerificationError } from "../error.ts";
import type { SignedArtifact } from "../verify/artifact.ts";
import { parseStatement } from "../verify/statement.ts";
import { cosignBundle } from "./cosign.ts";
import { envelopeAlone } from "./envelope.ts";
import { toBundle } from "./make.ts";
import { pypiAttestation } from "./pypi.ts";

/** One signature of a file, read when it is its turn: each may be broken on its own. */
export type BundleSource = (artifact: SignedArtifact) => Promise<ParsedBundle>;

const MAX_BUNDLES = 64;

/**
 * The signatures that a document holds: a Sigstore bundle, cosign's bundle of before version 3, a DSSE envelope alone, npm's and
 * GitHub's lists of attestations, PyPI's provenance and single attestations (PEP 740), and lists of these.
 *
 * @throws VerificationError `malformed-bundle` where it is none of them, or holds too many.
 */
export function readSignatures(bytes: Uint8Array): readonly BundleSource[] {
  const json = parsed(bytes);
  // Bundles are read from their text, and what is no JSON is refused there.
  if (json === undefined || (isRecord(json) && "mediaType" in json)) {
    return [async () => parseBundle(bytes)];
  }
  const twice = repeatedField(new TextDecoder().decode(bytes));
  if (twice !== undefined) throw malformed(`it gives the field "${twice.slice(0, 100)}" twice`);
  return sourcesOf(json, 0) ?? [async () => parseBundle(bytes)];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function sourcesOf(json: unknown, depth: number): readonly BundleSource[] | undefined {
  if (Array.isArray(json) && depth < 2) return all(json, (item) => sourcesOf(item, depth + 1));
  if (!isRecord(json)) return undefined;
  if ("mediaType" in json) return [async () => toBundle(json)];
  if ("base64Signature" in json) return [async (artifact) => cosignBundle(json, artifact)];
  if ("payload" in json && "payloadType" in json) return [async () => envelopeAlone(json)];
  if ("verification_material" in json) return [async () => pypiAttestation(json)];
  const { attestations, attestation_bundles: publishers, attestation } = json;
  if (Array.isArray(attestations) && depth < 2) return all(attestations, ofRegistry);
  if (Array.isArray(publishers) && depth === 0) {
    return all(publishers, (item) => sourcesOf(item, 1));
  }
  // What `gh attestation verify --format json` prints; its own verdict is not signed, and not read.
  return isRecord(attestation) && depth === 1 ? ofRegistry(attestation) : undefined;
}

/** @throws VerificationError for an item that is none of the formats: a list with strangers in it is read by nobody. */
function all(
  items: readonly unknown[],
  read: (item: unknown) => readonly BundleSource[] | undefined,
): readonly BundleSource[] {
  const found = items.length > MAX_BUNDLES ? [] : items.map(read);
  const sources = found.flatMap((each) => each ?? []);
  if (sources.length > 0 && sources.length <= MAX_BUNDLES && !found.includes(undefined))
    return sources;
  throw malformed(
    found.includes(undefined)
      ? "its list holds something else than signatures"
      : `its list holds ${items.length} of them`,
  );
}

/** An item of npm's, GitHub's or PyPI's list. npm names the type beside the bundle, where nobody signs it. */
function ofRegistry(item: unknown): readonly BundleSource[] | undefined {
  if (!isRecord(item)) return undefined;
  const { bundle, predicateType } = item;
  if (!isRecord(bundle)) return sourcesOf(item, 2);
  return [
    async () => {
      const read = toBundle(bundle);
      const { content } = read.bundle;
      if (predicateType === undefined) return read;
      const said =
        content.$case === "dsseEnvelope"
          ? parseStatement(content.dsseEnvelope.payload).predicateType
          : "a plain signature";
      if (said === predicateType) return read;
      throw new VerificationError("malformed-bundle", "the list names it by another type", {
        expected: said,
        found: describeValue(predicateType),
      });
    },
  ];
}

function malformed(problem: string): VerificationError {
  return new VerificationError("malformed-bundle", problem, {
    expected: `1 to ${MAX_BUNDLES} signatures of a known format`,
  });
}
