import type { CheckContext } from "@assay/core";
import { UsageError } from "@assay/core";
import type { AdvisoryData } from "../data.ts";
import { baseOf } from "../store/format.ts";
import type { OpenMore } from "./index.ts";
import { type AdvisoryOptions, BUCKET_URL } from "./inputs.ts";
import { expectEcosystems, joined } from "./open-data.ts";
import { expectOutside } from "./place.ts";

const OFFLINE =
  "Run `assay advisories fetch` where a network is allowed and restore the folder of `advisory-store` here, or give `snapshot`.";

/** See `openAdvisories`. */
export async function open(
  context: CheckContext,
  options: AdvisoryOptions,
  ecosystems: readonly string[],
  more: OpenMore,
): Promise<AdvisoryData> {
  const wanted = [...new Set(ecosystems.map(baseOf))].sort();
  const data = await opened(context, options, wanted, more);
  const hint =
    options.advisorySource === "snapshot" || options.snapshot !== undefined
      ? "Build the snapshot with these ecosystems too."
      : context.offline
        ? OFFLINE
        : "Run `assay advisories fetch`.";
  if (more.allowMissing !== true) expectEcosystems(data, wanted, hint);
  return data;
}

async function opened(
  context: CheckContext,
  options: AdvisoryOptions,
  wanted: readonly string[],
  more: OpenMore,
): Promise<AdvisoryData> {
  const { advisorySource: source, snapshot, advisoryStore } = options;
  if (advisoryStore !== undefined) await expectOutside(context, advisoryStore, "advisory-store");
  if (source === "snapshot" || (source === "auto" && snapshot !== undefined)) {
    if (snapshot === undefined)
      throw new UsageError("`advisory-source` is snapshot, and `snapshot` names none", {
        hint: "Give `snapshot`, or another source.",
      });
    const { openSnapshot } = await import("../snapshot/open.ts");
    return await openSnapshot(context, { ...options, snapshot }, wanted);
  }
  const { openBucket } = await import("./bucket.ts");
  if (source !== "api") return await openBucket(context, options, wanted, more);
  if (context.offline)
    throw new UsageError("`advisory-source` is api, and this run is offline", { hint: OFFLINE });
  const { apiData, isAskable } = await import("./api.ts");
  const data = apiData(context, options, wanted.filter(isAskable));
  const others = wanted.filter((name) => !isAskable(name));
  if (others.length === 0) return data;
  return joined(
    data,
    await openBucket(context, { ...options, advisoryUrl: BUCKET_URL }, others, more),
  );
}
