import { IN_TOTO_PAYLOAD_TYPE, type ParsedBundle } from "../bundle/parse.ts";
import { protoReader } from "../bundle/proto-json.ts";
import { parseStatement } from "../verify/statement.ts";
import { bundleOf, refuse } from "./make.ts";

const TYPES: readonly string[] = [
  "https://slsa.dev/provenance/v1",
  "https://docs.pypi.org/attestations/publish/v1",
];

/**
 * An attestation of PyPI (PEP 740), alone as it lies beside a distribution or out of a provenance object. Whom the index calls its
 * publisher is signed by nobody, and not read.
 *
 * @throws VerificationError
 */
export function pypiAttestation(json: object): ParsedBundle {
  const root = protoReader(
    json,
    "attestation",
    ["version", "verification_material", "envelope"],
    refuse,
  );
  if (root.integer("version") !== 1n) refuse("attestation.version", "is not 1");
  const material = root.object("verification_material", ["certificate", "transparency_entries"]);
  const envelope = root.object("envelope", ["statement", "signature"]);
  const payload = envelope.bytes("statement");
  const { subjects, predicateType } = parseStatement(payload);
  if (subjects.length !== 1)
    refuse("attestation.envelope.statement", `has ${subjects.length} subjects; PyPI allows one`);
  if (!TYPES.includes(predicateType))
    refuse("attestation.envelope.statement", `is of type ${predicateType.slice(0, 100)}`);
  // Of the given object, so that each entry is read as strictly as in a bundle.
  const { transparency_entries: tlogEntries } = (
    json as { verification_material: Readonly<Record<string, unknown>> }
  ).verification_material;
  if (!Array.isArray(tlogEntries) || tlogEntries.length === 0)
    refuse("attestation.verification_material.transparency_entries", "holds no log entry");
  return bundleOf(
    { certificate: { rawBytes: material.bytes("certificate").toString("base64") }, tlogEntries },
    {
      dsseEnvelope: {
        payload: payload.toString("base64"),
        payloadType: IN_TOTO_PAYLOAD_TYPE,
        signatures: [{ sig: envelope.bytes("signature", 16 * 1024).toString("base64") }],
      },
    },
  );
}
