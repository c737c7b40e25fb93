import { signerOf, snapshotFiles, storeFiles, storeFolder } from "@assay/advisories/snapshot";
import { ADVISORY_INPUTS } from "@assay/advisories/sources";
import {
  type ActResult,
  type CommandContext,
  type InputValues,
  optionsOf,
  UsageError,
} from "@assay/core";
import { digestFile } from "@assay/sigstore/files";
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
    const records = await Promise.all(
      (signer === undefined ? [] : files).map(async ({ path }) => {
        const { digests } = await digestFile(path, ["sha256"], context.signal);
        return {
          act: "verified" as const,
          subject: {
            name: snapshot,
            digests: { sha256: digests.get("sha256")?.toString("hex") ?? "" },
          },
          signer: signer === undefined ? {} : signerOf(signer),
          logEntries: [],
        };
      }),
    );
    const result = advisoriesResult("verify", data.info, context, {
      maxAge: inputs["max-age"],
      records,
    });
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
