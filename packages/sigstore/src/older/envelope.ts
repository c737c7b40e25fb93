import type { ParsedBundle } from "../bundle/parse.ts";
import { protoReader } from "../bundle/proto-json.ts";
import { bundleOf, refuse, withoutTime } from "./make.ts";

/**
 * A DSSE envelope without a bundle around it, as slsa-github-generator wrote it up to version 2.0.0: its certificate stands in the
 * signature, its log entry nowhere. One of a key is whole.
 *
 * @throws VerificationError
 */
export function envelopeAlone(json: object): ParsedBundle {
  const root = protoReader(json, "envelope", ["payload", "payloadType", "signatures"], refuse);
  const signatures = root.list("signatures", 16, ["sig", "keyid", "cert"]);
  const [signature] = signatures;
  if (signature === undefined || signatures.length !== 1) {
    return refuse("envelope.signatures", `has ${signatures.length} entries; one is expected`);
  }
  if (signature.has("cert") && signature.text("cert") !== "") throw withoutTime("the envelope");
  const sig = signature.bytes("sig", 16 * 1024).toString("base64");
  const keyid = signature.has("keyid") ? signature.text("keyid") : "";
  return bundleOf(
    { publicKey: keyid === "" ? {} : { hint: keyid } },
    {
      dsseEnvelope: {
        payload: root.bytes("payload").toString("base64"),
        payloadType: root.text("payloadType"),
        signatures: [{ sig, keyid }],
      },
    },
  );
}
