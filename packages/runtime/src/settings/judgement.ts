import type { ConfigFile, SettingsFiles } from "@assay/core";
import type { OpenedRun, Preparation, PrepareOptions } from "../prepare/prepare-run.ts";
import { prepareWith } from "../prepare/prepare-run.ts";
import type { Surroundings } from "./base-files.ts";
import { type Baseline, readBaseline } from "./baseline.ts";
import { type Ledger, readLedger } from "./ledger/ledger.ts";
import { type TracedFiles, traced } from "./traced-files.ts";

/** One set of settings that a run is judged by. */
export interface Judgement extends Preparation {
  readonly files: TracedFiles;
  readonly baseline: Baseline | undefined;
  readonly ledger: Ledger | undefined;
}

/** @param isBefore The files need not be there yet: a change from inside may bring them together with the inputs that name them. */
export async function judgementBy(
  files: SettingsFiles,
  around: Surroundings,
  opened: OpenedRun,
  options: PrepareOptions,
  isBefore = false,
): Promise<Judgement> {
  const from = traced(files, around);
  const lacks = async (path: string | undefined, named: boolean) =>
    isBefore && path !== undefined && (await files.read(path, { named })) === undefined;
  const { configPath, ...rest } = opened;
  const isConfigNew = await lacks(configPath, true);
  const prepared = await prepareWith(
    from,
    { ...rest, configPath: isConfigNew ? undefined : configPath },
    options,
  );
  const { baseline: path } = prepared.inputs;
  const named = prepared.sources["baseline"]?.from !== "config";
  const isBaselineNew = await lacks(path, named);
  const baseline = isBaselineNew ? undefined : await readBaseline(from, path, named);
  // An act has no findings that anybody answers for.
  const ledger =
    options.command.kind === "act" ? undefined : await readLedger(from, prepared.config);
  const config = placedAt(prepared.config, files.commit);
  return { ...prepared, config, files: from, baseline, ledger };
}

/** Places in a file of the base branch are not places in the work tree. */
function placedAt(config: ConfigFile, commit: string | undefined): ConfigFile {
  if (commit === undefined) return config;
  return {
    ...config,
    place(key) {
      const place = config.place(key);
      return place === undefined ? undefined : { ...place, commit };
    },
  };
}
