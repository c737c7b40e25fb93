import { UsageError } from "@assay/core";
import { baseBytes, readTrustedKey, type TrustRun } from "../keys/trusted-key.ts";
import type { SignerPolicy } from "../verify/policy.ts";
import { loadTrustedRoot } from "./load.ts";
import { parseTrustedRoot, type TrustedRoot } from "./trusted-root.ts";

/**
 * A trusted root, of a change from outside that of the base branch.
 *
 * @param input The name of the input, for messages.
 * @throws UsageError when it is not there, or is no trusted root.
 */
export async function readTrustedRoot(
  context: TrustRun,
  path: string,
  input: string,
): Promise<TrustedRoot> {
  const ofBase = await baseBytes(context, path, input);
  return ofBase === undefined
    ? await loadTrustedRoot(path, context.root)
    : parseTrustedRoot(ofBase, path);
}

/** Who must have signed. */
export interface ExpectedSigner {
  readonly policy: SignerPolicy;
  /** For people, and what a place in the memory of what was seen is named after. */
  readonly name: string;
}

/**
 * Who must have signed: a key, or an identity with its issuer and a trusted root.
 *
 * @param prefix Of the inputs: `vex` for `vex-key` and the others.
 * @throws UsageError when they say nobody, two, or half of one, or what they name is not there.
 */
export async function expectedSigner(
  context: TrustRun,
  prefix: string,
  signer: Readonly<Partial<Record<"key" | "subject" | "issuer" | "root", string | undefined>>>,
): Promise<ExpectedSigner> {
  const { key, subject, issuer, root } = signer;
  const policyOf = async (): Promise<SignerPolicy | undefined> => {
    if ((key === undefined) === (subject === undefined)) return undefined;
    const trusted =
      root === undefined
        ? {}
        : { root: await readTrustedRoot(context, root, `${prefix}-trusted-root`) };
    if (key !== undefined)
      return { kind: "key", key: await readTrustedKey(context, key), ...trusted };
    return trusted.root === undefined || issuer === undefined || subject === undefined
      ? undefined
      : { kind: "certificate", root: trusted.root, identity: { subject, issuer } };
  };
  const policy = await policyOf();
  if (policy === undefined)
    throw new UsageError(
      `Who must have signed is not clear: give \`${prefix}-key\`, or \`${prefix}-identity\` with \`${prefix}-oidc-issuer\` and \`${prefix}-trusted-root\``,
      {
        hint: "A trusted root is written by `gh attestation trusted-root` for Sigstore's public instance.",
      },
    );
  const name = subject ?? key ?? "";
  return { policy, name: name.includes("-----BEGIN") ? "the given key" : name };
}
