import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addTo, type CheckContext, type ExternalError, isRecord } from "@assay/core";
import { type AdvisoryData, type AdvisoryPackage, packageKey } from "../data.ts";
import { groupFacts } from "../groups/facts.ts";
import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";
import { replaceFile } from "../store/write.ts";
import { jsonOf, notData } from "./fetch.ts";
import { type AdvisoryOptions, API_URL } from "./inputs.ts";
import { storeFolder } from "./place.ts";

const BATCH = 1000;
const MAX_PAGES = 1000;
const CONCURRENCY = 6;
/** The API compares names by letter, and these are kept in another spelling: their archives are asked for instead. */
const RESPELLED: readonly string[] = ["NuGet", "GitHub Actions", "VSCode", "SwiftURL", "GIT"];

/** Whether the API can be asked for packages of an ecosystem by the names that we have. */
export function isAskable(ecosystem: string): boolean {
  return !RESPELLED.includes(ecosystem);
}

/** OSV's API as data: every package that is looked up is named to it, without its version (https://google.github.io/osv.dev/api/). */
export function apiData(
  context: CheckContext,
  options: AdvisoryOptions,
  ecosystems: readonly string[],
): AdvisoryData {
  const url = new URL(options.advisoryUrl ?? API_URL).href.replace(/\/?$/, "/");
  const cache = join(storeFolder(context, options.advisoryStore), "api");
  const takenAt = context.clock.wall().toISOString();
  const entries = ecosystems.map((name) => [name, { records: 0, takenAt }] as const);
  return {
    info: { source: "api", place: url, ecosystems: Object.fromEntries(entries), takenAt },
    async lookup(packages) {
      const asked = packages.filter(({ ecosystem }) =>
        ecosystems.includes(ecosystem.split(":", 1)[0] ?? ""),
      );
      const known = await idsOf(context, url, [
        ...new Map(asked.map((each) => [packageKey(each), each])).values(),
      ]);
      const versions = new Map([...known.values()].flat().map((each) => [each.id, each.modified]));
      const records = await recordsOf(context, url, cache, versions);
      const groups = groupFacts(records.values());
      return new Map(
        [...known].map(([key, ids]) => [
          key,
          ids.flatMap(({ id }) => {
            const [record, group] = [records.get(id), groups.get(id)];
            return record === undefined || group === undefined ? [] : [{ record, group }];
          }),
        ]),
      );
    },
  };
}

interface Known {
  readonly id: string;
  readonly modified: string;
}

/** `querybatch`: answers stand in the order of the queries, and those with a token are asked for again. */
async function idsOf({ http }: CheckContext, base: string, packages: readonly AdvisoryPackage[]) {
  const url = `${base}v1/querybatch`;
  const found = new Map<string, Known[]>();
  let open = packages.map((each) => ({ each, token: "" }));
  for (let page = 0; open.length > 0; page++) {
    if (page === MAX_PAGES * Math.ceil(packages.length / BATCH))
      throw notData(url, "gives pages without an end");
    const batch = open.slice(0, BATCH);
    const queries = batch.map(({ each: { ecosystem, name }, token }) => ({
      package: { ecosystem, name },
      ...(token === "" ? {} : { page_token: token }),
    }));
    const body = JSON.stringify({ queries });
    const headers = { "content-type": "application/json" };
    const answer = jsonOf(
      url,
      await http.request({ method: "POST", url, headers, body, retryUnsafe: true }),
    );
    const results = isRecord(answer) ? answer["results"] : undefined;
    if (!Array.isArray(results) || results.length !== batch.length)
      throw notData(
        url,
        `answered ${batch.length} queries with something else than as many results`,
      );
    const again = batch.flatMap(({ each }, index) => {
      const result: unknown = results[index];
      if (!isRecord(result)) throw notData(url, "answered with a result that is none");
      const { vulns = [], next_page_token: token = "" } = result;
      if (!Array.isArray(vulns) || typeof token !== "string")
        throw notData(url, "answered with a result that is none");
      for (const vuln of vulns) addTo(found, packageKey(each), knownOf(url, vuln));
      return token === "" ? [] : [{ each, token }];
    });
    open = [...again, ...open.slice(BATCH)];
  }
  return found;
}

function knownOf(url: string, vuln: unknown): Known {
  const { id, modified = "" } = isRecord(vuln) ? vuln : {};
  if (typeof id !== "string" || !/^[\w.:+~-]{1,200}$/.test(id) || typeof modified !== "string")
    throw notData(url, "answered with an advisory that has no id");
  return { id, modified };
}

async function recordsOf(
  { http, logger }: CheckContext,
  base: string,
  cache: string,
  versions: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, AdvisoryRecord>> {
  const records = new Map<string, AdvisoryRecord>();
  const open = [...versions];
  let isCaching = true;
  const next = async (): Promise<void> => {
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const [id, modified] = one;
      const file = join(cache, `${encodeURIComponent(`${id}@${modified}`)}.json`);
      const kept = cached(file, id);
      if (kept !== undefined) {
        records.set(id, kept);
        continue;
      }
      const url = `${base}v1/vulns/${encodeURIComponent(id)}`;
      const record = readRecord(jsonOf(url, await http.request({ url })));
      if (record.id !== id) throw notData(url, `answered with ${record.id}`);
      records.set(id, record);
      if (modified === "" || !isCaching) continue;
      await replaceFile(file, async (sink) =>
        sink.write(Buffer.from(JSON.stringify(record))),
      ).catch((error: ExternalError) => {
        isCaching = false;
        logger.info(`Answers are not kept: ${error.message}`);
      });
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, next));
  return records;
}

/** What can't be read is asked for again. */
function cached(path: string, id: string): AdvisoryRecord | undefined {
  try {
    const record: AdvisoryRecord = JSON.parse(readFileSync(path, "utf8"));
    return record.id === id && Array.isArray(record.affected) ? record : undefined;
  } catch {
    return undefined;
  }
}
