import type { ActRecord, VerifyCommand } from "@assay/core";
import type { SignerPolicy } from "@assay/sigstore";
import { cosignOptions, expectationOf, furtherOptions, shellWord } from "../act/verify-with.ts";
import type { SignerOptions } from "../sign/options.ts";
import type { SigningSession } from "../sign/prepare.ts";
import { isTemplate } from "../verify/templates.ts";
import type { ImageVerifyOptions } from "./options.ts";
import type { FoundImage } from "./subjects.ts";

export interface PrintedVerification {
  readonly annotations?: Readonly<Record<string, string>>;
  /** Everything that the index lists was done too. */
  readonly isWhole: boolean;
  /** Types of attestations; with none a signature is verified. */
  readonly types?: readonly string[];
}

/** The commands with which a stranger verifies the image: ours as a whole, cosign's for the one manifest that it looks at. */
export function printedVerification(
  options: Pick<SignerOptions, "key" | "trustedRoot">,
  { plan }: Pick<SigningSession, "plan">,
  { store, root, reference }: FoundImage,
  [first]: readonly ActRecord[],
  { annotations = {}, isWhole, types = [] }: PrintedVerification,
): readonly VerifyCommand[] {
  if (first === undefined) return [];
  const { who, trustedRoot, log } = expectationOf(options, plan, first);
  const trust = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  const isKey = who[0] === "--key";
  const pairs = Object.entries(annotations).map(([name, value]) => `${name}=${value}`);
  const assay = [
    ...["assay", "image", "verify", ...who, ...trust],
    ...(isKey && log === "none" && trust.length > 0 ? ["--no-require-log"] : []),
    ...pairs.flatMap((pair) => ["--annotations", pair]),
    ...types.flatMap((type) => ["--predicate-type", type]),
    ...(types.length === 0 ? [] : ["--no-require-signature"]),
    ...(isWhole || root.manifest.kind === "image" ? [] : ["--index-only"]),
    ...["--", reference],
  ];
  const [type] = types;
  const cosign = [
    ...["cosign", type === undefined ? "verify" : "verify-attestation"],
    ...(type === undefined ? [] : ["--type", type]),
    ...cosignOptions([...who, ...trust]),
    ...(log === "none" ? noLogOptions(isKey) : []),
    ...pairs.flatMap((pair) => ["-a", pair]),
    first.subject.name,
  ];
  return [
    { tool: "assay", command: shellCommand(assay) },
    ...(store.kind === "registry"
      ? [{ tool: "cosign" as const, command: shellCommand(cosign) }]
      : []),
  ];
}

/** What a verifying run did, as a command; cosign's where it asks for as much. */
export function verifyingCommands(
  options: ImageVerifyOptions,
  signer: SignerPolicy,
  { store, root, reference }: FoundImage,
  [first]: readonly ActRecord[],
): readonly VerifyCommand[] {
  if (first === undefined) return [];
  const { key, certificateIdentity: identity, certificateIdentityPattern: regexp } = options;
  const issuer = ["--certificate-oidc-issuer", options.certificateOidcIssuer ?? ""];
  const who =
    key !== undefined
      ? ["--key", key.includes("-----BEGIN ") ? "cosign.pub" : key]
      : identity !== undefined
        ? ["--certificate-identity", identity, ...issuer]
        : regexp !== undefined
          ? ["--certificate-identity-regexp", regexp, ...issuer]
          : [
              ...["--certificate-identity-pattern", options.certificateIdentityWildcard ?? ""],
              ...issuer,
            ];
  const also = furtherOptions({
    ...{ ...options, files: [], policy: undefined, bundle: undefined, bundleSuffix: "" },
  });
  const given = (name: string, values: readonly string[]) =>
    values.flatMap((value) => [`--${name}`, value]);
  const { trustedRoot, annotations, platforms } = options;
  const trust = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  const pairs = Object.entries(annotations).map(([name, value]) => `${name}=${value}`);
  const assay = [
    ...["assay", "image", "verify", ...who, ...also, ...trust],
    ...given("annotations", pairs),
    ...given("platforms", platforms),
    ...(options.requireLog === false ? ["--no-require-log"] : []),
    ...(options.requireSignature ? [] : ["--no-require-signature"]),
    ...(options.indexOnly ? ["--index-only"] : []),
    ...(options.checkLayers ? ["--check-layers"] : []),
    ...["--", reference],
  ];
  const isForCosign =
    store.kind === "registry" &&
    (key !== undefined || identity !== undefined) &&
    ![identity, ...Object.values(options.claims)].some((text) => isTemplate(text)) &&
    also.length === 0 &&
    options.requireSignature &&
    (signer.kind === "certificate" || signer.key.algorithm.digest === "sha256");
  const cosign = [
    ...["cosign", "verify", ...cosignOptions([...who, ...trust])],
    ...(first.logEntries.length > 0 ? [] : noLogOptions(key !== undefined)),
    ...pairs.flatMap((pair) => ["-a", pair]),
    `${store.name}@${root.descriptor.digest}`,
  ];
  return [
    { tool: "assay", command: shellCommand(assay) },
    ...(isForCosign ? [{ tool: "cosign" as const, command: shellCommand(cosign) }] : []),
  ];
}

function noLogOptions(isKey: boolean): readonly string[] {
  return isKey ? ["--insecure-ignore-tlog"] : ["--use-signed-timestamps", "--insecure-ignore-tlog"];
}

function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
