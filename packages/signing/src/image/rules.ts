import { catalog, type Rule } from "@assay/core";

/** One rule for each cause: what is done about an outage, a typing error and an attack differs. */
export type ImageRuleId =
  | "image.nothing-to-sign"
  | "image.not-signed"
  | "image.unsigned"
  | "image.wrong-identity"
  | "image.wrong-digest"
  | "image.tampered"
  | "image.untrusted"
  | "image.malformed-signature"
  | "image.revoked-key"
  | "image.too-few-signers"
  | "image.wrong-annotation"
  | "image.attestation-missing"
  | "image.sbom-of-another"
  | "image.missing-platform"
  | "image.extra-platform"
  | "image.unreachable"
  | "image.unauthorized"
  | "image.forbidden"
  | "image.rate-limited"
  | "image.truncated"
  | "image.unreadable";

const rule = (
  id: ImageRuleId,
  title: string,
  description: string,
  help: string,
  severity: Rule["severity"] = "critical",
): Rule => ({ id, title, description, help, severity, tags: ["signing"] });

/** Where a store can't answer; signing and verifying share them. */
const STORE_RULES = [
  rule(
    "image.unreachable",
    "A registry can't be reached",
    "There was no connection, no answer in time, or an error of the server. That says nothing about the image: it is not the same as unsigned.",
    "Run the step again; check name, port and proxy, and `plain-http` for a registry without TLS.",
    "high",
  ),
  rule(
    "image.unauthorized",
    "A registry wants credentials",
    "The registry answered 401. Whether the image is signed is not known.",
    "Log in before this step (`docker login`), with an account that may read the repository; its signatures lie there too.",
    "high",
  ),
  rule(
    "image.forbidden",
    "A registry refuses access",
    "The registry answered 403. Whether the image is signed is not known.",
    "Give the account the right to read the repository, and to write to it for signing.",
    "high",
  ),
  rule(
    "image.rate-limited",
    "A registry has had too many requests",
    "The registry answered 429, and again after the time that it named. Whether the image is signed is not known.",
    "Run the step again later, or log in: registries allow more to those whom they know.",
    "high",
  ),
  rule(
    "image.truncated",
    "A registry sends less than it says",
    "A manifest, blob or signature ended before the size that its descriptor gives.",
    "Run the step again. Where it stays so, push the image again: the registry's storage is damaged.",
    "high",
  ),
  rule(
    "image.tampered",
    "Content is not what its digest says",
    "A manifest, layer or signature was changed: its digest, or the signature over it, does not hold.",
    "Don't use the image. Push it again from its source, and find out what changed it.",
  ),
  rule(
    "image.unreadable",
    "An image can't be read",
    "A manifest breaks its format or a limit, or the store answered with something that is none.",
    "Push the image again with a current client.",
    "high",
  ),
  rule(
    "image.sbom-of-another",
    "A bill of materials describes another image",
    "The digest that the document gives for what it describes is not that of the manifest that it is attested of.",
    "Don't rely on the document. Make it from the image that is in the registry, for each platform its own.",
  ),
];

export const IMAGE_SIGN_RULES = catalog([
  ...STORE_RULES,
  rule(
    "image.nothing-to-sign",
    "There is nothing to sign or attest",
    "No platform of the image is the one that is named, or no document belongs to it.",
    "Compare the names with `assay image inspect`.",
    "high",
  ),
  rule(
    "image.not-signed",
    "An image could not be signed or attested",
    "A signature or attestation was to be made and was not.",
    "The message says why. Run the step again: what is there already is kept.",
    "high",
  ),
]);

export const IMAGE_VERIFY_RULES = catalog([
  ...STORE_RULES,
  rule(
    "image.unsigned",
    "An image is not signed",
    "Nothing that is attached to the manifest is a signature. An attestation of another kind is none.",
    "Sign the image with all its platforms; where the index alone is signed, `index-only` accepts what it lists.",
  ),
  rule(
    "image.wrong-identity",
    "An image was signed by someone else",
    "The signature is good, and whoever made it is not who was expected.",
    "Compare the identity found with the expected one, character by character. Don't use the image before you know who signed it.",
  ),
  rule(
    "image.wrong-digest",
    "A signature is of another image",
    "What is attached to the manifest was signed for another digest: somebody moved it here.",
    "Don't use the image. Have it signed by whoever made it.",
  ),
  rule(
    "image.untrusted",
    "A signature is not trusted",
    "Certificate, log entry or timestamp do not lead to the trusted root, or are for something else.",
    "Check that the trusted root belongs to the instance that the image was signed with, and is up to date.",
  ),
  rule(
    "image.malformed-signature",
    "A signature breaks its format",
    "What is attached as a signature can't be read as one.",
    "Sign the image again with a current client.",
  ),
  rule(
    "image.revoked-key",
    "A revoked key signed an image",
    "The signature is by a key whose SHA-256 stands in `revoked-key`.",
    "Have the image signed with a key that is in use.",
  ),
  rule(
    "image.too-few-signers",
    "Too few signed an image",
    "Fewer different identities or keys than were asked for signed the manifest.",
    "Have the image signed by the others too.",
  ),
  rule(
    "image.wrong-annotation",
    "A signature lacks an annotation",
    "The signature is by the expected signer, and does not hold the annotations that were asked for.",
    "Compare the annotations; they are given when the image is signed.",
  ),
  rule(
    "image.attestation-missing",
    "An image lacks an attestation",
    "No attestation of the manifest by the expected signer is of the type, source, tag or builder that was asked for.",
    "Compare what was found with what was asked for, and have the image attested by whoever built it.",
  ),
  rule(
    "image.missing-platform",
    "A platform is missing",
    "The index does not list a platform that was asked for, or lists one that the store does not have.",
    "Push all platforms, or correct `platforms`.",
  ),
  rule(
    "image.extra-platform",
    "A platform that nobody asked for",
    "The index lists a platform that `platforms` does not name: nobody expects it.",
    "Add it to `platforms` where it belongs there; otherwise find out who added it to the image.",
  ),
]);
