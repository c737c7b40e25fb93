import { type ActResult, type CommandContext, UsageError } from "@assay/core";
import type { SignerOptions } from "../sign/options.ts";
import { readPlan, type SigningSession } from "../sign/prepare.ts";
import type { VerifyRunOptions } from "../verify/options.ts";
import type { FoundImage } from "./subjects.ts";
import { verifyImage } from "./verify-image.ts";

export interface StrangerOptions
  extends SignerOptions,
    Pick<VerifyRunOptions, "tufUrl" | "tufRoot"> {
  readonly annotations: Readonly<Record<string, string>>;
  /** Types of attestations that each manifest must have. */
  readonly types: readonly string[];
  /** The index alone, by its attestations. */
  readonly isIndexAlone: boolean;
}

/**
 * Before anything is signed: that what is made can be verified, for an identity needs a trusted root.
 *
 * @throws UsageError where there is none.
 */
export async function requireVerifiable(
  context: CommandContext,
  options: Pick<StrangerOptions, "tufUrl"> & SignerOptions,
): Promise<void> {
  const isKey = options.key !== undefined && options.certificate === undefined;
  await readPlan(context, options);
  if (isKey || options.trustedRoot !== undefined || options.tufUrl !== undefined) return;
  throw new UsageError(
    "Nothing says which services are trusted, so that nothing that is signed here could be verified",
    {
      hint: "Give `trusted-root`; for Sigstore's public instance, write one with `cosign trusted-root create --with-default-services --out trusted_root.json` and commit it, or, on the command line, give `--tuf-url public`. With a `key` none is needed.",
    },
  );
}

/** Verifies an image as somebody does who knows nothing but who should have signed it: this run. */
export async function verifyAsStranger(
  context: CommandContext,
  target: FoundImage,
  session: SigningSession,
  options: StrangerOptions,
): Promise<ActResult> {
  const { key, certificate } = await session.credential();
  const pem = key.publicKey.key.export({ format: "pem", type: "spki" }).toString();
  const { trustedRoot, tufUrl, tufRoot, annotations, types, isIndexAlone } = options;
  const isUnlogged = certificate === undefined && session.plan.logs.length === 0;
  const result = await verifyImage(context, target, {
    key: certificate === undefined ? pem : undefined,
    certificateIdentity: certificate?.identity.subject,
    certificateOidcIssuer: certificate?.identity.issuer,
    certificateIdentityPattern: undefined,
    certificateIdentityWildcard: undefined,
    claims: {},
    predicateTypes: types,
    ...{ source: undefined, tag: undefined, builder: undefined, minSignatures: 1 },
    ...(tufUrl === undefined
      ? { trustedRoot, tufUrl, tufRoot }
      : { trustedRoot: undefined, tufUrl, tufRoot }),
    requireLog: isUnlogged && trustedRoot !== undefined ? false : undefined,
    requireSignature: !isIndexAlone,
    indexOnly: isIndexAlone,
    platforms: [],
    annotations: isIndexAlone ? {} : annotations,
    checkLayers: false,
  });
  const own = options.key?.endsWith(".key") === true ? options.key.replace(/\.key$/, ".pub") : "";
  const named = (command: string) =>
    own === "" ? command : command.replace("--key cosign.pub", `--key ${own}`);
  return {
    ...result,
    verifyWith: (result.verifyWith ?? []).map(({ tool, command }) => ({
      tool,
      command: named(command),
    })),
  };
}
