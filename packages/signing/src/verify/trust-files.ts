import { resolve } from "node:path";
import { type CheckContext, comesFromOutside, isInside, UsageError } from "@assay/core";
import {
  loadTrustedRoot,
  type PublicKey,
  parsePublicKey,
  parseTrustedRoot,
  type TrustedRoot,
} from "@assay/sigstore";
import { readKeyText } from "@assay/sigstore/keys";

/** The limit that files of the work tree have too. */
const MAX_TRUST_BYTES = 8 * 1024 * 1024;

/**
 * What decides over trust is read where it lies, but for a change from outside: whoever wrote the change may have exchanged it
 * together with the files, so that of the base branch counts.
 *
 * @throws UsageError when it is not there, or is no trusted root.
 */
export async function readTrustedRoot(context: CheckContext, path: string): Promise<TrustedRoot> {
  return isOfOutsideChange(context, path)
    ? parseTrustedRoot(await readFromBase(context, path, "trusted-root"), path)
    : await loadTrustedRoot(path, context.root);
}

/** @param reference A path, `env://NAME` or PEM text. */
export async function readTrustedKey(context: CheckContext, reference: string): Promise<PublicKey> {
  const isPath = !reference.includes("-----BEGIN ") && !reference.includes("://");
  if (isPath && isOfOutsideChange(context, reference)) {
    const bytes = await readFromBase(context, reference, "key");
    return parsePublicKey(new TextDecoder().decode(bytes), reference);
  }
  const { text, source } = await readKeyText(context, reference, "key");
  return parsePublicKey(text, source);
}

function isOfOutsideChange({ event, root }: CheckContext, path: string): boolean {
  return comesFromOutside(event) && isInside(root, resolve(root, path));
}

async function readFromBase(
  { settings }: CheckContext,
  path: string,
  input: string,
): Promise<Buffer> {
  const bytes = await settings.read(path, { named: true, maxBytes: MAX_TRUST_BYTES });
  if (bytes !== undefined) return Buffer.from(bytes);
  throw new UsageError(
    `\`${input}\` is ${path}, and the branch that the change wants to go to has no such file`,
    {
      hint: "A change from outside does not bring what it is verified against: commit the file to the base branch first, or give one that lies outside of the checkout.",
    },
  );
}
