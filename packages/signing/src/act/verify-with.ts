import type { ActRecord, VerifyCommand } from "@assay/core";
import type { SignerPolicy } from "@assay/sigstore";
import type { SignOptions } from "../sign/options.ts";
import type { SigningSession } from "../sign/prepare.ts";
import type { Targets } from "../targets/find-targets.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import { isTemplate } from "../verify/templates.ts";

/** The name under which a consumer has what this run can't know the place of. */
const THEIR_KEY = "cosign.pub";
const THEIR_ROOT = "trusted_root.json";
/** A longer command is no example any more, and renderers cut it. */
const MAX_LENGTH = 1000;
const ISSUER = "--certificate-oidc-issuer";
const DEFAULT_SUFFIX = ".sigstore.json";

/** Who must have signed, as options of either tool, and what else the two need to know. */
interface Expectation {
  readonly who: readonly string[];
  readonly trustedRoot: string | undefined;
  readonly log: "none" | "some";
  /** cosign 3.1 verifies signatures of keys over SHA-256 alone. */
  readonly isForCosign: boolean;
}

/** The commands with which whoever receives files and bundles of this run verifies them. */
export function signingVerification(
  options: SignOptions,
  { plan }: Pick<SigningSession, "plan">,
  targets: Targets,
  records: readonly ActRecord[],
): readonly VerifyCommand[] {
  const [first] = records;
  if (first === undefined) return [];
  return commands(first, filesOf(targets, records), options.bundleSuffix, {
    ...expectationOf(options, plan, first),
    isForCosign: Object.keys(first.subject.digests).every((name) => name === "sha256"),
  });
}

/** Who signed this run's bundles, for whoever receives them. */
export function expectationOf(
  { key, trustedRoot }: Pick<SignOptions, "key" | "trustedRoot">,
  plan: SigningSession["plan"],
  { signer: { identity, issuer } }: ActRecord,
): Omit<Expectation, "isForCosign"> {
  const isKeyless = identity !== undefined && issuer !== undefined;
  return {
    who: isKeyless ? identityOptions(identity, issuer) : ["--key", publicKeyOf(key)],
    trustedRoot: trustedRoot ?? (isKeyless ? THEIR_ROOT : undefined),
    log: plan.logs.length === 0 ? "none" : "some",
  };
}

/** Files that the commands name and that the run did not: pasted without them, the commands fail. */
export function placeholderNotices(
  { key, trustedRoot }: Pick<SignOptions, "key" | "trustedRoot">,
  [first]: readonly VerifyCommand[],
): readonly string[] {
  const words = first?.command.split(" ") ?? [];
  const stands = (name: string, what: string) =>
    words.includes(name) ? [`In the commands to verify with, \`${name}\` stands for ${what}.`] : [];
  return [
    ...(key?.endsWith(".key") === true ? [] : stands(THEIR_KEY, "the public half of the key")),
    ...(trustedRoot === undefined ? stands(THEIR_ROOT, "the trusted root of the services") : []),
  ];
}

/** The same for a run that verified: what it did, as a command. */
export function verifyingVerification(
  options: VerifyRunOptions,
  signer: SignerPolicy,
  targets: Targets,
  records: readonly ActRecord[],
): readonly VerifyCommand[] {
  const [first] = records;
  if (first === undefined) return [];
  const { key, certificateIdentity, certificateIdentityPattern, certificateOidcIssuer } = options;
  const wildcard = options.certificateIdentityWildcard;
  const who =
    key !== undefined
      ? ["--key", isText(key) ? THEIR_KEY : key]
      : certificateIdentity !== undefined
        ? identityOptions(certificateIdentity, certificateOidcIssuer ?? "")
        : [
            ...(wildcard === undefined
              ? ["--certificate-identity-regexp", certificateIdentityPattern ?? ""]
              : ["--certificate-identity-pattern", wildcard]),
            ISSUER,
            certificateOidcIssuer ?? "",
          ];
  const also = furtherOptions(options);
  return commands(first, filesOf(targets, records), options.bundleSuffix, {
    who: [...who, ...also],
    trustedRoot: options.trustedRoot,
    log: first.logEntries.length === 0 ? "none" : "some",
    // A command that asks for less than this run did is no use.
    isForCosign:
      also.length === 0 &&
      wildcard === undefined &&
      !isTemplate(certificateIdentity) &&
      (signer.kind === "certificate" || signer.key.algorithm.digest === "sha256"),
  });
}

/** What else a run asked for. */
export function furtherOptions(options: VerifyRunOptions): readonly string[] {
  const { claims, predicateTypes, source, tag, builder, minSignatures } = options;
  const { otherKeys = [], revokedKeys = [] } = options;
  const given = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`--${name}`, value];
  return [
    ...otherKeys.flatMap((key) => given("key", isText(key) ? THEIR_KEY : key)),
    ...revokedKeys.flatMap((digest) => given("revoked-key", digest)),
    ...Object.entries(claims).flatMap(([name, value]) => given(`certificate-${name}`, value)),
    ...predicateTypes.flatMap((type) => given("predicate-type", type)),
    ...given("tuf-url", options.tufUrl),
    ...given("tuf-root", options.tufRoot),
    ...given("trust-max-age", options.trustMaxAge?.toString()),
    ...given("source", source),
    ...given("tag", tag),
    ...given("builder", builder),
    ...given("min-signatures", minSignatures > 1 ? String(minSignatures) : undefined),
  ];
}

/** The patterns, where all that they name was done; otherwise what was done by name. One file stands for too many. */
function filesOf({ files, matching }: Targets, records: readonly ActRecord[]): readonly string[] {
  const names = records.map(({ subject }) => subject.name);
  const words = records.length === files.length ? matching : names;
  return words.join(" ").length > MAX_LENGTH ? names.slice(0, 1) : words;
}

function identityOptions(identity: string, issuer: string): readonly string[] {
  return ["--certificate-identity", identity, ISSUER, issuer];
}

/** A consumer has the public half; where it lies beside the private one, under the name that cosign gives it. */
function publicKeyOf(key: string | undefined): string {
  return key?.endsWith(".key") === true ? key.replace(/\.key$/, ".pub") : THEIR_KEY;
}

function isText(key: string): boolean {
  return key.includes("-----BEGIN ");
}

function commands(
  { subject, product = "" }: ActRecord,
  files: readonly string[],
  suffix: string,
  { who, trustedRoot, log, isForCosign }: Expectation,
): readonly VerifyCommand[] {
  const root = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  const isKey = who[0] === "--key";
  const assay = [
    "assay",
    "verify",
    ...who,
    ...root,
    ...(isKey && log === "none" && root.length > 0 ? ["--no-require-log"] : []),
    ...(suffix === DEFAULT_SUFFIX ? [] : ["--bundle-suffix", suffix]),
    "--",
    ...files,
  ];
  // cosign knows no expression by this name but one of Go's, which is not anchored.
  const cosignWho = who.map((word, at) =>
    who[at - 1] === "--certificate-identity-regexp" ? `^(?:${word})$` : word,
  );
  const cosign = [
    "cosign",
    "verify-blob",
    "--bundle",
    cosignPath(product),
    ...cosignOptions([...cosignWho, ...root]),
    ...(isKey && log === "none" ? ["--insecure-ignore-tlog"] : []),
    ...(!isKey && log === "none" ? ["--use-signed-timestamps", "--insecure-ignore-tlog"] : []),
    cosignPath(subject.name),
  ];
  return [
    { tool: "assay", command: assay.map(shellWord).join(" ") },
    ...(isForCosign ? [{ tool: "cosign" as const, command: cosign.map(shellWord).join(" ") }] : []),
  ];
}

/** Pairs of name and value; the value of one that would look like an option is made part of the name's word. */
export function cosignOptions(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    // A certificate of one's own CA: cosign finds neither an issuer nor a certificate log's word in it.
    if (word === ISSUER && words[at + 1] === "none") {
      return ["--insecure-ignore-sct", `${ISSUER}-regexp=.*`];
    }
    if (words[at - 1] === ISSUER && word === "none") return [];
    if (at % 2 === 0) return words[at + 1]?.startsWith("-") === true ? [] : [word];
    return word.startsWith("-") ? [`${words[at - 1]}=${word}`] : [word];
  });
}

/** cosign rewrites every word that begins with a dash, behind `--` too. */
export function cosignPath(path: string): string {
  return path.startsWith("-") ? `./${path}` : path;
}

/** A word of a POSIX shell: as it is where it can mean nothing else, otherwise between single quotes. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
