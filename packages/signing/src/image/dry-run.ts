import type { ActResult, CommandContext } from "@assay/core";
import { dryRun } from "../act/dry-run.ts";
import type { SignerOptions } from "../sign/options.ts";
import type { Unit } from "./make-all.ts";

/** What would be signed. The image is read; nothing is signed, and no service is asked. */
export async function plannedResult(
  act: string,
  context: CommandContext,
  options: SignerOptions,
  units: readonly Unit[],
): Promise<ActResult> {
  const planned = units.map(({ subject: { name, platform }, predicate }) => ({
    what: `${predicate.kind.name}${platform === undefined ? "" : ` of ${platform}`}`,
    place: name,
  }));
  const result = await dryRun(act, context, options, planned, []);
  const [, ...notices] = result.notices ?? [];
  return {
    ...result,
    notices: ["Nothing was signed; the image was read. This is what would be done:", ...notices],
  };
}
