import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { type CheckContext, ExternalError, UsageError } from "@assay/core";
import { type Problems, recordsAt } from "../archive/records.ts";
import type { AdvisoryData } from "../data.ts";
import { type Part, writeStoreFile } from "../store/file.ts";
import { openStoreFile, type StoreFile } from "../store/read.ts";
import { sweep } from "../store/temporary.ts";
import { ageOf } from "./age.ts";
import { type Changes, changesSince, latestChange } from "./changes.ts";
import { notData, withArchive } from "./fetch.ts";
import type { OpenMore } from "./index.ts";
import { type AdvisoryOptions, BUCKET_URL } from "./inputs.ts";
import { dataOf } from "./open-data.ts";
import { storeFolder, storePath } from "./place.ts";

/** Younger data is not asked for again: several jobs of a workflow share it. */
const FRESH_MS = 60 * 60 * 1000;

/** What the store has of some ecosystems, fetched or brought up to date where a network is allowed. */
export async function openBucket(
  context: CheckContext,
  options: AdvisoryOptions,
  ecosystems: readonly string[],
  more: OpenMore,
): Promise<AdvisoryData> {
  const place = storeFolder(context, options.advisoryStore);
  const base = bucketUrl(options);
  const files: StoreFile[] = [];
  const notices: string[] = [];
  for (const [index, ecosystem] of ecosystems.entries()) {
    context.progress.update("Advisories", index, ecosystems.length);
    const file = await stored(context, ecosystem, place, base, more.update === "always", notices);
    if (file !== undefined) files.push(file);
  }
  context.progress.finish();
  return dataOf(files, { source: "bucket", place, notices });
}

function bucketUrl({ advisoryUrl: url = BUCKET_URL }: AdvisoryOptions): string {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UsageError(
      `\`advisory-url\` is ${JSON.stringify(url.slice(0, 100))}, which is no address`,
      {
        hint: "Write it as https://host/path/.",
      },
    );
  return url.endsWith("/") ? url : `${url}/`;
}

async function stored(
  context: CheckContext,
  ecosystem: string,
  folder: string,
  base: string,
  always: boolean,
  notices: string[],
): Promise<StoreFile | undefined> {
  const path = storePath(folder, ecosystem);
  const current = existing(context, path);
  if (context.offline) return current;
  const entry = current?.directory.get(ecosystem);
  const age = entry && context.clock.wall().getTime() - Date.parse(entry.takenAt);
  if (!always && age !== undefined && age >= 0 && age < FRESH_MS) return current;
  const url = `${base}${encodeURIComponent(ecosystem)}/`;
  try {
    await update(context, ecosystem, path, url, current);
  } catch (error) {
    context.signal.throwIfAborted();
    if (current === undefined || always || !(error instanceof ExternalError)) throw error;
    const data = dataOf([current], { source: "bucket", place: path }).info;
    const { text } = ageOf(data, context.clock.wall());
    notices.push(
      `Advisories of ${ecosystem} are used as the store has them, ${text}: ${error.message}.`,
    );
    context.logger.warning(notices.at(-1) ?? "");
    return current;
  }
  current?.close();
  return openStoreFile(path);
}

/** What is damaged is fetched again; where that is not possible, it is the error. */
function existing({ offline, logger }: CheckContext, path: string): StoreFile | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return openStoreFile(path);
  } catch (error) {
    if (offline || !(error instanceof ExternalError)) throw error;
    logger.warning(`${error.message}. It is fetched again.`);
    return undefined;
  }
}

async function update(
  context: CheckContext,
  ecosystem: string,
  path: string,
  url: string,
  current: StoreFile | undefined,
): Promise<void> {
  const takenAt = context.clock.wall().toISOString();
  const entry = current?.directory.get(ecosystem);
  if (current !== undefined && entry?.seen !== undefined) {
    const changes = await changesSince(context, url, entry.seen);
    if (changes !== undefined) {
      const { seen, records } = changes;
      const part: Part =
        records.size === 0
          ? { ecosystem, from: current, takenAt, seen }
          : { ecosystem, takenAt, seen, records: merged(current, ecosystem, records) };
      await writeStoreFile(path, [part], context);
      context.logger.info(`${ecosystem}: ${records.size} changed records fetched`);
      return;
    }
  }
  sweep(dirname(path));
  const seen = await latestChange(context, url);
  await withArchive(context, `${url}all.zip`, path, async (archive) => {
    const problems: Problems = [];
    const records = recordsAt(archive, problems);
    const source = { ecosystem, takenAt, seen, records, problems };
    const isNewer = (newest = "") => Date.parse(newest) >= (Date.parse(entry?.newest ?? "") || 0);
    await writeStoreFile(path, [source], context, (built) => {
      const { newest, names = 0, records = 0 } = built.get(ecosystem) ?? {};
      if (names === 0) throw notData(`${url}all.zip`, `has no advisory of ${ecosystem}`);
      // What is withdrawn stays in OSV's archives: they never get smaller by much.
      if (records < (entry?.records ?? 0) / 2)
        throw notData(
          `${url}all.zip`,
          `has ${records} advisories of ${ecosystem}, and the store has ${entry?.records}`,
        );
      if (entry?.newest !== undefined && !isNewer(newest))
        throw notData(
          `${url}all.zip`,
          `is older (${newest}) than what the store has (${entry.newest})`,
        );
    });
    for (const problem of problems.slice(0, 5))
      context.logger.warning(`A record of ${ecosystem} is left out: ${problem}`);
  });
}

/** What the store has but for the records that changed, and these. */
function* merged(current: StoreFile, ecosystem: string, changed: Changes["records"]) {
  for (const [name, advisories] of current.all(ecosystem))
    for (const each of advisories) if (!changed.has(each.record.id)) yield { name, ...each };
  yield* changed.values();
}
