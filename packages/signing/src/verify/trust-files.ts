import type { CheckContext } from "@assay/core";
import { loadTrustedRoot, parseTrustedRoot, type TrustedRoot } from "@assay/sigstore";
import { baseBytes } from "@assay/sigstore/keys";

/**
 * A trusted root, of a change from outside that of the base branch.
 *
 * @throws UsageError when it is not there, or is no trusted root.
 */
export async function readTrustedRoot(context: CheckContext, path: string): Promise<TrustedRoot> {
  const ofBase = await baseBytes(context, path, "trusted-root");
  return ofBase === undefined
    ? await loadTrustedRoot(path, context.root)
    : parseTrustedRoot(ofBase, path);
}
