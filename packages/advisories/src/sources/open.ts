import { type CheckContext, ExternalError } from "@assay/core";
import type { AdvisoryData } from "../data.ts";
import type { OpenMore } from "./index.ts";
import type { AdvisoryOptions } from "./inputs.ts";

export async function open(
  _context: CheckContext,
  _options: AdvisoryOptions,
  ecosystems: readonly string[],
  _more: OpenMore,
): Promise<AdvisoryData> {
  throw new ExternalError(`There are no advisories for ${ecosystems.join(", ")}`);
}
