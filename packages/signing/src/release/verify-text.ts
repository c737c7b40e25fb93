import { codeMarkdown, compareText } from "@assay/core";
import { cosignOptions, cosignPath, shellWord } from "../act/verify-with.ts";
import { isBundleName } from "../targets/bundle-names.ts";

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

const END = ".sigstore.json";
const ROOT = "trusted_root.json";

/**
 * `VERIFY.md` of a release: what is signed, by whom, and the commands that verify it. The same facts give the same bytes.
 *
 * Bundles are known by their names: `<file>.sigstore.json` is a signature, `<file>.<kind>.sigstore.json` an attestation, and
 * `<kind>.sigstore.json` one of every file. A file without a signature is listed as that.
 */
export function verifyText(release: ReleaseFacts): string {
  const { repository, tag, signer, checksums, trustedRoot, isUnlogged } = release;
  const assets = new Set(release.assets);
  const files = [...assets]
    .filter((name) => !isBundleName(name, END) && name !== "VERIFY.md")
    .sort(compareText);
  const isKey = "key" in signer;
  const who = isKey
    ? ["--key", signer.key]
    : ["--certificate-identity", signer.identity, "--certificate-oidc-issuer", signer.issuer];
  const root = trustedRoot === undefined ? [] : ["--trusted-root", trustedRoot];
  const theirRoot = isKey ? root : ["--trusted-root", trustedRoot ?? ROOT];
  const unlogged =
    isUnlogged !== true
      ? ""
      : isKey
        ? " --insecure-ignore-tlog"
        : " --use-signed-timestamps --insecure-ignore-tlog";
  const signed = files.filter((name) => assets.has(name + END));
  const attested = release.attestations.map(({ kind, predicateType }) => {
    const own = files.filter((name) => assets.has(`${name}.${kind}${END}`));
    const shared = assets.has(kind + END) ? kind + END : undefined;
    return {
      ...{ kind, type: predicateType, names: own.length > 0 ? own : shared ? files : [] },
      bundle: own.length > 0 || shared === undefined ? `"$f.${kind}${END}"` : shared,
    };
  });
  const assay = (names: readonly string[], ...more: readonly string[]) =>
    words("assay", "verify", ...who, ...theirRoot, ...noLog, ...more, "--", ...names);
  const noLog = isKey && isUnlogged && root.length > 0 ? ["--no-require-log"] : [];
  const cosign = (verb: string, ...more: readonly string[]) =>
    `${words("cosign", verb, ...more, ...cosignOptions([...who, ...root]))}${unlogged}`;
  const isForGh =
    !isKey &&
    root.length === 0 &&
    signer.issuer === "https://token.actions.githubusercontent.com" &&
    signer.identity.startsWith("https://github.com/");
  const all = attested.filter(({ names }) => names.length > 0);
  const unsigned = files.filter((name) => !signed.includes(name));
  return [
    `# Verify ${code(`${repository} ${tag}`)}`,
    isKey
      ? `Signed with the key ${code(signer.key)}.`
      : `Signed by ${code(signer.identity)}, for whom ${code(signer.issuer)} vouches.`,
    "Compare that with what the project says elsewhere: whoever can replace these files can replace this page.",
    [
      ...item("Signed", signed),
      ...all.flatMap(({ kind, type, names }) => item(`Attestation ${kind} (${type})`, names)),
      ...item("Not signed", unsigned),
    ].join("\n"),
    ...section("Assay", [
      ...(isKey || trustedRoot !== undefined
        ? []
        : [`cosign trusted-root create --with-default-services --out ${ROOT}`]),
      ...(signed.length > 0 ? [assay(signed)] : []),
      ...all.map(({ names, type }) => assay(names, "--predicate-type", type)),
    ]),
    ...section("cosign 3", [
      ...(signed.length > 0 ? [each(signed, `${cosign("verify-blob")} --bundle "$f${END}"`)] : []),
      ...all.map(({ names, type, bundle }) =>
        each(names, `${cosign("verify-blob-attestation", "--type", type)} --bundle ${bundle}`),
      ),
    ]),
    ...section(
      "GitHub CLI",
      all.flatMap(({ names, type, bundle }) =>
        isForGh
          ? [
              each(
                names,
                `${words("gh", "attestation", "verify", "--repo", repository, "--cert-identity", signer.identity, "--predicate-type", type)} --bundle ${bundle}`,
              ),
            ]
          : [],
      ),
    ),
    ...(checksums === undefined
      ? []
      : [
          ...section("Checksums", [
            `${checksums.includes("512") ? "sha512sum" : "sha256sum"} --check --ignore-missing ${shellWord(cosignPath(checksums))}`,
          ]),
          `They say who made a file only where ${code(checksums)} itself is verified, as above.`,
        ]),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Readable as text too, where it can be. */
function code(text: string): string {
  return /^[\w .,:;/@+=%#-]+$/.test(text) ? `\`${text}\`` : codeMarkdown(text);
}

function words(...all: readonly string[]): string {
  return all.map(shellWord).join(" ");
}

/** Ends with the first file that fails. */
function each(names: readonly string[], command: string): string {
  return `(set -e; for f in ${words(...names.map(cosignPath))}; do ${command} "$f"; done)`;
}

function item(label: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`- ${label}: ${names.map(code).join(", ")}`];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, `\`\`\`sh\n${lines.join("\n")}\n\`\`\``];
}
