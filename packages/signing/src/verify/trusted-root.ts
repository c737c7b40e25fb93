import type { CheckContext } from "@assay/core";
import type { TrustedRoot } from "@assay/sigstore";
import { readTrustedRoot } from "@assay/sigstore/keys";
import type { VerifyRunOptions } from "./options.ts";

/**
 * The trusted root of a run: a file, or what a TUF repository has; `undefined` where neither is given.
 *
 * @throws UsageError when what is given is not there, or half of it.
 */
export async function trustedRootOf(
  context: CheckContext,
  options: Pick<VerifyRunOptions, "tufUrl" | "tufRoot" | "trustMaxAge">,
  path: string | undefined,
): Promise<TrustedRoot | undefined> {
  if ((options.tufUrl ?? options.tufRoot ?? options.trustMaxAge) === undefined)
    return path === undefined ? undefined : await readTrustedRoot(context, path, "trusted-root");
  // The archive of the actions has no room for it, and their inputs don't ask for it.
  const { currentTrustedRoot } = await import("./current-root.ts");
  return await currentTrustedRoot(context, options, path);
}
