import { type CheckContext, comesFromOutside, UsageError } from "@assay/core";
import { type PublicKey, parsePublicKey } from "./public-key.ts";
import { readKeyText } from "./read-key.ts";

/** The limit that files of the work tree have too. */
const MAX_TRUST_BYTES = 8 * 1024 * 1024;

/** What reading what decides over trust needs of a run. */
export type TrustRun = Pick<CheckContext, "root" | "environment" | "event" | "settings">;

/**
 * The public key that must have signed: read where it lies, but for a change from outside from the base branch.
 *
 * @param reference A path, `env://NAME` or PEM text.
 * @throws UsageError when it is not there, or is no public key.
 */
export async function readTrustedKey(context: TrustRun, reference: string): Promise<PublicKey> {
  const isPath = !reference.includes("-----BEGIN ") && !reference.includes("://");
  const ofBase = isPath ? await baseBytes(context, reference, "key") : undefined;
  if (ofBase !== undefined) return parsePublicKey(new TextDecoder().decode(ofBase), reference);
  const { text, source } = await readKeyText(context, reference, "key");
  return parsePublicKey(text, source);
}

/**
 * What decides over trust is read where it lies, but for a change from outside: whoever wrote the change may have exchanged it
 * together with the files, so that of the base branch counts.
 *
 * @param input The name of the input, for messages.
 * @returns The file as the base branch has it; `undefined` where the one in place counts.
 * @throws UsageError when the base branch has no such file.
 */
export async function baseBytes(
  { event, settings }: Pick<TrustRun, "event" | "settings">,
  path: string,
  input: string,
): Promise<Buffer | undefined> {
  if (!comesFromOutside(event)) return undefined;
  // What lies outside of the checkout is read there: a checkout may reach further than the working directory.
  const bytes = await settings.read(path, { named: true, maxBytes: MAX_TRUST_BYTES });
  if (bytes !== undefined) return Buffer.from(bytes);
  throw new UsageError(
    `\`${input}\` is ${path}, and the branch that the change wants to go to has no such file`,
    {
      hint: "A change from outside does not bring what it is verified against: commit the file to the base branch first, or give one that lies outside of the checkout.",
    },
  );
}
