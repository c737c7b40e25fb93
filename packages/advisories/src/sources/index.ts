/** Where advisories come from. Light: what opens them is loaded when it is asked for. */
import type { CheckContext, InputValues } from "@assay/core";
import type { AdvisoryData } from "../data.ts";
import {
  ADVISORY_INPUTS,
  ADVISORY_SECTION,
  type AdvisoryOptions,
  API_URL,
  BUCKET_URL,
} from "./inputs.ts";

export { ageOf, type DataAge } from "./age.ts";
export { isPublicPackage } from "./public.ts";
export type { AdvisoryOptions };
export { ADVISORY_INPUTS, ADVISORY_SECTION };

/** The hosts that a run with these inputs may reach: for a command's `hosts`. */
export function advisoryHosts(inputs: InputValues<typeof ADVISORY_INPUTS>): readonly string[] {
  const source = inputs["advisory-source"];
  if (source === "snapshot" || (source === "auto" && inputs.snapshot !== undefined)) return [];
  // Of some ecosystems the API can't be asked: their archives are taken.
  const own = inputs["advisory-url"] ?? (source === "api" ? API_URL : BUCKET_URL);
  const urls = source === "api" ? [own, BUCKET_URL] : [own];
  return urls.flatMap((url) => (URL.canParse(url) ? new URL(url).origin : []));
}

/**
 * Opens the advisories of some ecosystems: fetches, verifies and reads as the options say.
 *
 * @param ecosystems OSV base ecosystems: `npm`, `Debian`.
 * @param more.allowMissing Ecosystems that there is no data for are left out of `info.ecosystems`, instead of an error.
 * @param more.update `always`: asks the bucket however young the store is.
 * @throws ExternalError when there is no data: offline without any, a source that fails, a snapshot that is refused.
 * @throws UsageError when the options contradict each other.
 */
export async function openAdvisories(
  context: CheckContext,
  options: AdvisoryOptions,
  ecosystems: readonly string[],
  more: OpenMore = {},
): Promise<AdvisoryData> {
  return await (await import("./open.ts")).open(context, options, ecosystems, more);
}

export interface OpenMore {
  readonly allowMissing?: boolean;
  readonly update?: "always";
}
