import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DataInfo } from "@assay/advisories";
import { attribution, buildSnapshot, partsOf, temporaryPath } from "@assay/advisories/snapshot";
import type { CommandContext } from "@assay/core";

/** Makes the file, and a notice of the databases beside it. */
export async function writeSnapshot(
  context: CommandContext,
  {
    output,
    store,
    ...options
  }: {
    readonly from: readonly string[];
    readonly ecosystems: readonly string[];
    readonly output: string;
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
