import type { ActRecord, VerifyCommand } from "@assay/core";
import { cosignOptions, cosignPath, expectationOf, shellWord } from "../act/verify-with.ts";
import { isPublicGood } from "../services/plan.ts";
import type { SigningSession } from "../sign/prepare.ts";
import type { AttestOptions } from "./options.ts";
import type { Predicate } from "./predicate.ts";

const GITHUB = /^https:\/\/github\.com\/([^/]+\/[^/]+)\//;
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/**
 * The commands with which whoever receives a file and its attestation verifies both.
 *
 * @param isForCosign It verifies signatures of keys over SHA-256 alone.
 */
export function attestationVerification(
  options: Pick<AttestOptions, "key" | "trustedRoot">,
  { plan }: Pick<SigningSession, "plan">,
  { kind }: Predicate,
  [first]: readonly ActRecord[],
  isForCosign: boolean,
): readonly VerifyCommand[] {
  if (first === undefined) return [];
  const { subject, product = "", signer } = first;
  const { who, trustedRoot, log } = expectationOf(options, plan, first);
  const root = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  const isKey = who[0] === "--key";
  const noLog = log === "none";
  const assay = [
    "assay",
    "verify",
    ...who,
    ...root,
    ...(isKey && noLog && root.length > 0 ? ["--no-require-log"] : []),
    ...["--predicate-type", kind.type, "--bundle", product, "--", subject.name],
  ];
  const cosign = [
    "cosign",
    "verify-blob-attestation",
    ...["--bundle", cosignPath(product), "--type", kind.type],
    ...cosignOptions([...who, ...root]),
    ...(isKey && noLog ? ["--insecure-ignore-tlog"] : []),
    ...(!isKey && noLog ? ["--use-signed-timestamps", "--insecure-ignore-tlog"] : []),
    cosignPath(subject.name),
  ];
  const repository = GITHUB.exec(signer.identity ?? "")?.[1];
  const gh = [
    ...["gh", "attestation", "verify", cosignPath(subject.name), "--repo", repository ?? ""],
    ...["--bundle", cosignPath(product), "--predicate-type", kind.type],
  ];
  // gh knows the public instance; another one it would have to be given in a form of its own.
  const isForGh =
    repository !== undefined &&
    signer.issuer === GITHUB_ISSUER &&
    isPublicGood(plan.certificateAuthority ?? "");
  const command = (words: readonly string[]) => words.map(shellWord).join(" ");
  return [
    { tool: "assay", command: command(assay) },
    ...(isForCosign ? [{ tool: "cosign" as const, command: command(cosign) }] : []),
    ...(isForGh ? [{ tool: "gh" as const, command: command(gh) }] : []),
  ];
}
