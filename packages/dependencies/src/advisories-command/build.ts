import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DataInfo } from "@assay/advisories";
import {
  attribution,
  buildSnapshot,
  partsOf,
  storeFiles,
  storeFolder,
  temporaryPath,
} from "@assay/advisories/snapshot";
import type { ActResult, CommandContext } from "@assay/core";
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

/** Makes the file, and a notice of the databases beside it. */
export async function writeSnapshot(
  context: CommandContext,
  {
    output,
    store,
    ...options
  }: Pick<BuildInputs, "from" | "ecosystems" | "output"> & {
    readonly store: string;
    readonly takenAt?: string | undefined;
  },
): Promise<DataInfo> {
  const target = temporaryPath(join(store, "made"), "snapshot");
  try {
    const { info } = await buildSnapshot(context, { ...options, target });
    const notice = `${output} holds advisories of these databases, reduced to what is needed to compare packages with them:\n\n${attribution(
      info,
    )
      .map((line) => `- ${line}\n`)
      .join("")}`;
    await context.products.write({
      path: output,
      mediaType: "application/octet-stream",
      bytes: partsOf(target),
    });
    await context.products.write({
      path: `${output}.NOTICE.txt`,
      mediaType: "text/plain",
      bytes: Buffer.from(notice),
    });
    return { ...info, place: output };
  } finally {
    rmSync(target, { force: true });
  }
}
