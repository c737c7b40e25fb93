import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CheckContext, ExternalError, isRecord } from "@assay/core";
import type { DataInfo } from "../data.ts";
import { sha256 } from "../store/format.ts";
import { replaceFile } from "../store/write.ts";

/**
 * Refuses a snapshot with older data than the last one from the same place or signer, and remembers this one.
 *
 * @throws ExternalError
 */
export async function refuseRollback(
  { logger, clock }: CheckContext,
  folder: string,
  source: string,
  { ecosystems, place }: DataInfo,
): Promise<void> {
  const path = join(folder, "seen", `${sha256(source).slice(0, 32)}.json`);
  const seen = seenIn(path);
  const next = { ...seen };
  for (const [name, { takenAt }] of Object.entries(ecosystems)) {
    const last = Object.hasOwn(seen, name) ? seen[name] : undefined;
    if (last !== undefined && Date.parse(takenAt) < Date.parse(last))
      throw new ExternalError(
        `The snapshot ${place} is refused: its data of ${name} is of ${takenAt}, older than that of ${last}, which was used before`,
        { hint: `Take the newer one. If it is meant to go back, remove ${path}.` },
      );
    // A time to come would refuse every snapshot until then.
    if (Date.parse(takenAt) <= clock.wall().getTime()) next[name] = takenAt;
  }
  try {
    await replaceFile(path, async (sink) => sink.write(Buffer.from(JSON.stringify(next))));
  } catch (error) {
    logger.warning(
      `An older snapshot could not be told from this one: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function seenIn(path: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    const entries = isRecord(value) ? Object.entries(value) : [];
    return Object.fromEntries(
      entries.filter((each): each is [string, string] => typeof each[1] === "string"),
    );
  } catch {
    return {};
  }
}
