import { storeFiles, storeFolder } from "@assay/advisories/snapshot";
import type { ActResult, CommandContext } from "@assay/core";
import { writeSnapshot } from "./build.ts";
import { advisoriesResult } from "./result.ts";

interface BuildInputs {
  readonly from: readonly string[];
  readonly ecosystems: readonly string[];
  readonly output: string;
  readonly "taken-at"?: string | undefined;
  readonly "advisory-store"?: string | undefined;
}

export async function runBuild(context: CommandContext, inputs: BuildInputs): Promise<ActResult> {
  const store = storeFolder(context, inputs["advisory-store"]);
  const from = inputs.from.length > 0 ? inputs.from : storeFiles(store);
  const takenAt = inputs["taken-at"];
  const info = await writeSnapshot(context, { ...inputs, from, store, takenAt });
  return advisoriesResult("build", info, context, {
    verifyWith: [
      {
        tool: "assay",
        command: `assay advisories verify ${inputs.output} --snapshot-key cosign.pub`,
      },
    ],
  });
}
