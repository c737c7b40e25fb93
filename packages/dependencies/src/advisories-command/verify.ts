import { signerOf, snapshotFiles, storeFiles, storeFolder } from "@assay/advisories/snapshot";
import { ADVISORY_INPUTS } from "@assay/advisories/sources";
import {
  type ActResult,
  type CommandContext,
  type InputValues,
  optionsOf,
  UsageError,
} from "@assay/core";
import { advisoriesResult, failedResult } from "./result.ts";

type Snapshot = Omit<InputValues<typeof ADVISORY_INPUTS>, "advisory-source" | "advisory-url">;

/** Every block of every file, the signature, the order in time and the age. */
export async function runVerify(context: CommandContext, inputs: Snapshot): Promise<ActResult> {
  const { snapshot } = inputs;
  if (snapshot === undefined)
    throw new UsageError("No snapshot is named", { hint: "Name the file." });
  const given = { ...inputs, "advisory-source": "snapshot", "advisory-url": undefined } as const;
  try {
    const options = { ...optionsOf(ADVISORY_INPUTS, given), snapshot };
    const { data, files, signer } = await snapshotFiles(context, options, undefined);
    for (const file of files)
      for (const ecosystem of file.directory.keys())
        for (const _ of file.all(ecosystem)) context.signal.throwIfAborted();
    const by = signer === undefined ? {} : signerOf(signer);
    const verified = advisoriesResult("verify", data.info, context, { maxAge: inputs["max-age"] });
    const records = verified.records.map((record) => ({ ...record, signer: by }));
    const result = { ...verified, records };
    const unsigned = "No key and no identity was given: who made it was not checked.";
    return signer === undefined
      ? { ...result, notices: [...(result.notices ?? []), unsigned] }
      : result;
  } catch (error) {
    context.signal.throwIfAborted();
    return failedResult("verify", snapshot, "advisories.refused", error);
  }
}

/** What a snapshot or the store has. */
export async function runInfo(
  context: CommandContext,
  inputs: Pick<Snapshot, "snapshot" | "advisory-store" | "max-age">,
): Promise<ActResult> {
  const store = storeFolder(context, inputs["advisory-store"]);
  const snapshot = inputs.snapshot ?? store;
  if (inputs.snapshot === undefined && storeFiles(store).length === 0)
    throw new UsageError(`The store ${store} has no advisories`, {
      hint: "Run `assay advisories fetch`.",
    });
  const options = {
    ...optionsOf(ADVISORY_INPUTS, { ...DEFAULTS, "advisory-store": store }),
    snapshot,
  };
  const { data } = await snapshotFiles(context, options, undefined, false);
  return advisoriesResult("info", data.info, context, { maxAge: inputs["max-age"] });
}

const DEFAULTS = {
  "advisory-source": "snapshot",
  snapshot: undefined,
  "snapshot-key": undefined,
  "snapshot-identity": undefined,
  "snapshot-oidc-issuer": undefined,
  "snapshot-trusted-root": undefined,
  "require-signed-snapshot": false,
  "max-age": "none",
  "advisory-url": undefined,
} as const;
