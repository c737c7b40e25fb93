import { catalog, type Rule } from "@assay/core";
import type { VerificationCode } from "@assay/sigstore";

/** One rule for each way that a bundle fails, and two for what lacks one. */
export type VerifyRuleId =
  | "verify.nothing-to-verify"
  | "verify.no-bundle"
  | "verify.too-few-signers"
  | "verify.no-policy-rule"
  | "verify.policy-requirement"
  | "verify.policy-expired"
  | `verify.${VerificationCode}`;

const rule = (
  id: VerifyRuleId,
  title: string,
  description: string,
  help: string,
  severity: Rule["severity"] = "critical",
): Rule => ({ id, title, description, help, severity, tags: ["signing"] });

export const VERIFY_RULES = catalog([
  rule(
    "verify.nothing-to-verify",
    "A pattern names nothing to verify",
    "A pattern or path of `files` names no file. A run that verified nothing proves nothing.",
    "Check the pattern, and that the files were downloaded before this step.",
    "high",
  ),
  rule(
    "verify.unreadable",
    "A file or bundle can't be read",
    "What can't be read can't be verified.",
    "Check permissions, and that the file is whole and no link.",
    "high",
  ),
  rule(
    "verify.no-bundle",
    "A file has no bundle",
    "Beside the file lies no `<file>.sigstore.json`, no `<file>.sigstore` and no `<file>.<kind>.sigstore.json` or `.jsonl`: nobody vouches for it.",
    "Sign the file, download its bundle too, or name it with `bundle`.",
  ),
  rule(
    "verify.malformed-bundle",
    "A bundle breaks the format",
    "The bundle is no Sigstore bundle of version 0.1 to 0.3, lacks a proof that its version demands, or holds unreadable data.",
    "Make it again with a current client. Bundles are read strictly: what one reader repairs, another misreads.",
  ),
  rule(
    "verify.wrong-key-material",
    "A bundle has another kind of signer than asked for",
    "A key was given and the bundle holds a certificate, or the other way round.",
    "Verify with `key` what a key signed, and with `certificate-identity` what an identity signed.",
  ),
  rule(
    "verify.untrusted-timestamp",
    "A signature has no trusted time",
    "A signed timestamp is not of a trusted authority or not over this signature, or a certificate comes without any time.",
    "Check that the trusted root knows the timestamp authority or log that was used.",
  ),
  rule(
    "verify.untrusted-certificate",
    "A certificate is not trusted",
    "The certificate does not lead to a CA of the trusted root, was not valid when the signature was made, lacks its entry in a certificate log, or is not for code signing.",
    "Check that the trusted root belongs to the instance that the file was signed with.",
  ),
  rule(
    "verify.log-entry-invalid",
    "A log entry does not hold",
    "The transparency log entry is missing, unproven, of an unknown log, or for another signature, digest or key.",
    "Check that the trusted root knows the log. An entry that is for something else means that the bundle was put together by hand.",
  ),
  rule(
    "verify.invalid-signature",
    "A signature is wrong",
    "The signature is not over this file by this key.",
    "Don't use the file. Check that the key is the right one, and fetch file and bundle again from their source.",
  ),
  rule(
    "verify.digest-mismatch",
    "A file is not what was signed",
    "The file's digest is another one than the bundle's: the file changed after it was signed, or the bundle belongs to another file.",
    "Don't use the file. Fetch file and bundle again from their source, and find out what changed it.",
  ),
  rule(
    "verify.identity-mismatch",
    "A file was signed by someone else",
    "The signature is good, and whoever made it is not who was expected.",
    "Compare the identity found with the expected one, character by character: a workflow's identity ends with the ref it ran from.",
  ),
  rule(
    "verify.revoked-key",
    "A revoked key signed a file",
    "The signature is by a key whose SHA-256 stands in `revoked-key`.",
    "Have the file signed with a key that is in use. A signature from before the revocation is refused too: its time is the signer's word where no log or timestamp has it.",
  ),
  rule(
    "verify.statement-mismatch",
    "An attestation says something else",
    "The attestation is by the expected signer and of another type, source, tag or builder than was asked for, or contradicts its own certificate.",
    "Compare what was found with what was asked for. A build that was started by hand on a branch is of no tag.",
  ),
  rule(
    "verify.too-few-signers",
    "Too few signed a file",
    "Fewer different identities or keys than were asked for signed the file. Two bundles of one signer count once.",
    "Get the bundles of the other signers, each beside the file as `<file>.<kind>.sigstore.json`.",
  ),
  rule(
    "verify.no-policy-rule",
    "A file that no rule of the policy is for",
    "The policy says of no rule that it is for this file: somebody put a file there that nobody vouches for.",
    "Delete the file if it should not be there; otherwise add a rule for it to the policy.",
  ),
  rule(
    "verify.policy-requirement",
    "A file lacks what the policy requires",
    "The file has signatures that hold, and not all that the first rule of the policy that is for it requires.",
    "Get the missing signature or attestation from whoever should have made it.",
  ),
  rule(
    "verify.policy-expired",
    "A policy has expired",
    "The day that the policy gives as its last one is over: whoever wrote it wanted it to be reviewed by then.",
    "Review the policy, and give it another day in `expires`.",
    "high",
  ),
]);
