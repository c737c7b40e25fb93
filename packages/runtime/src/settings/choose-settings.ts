import { originOf, workTreeFiles } from "@assay/core";
import type { OpenedRun, PrepareOptions } from "../prepare/prepare-run.ts";
import { checkoutAround } from "./checkout.ts";
import { type Judgement, judgementBy } from "./judgement.ts";
import type { OpenBaseOptions } from "./open-base.ts";
import type { SettingsReview } from "./settings-findings.ts";

/** The settings that count in a run. */
export interface ChosenSettings {
  /** What decides, and says what is written where. */
  readonly judgement: Judgement;
  /** What a change from outside brings: the change is judged by it a second time, and what either blocks, blocks. */
  readonly own?: Judgement;
  /** Absent where the run is not about a change. */
  readonly review?: SettingsReview;
}

export type ChooseOptions = PrepareOptions & Omit<OpenBaseOptions, "root" | "offline">;

/**
 * Which settings count, as "Which settings count" in docs/architecture.md says: those of the work tree; for a change from
 * outside those of the base branch, and a second time its own.
 *
 * @throws UsageError when a setting is wrong, on either side.
 * @throws ExternalError when the base of a change from outside can't be read: its own files never take its place.
 */
export async function chooseSettings(
  opened: OpenedRun,
  options: ChooseOptions,
): Promise<ChosenSettings> {
  const { root } = opened.workspace;
  const workTree = workTreeFiles(opened.workspace);
  const { folder } = opened;
  const around = { folder, checkout: await checkoutAround(root) };
  const own = await judgementBy(workTree, around, opened, options);
  const origin = originOf(options.event);
  if (origin.kind === "trusted") return { judgement: own };
  const isOutside = origin.kind === "outside-change";
  const { settingsOfChange } = await import("./settings-of-change.ts");
  const changed = { base: origin.base, isOutside, own, workTree, around };
  return settingsOfChange(changed, opened, options);
}
