import type { VerifyRuleId } from "./rules.ts";

/** What to do about a finding, as one or two sentences. */
export const REMEDIATION: Readonly<Record<VerifyRuleId, string>> = {
  "verify.nothing-to-verify":
    "Correct the pattern, or put the files there before this step: download or build them first.",
  "verify.unreadable": "Get file and bundle again, as regular files that this user may read.",
  "verify.no-bundle":
    "Put the bundle that came with the file beside it, or name it with `bundle`. Where there is none, have the file signed by whoever made it.",
  "verify.malformed-bundle":
    "Get the bundle again from its source, or have the file signed again with a current client.",
  "verify.wrong-key-material":
    "Give `key` for what a key signed, and `certificate-identity` with `certificate-oidc-issuer` for what an identity signed.",
  "verify.untrusted-timestamp":
    "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
  "verify.untrusted-certificate":
    "Check that `trusted-root` is that of the instance which signed the file and is up to date; otherwise get the bundle again from its source.",
  "verify.log-entry-invalid":
    "Check that `trusted-root` knows the log and is up to date; otherwise get the bundle again from its source, or have the file signed again.",
  "verify.invalid-signature":
    "Don't use the file. Check that the key is the right one, then get file and bundle again from their source.",
  "verify.digest-mismatch":
    "The file changed after it was signed: get it again from its source, or sign it again.",
  "verify.identity-mismatch":
    "Don't use the file before you know who signed it. If the identity that was found is right, write it into `certificate-identity`, to the letter.",
  "verify.revoked-key":
    "Don't use the file: whoever has the key may have signed it. Get it again, signed with the key that took its place.",
  "verify.statement-mismatch":
    "Don't use the file before you know how it was built: no attestation of it says what was asked for.",
  "verify.no-policy-rule":
    "Delete the file if it should not be there; otherwise add a rule for it to the policy.",
  "verify.policy-requirement":
    "Get the missing bundle and put it beside the file, or have it made by whom the policy names.",
  "verify.policy-expired": "Review the policy, and give it another day in `expires`.",
  "verify.too-few-signers":
    "Get the other signers' bundles too and put them beside the file, or have it signed by them.",
};
