import { compareText } from "@assay/core";
import { cosignPath, shellWord } from "../act/verify-with.ts";
import { isBundleName } from "../targets/bundle-names.ts";
import { SUFFIX, VERIFY_TEXT } from "./contents.ts";

/** A release, for whoever verifies it. */
export interface ReleaseFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly tag: string;
  /** Names of all assets, bundles too; none holds a line break. */
  readonly assets: readonly string[];
  /** Exactly who signed; `key` is the public key as a consumer has it, by name. */
  readonly signer:
    | { readonly identity: string; readonly issuer: string }
    | { readonly key: string };
  /** Of the assets the list of checksums, as `sha256sum` or `sha512sum` writes it. */
  readonly checksums?: string | undefined;
  readonly attestations: readonly { readonly kind: string; readonly predicateType: string }[];
  /** The trusted root as a consumer has it, by name; without one the services are Sigstore's public ones. */
  readonly trustedRoot?: string | undefined;
  /** No signature stands in a transparency log. */
  readonly isUnlogged?: boolean;
}

/**
 * `VERIFY.md` of a release: what is signed, by whom, and the commands that verify it. The same facts give the same bytes.
 *
 * Bundles are known by their names: `<file>.sigstore.json` is a signature, `<file>.<kind>.sigstore.json` an attestation, and
 * `<kind>.sigstore.json` one of every file. A file without a signature is listed as that.
 */
export function verifyText(release: ReleaseFacts): string {
  const { repository, tag, signer, checksums, trustedRoot, attestations, isUnlogged } = release;
  const assets = new Set(release.assets);
  const files = [...assets]
    .filter((name) => !isBundleName(name, SUFFIX) && name !== VERIFY_TEXT)
    .sort(compareText);
  const isKey = "key" in signer;
  const who = isKey
    ? ["--key", signer.key]
    : ["--certificate-identity", signer.identity, "--certificate-oidc-issuer", signer.issuer];
  const root = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  // The certificate's time is then a timestamp's.
  const unlogged = isUnlogged
    ? [...(isKey ? [] : ["--use-signed-timestamps"]), "--insecure-ignore-tlog"]
    : [];
  const isForGh =
    !isKey &&
    trustedRoot === undefined &&
    signer.issuer === "https://token.actions.githubusercontent.com";
  const made = (what: string, type: readonly string[], end: string, shared?: string) => {
    const own = files.filter((name) => assets.has(name + end));
    const isShared = own.length === 0 && shared !== undefined && assets.has(shared);
    return { what, type, names: isShared ? files : own, bundle: isShared ? shared : `"$f${end}"` };
  };
  const signatures = made("Signed", [], SUFFIX);
  const rows = [
    signatures,
    ...attestations.map(({ kind, predicateType }) =>
      made(`Attested (${kind})`, [predicateType], `.${kind}${SUFFIX}`, kind + SUFFIX),
    ),
  ].filter(({ names }) => names.length > 0);
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${title}`, `\`\`\`sh\n${lines.join("\n")}\n\`\`\``];
  // The subshell ends with the first file that fails.
  const each = ({ names, bundle }: (typeof rows)[number], command: readonly string[]) =>
    `(set -e; for f in ${words(names.map(cosignPath))}; do ${words(command)} --bundle ${bundle} "$f"; done)`;
  const assay = (before: readonly string[], behind: readonly string[]) =>
    words([
      ...["assay", "verify", ...before, ...who],
      ...(isKey || trustedRoot ? root : ["--tuf-url", "public"]),
      ...(isKey && isUnlogged && trustedRoot ? ["--no-require-log"] : []),
      ...behind,
    ]);
  const unsigned = files.filter((name) => !signatures.names.includes(name));
  return `${[
    `# Verify ${code([repository, tag])}`,
    `Signed by ${code(isKey ? [signer.key] : [signer.identity, signer.issuer])}. Compare that with what the project says elsewhere: whoever can replace these files can replace this page.`,
    [...rows, { what: "Not signed", names: unsigned }]
      .flatMap(({ what, names }) => (names.length === 0 ? [] : `- ${what}: ${code(names)}`))
      .join("\n"),
    ...section("Assay", [
      assay(["release", `${repository}@${tag}`], []),
      ...rows.map(({ names, type }) =>
        assay([], [...type.flatMap((each) => ["--predicate-type", each]), "--", ...names]),
      ),
    ]),
    ...section(
      "cosign 3",
      rows.map((row) =>
        each(row, [
          "cosign",
          ...row.type.reduce<string[]>(
            (_, type) => ["verify-blob-attestation", "--type", type],
            ["verify-blob"],
          ),
          ...[...who, ...root, ...unlogged],
        ]),
      ),
    ),
    ...section(
      "GitHub CLI",
      rows.flatMap((row) =>
        row.type.flatMap((type) =>
          isForGh
            ? each(row, [
                ...["gh", "attestation", "verify", "--repo", repository],
                ...["--cert-identity", signer.identity, "--predicate-type", type],
              ])
            : [],
        ),
      ),
    ),
    ...(checksums === undefined
      ? []
      : [
          ...section("Checksums", [
            words([
              checksums.includes("512") ? "sha512sum" : "sha256sum",
              ...["--check", "--ignore-missing", cosignPath(checksums)],
            ]),
          ]),
          `They say who made a file only where ${code([checksums])} itself is verified, as above.`,
        ]),
  ].join("\n\n")}\n`;
}

function words(all: readonly string[]): string {
  return all.map(shellWord).join(" ");
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name.replaceAll("`", "'")}\``).join(", ");
}
