import type { CheckContext } from "@assay/core";
import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";
import { jsonOf, notData, textOf } from "./fetch.ts";

type Run = Pick<CheckContext, "http" | "logger">;

export interface Changes {
  /** The time of the newest. */
  readonly seen: string;
  readonly records: ReadonlyMap<string, AdvisoryRecord>;
}

/** Some thousand lines. */
const WINDOW = 256 * 1024;
/** With more the whole archive costs less than its parts. */
const MAX_CHANGES = 300;
const CONCURRENCY = 8;
const MAX_BYTES = 64 * 2 ** 20;

/**
 * The records that changed since a time, by the list whose newest lines stand first; `undefined` where the list does not reach back
 * so far, can't be used, or a record is not there: then the whole is fetched.
 */
export async function changesSince(
  { http, logger }: Run,
  url: string,
  since: string,
): Promise<Changes | undefined> {
  const lines = await linesOf({ http }, url, WINDOW);
  const [first] = lines;
  if (first === undefined || Date.parse(first.at) < Date.parse(since)) return undefined;
  const isNew = ({ at }: Line) => at !== since && Date.parse(at) >= Date.parse(since);
  const end = lines.findIndex((line) => !isNew(line));
  if (end < 0 || end > MAX_CHANGES) return undefined;
  const ids = [...new Set(lines.slice(0, end).map(({ id }) => id))];
  const records = new Map<string, AdvisoryRecord>();
  const next = async (): Promise<void> => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      const place = `${url}${encodeURIComponent(id)}.json`;
      const record = readRecord(jsonOf(place, await http.request({ url: place })));
      if (record.id !== id) throw notData(place, `answered with ${record.id}`);
      records.set(id, record);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, next));
  } catch (error) {
    ids.length = 0;
    logger.info(`All records are fetched: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
  return { seen: first.at, records };
}

/** The time of the newest change; `undefined` where nobody says. */
export async function latestChange(
  run: Pick<Run, "http">,
  url: string,
): Promise<string | undefined> {
  return (await linesOf(run, url, 4096))[0]?.at;
}

interface Line {
  readonly at: string;
  readonly id: string;
}

async function linesOf(
  { http }: Pick<Run, "http">,
  url: string,
  bytes: number,
): Promise<readonly Line[]> {
  const place = `${url}modified_id.csv`;
  const range = `bytes=0-${bytes - 1}`;
  const answer = await http.request({ url: place, headers: { range }, maxBytes: MAX_BYTES });
  if (answer.status !== 200 && answer.status !== 206) return [];
  const text = textOf(place, answer);
  const whole = answer.status === 206 ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
  const lines = whole.split(/\r?\n/).filter((line) => line !== "");
  const read = lines.flatMap((line) => {
    const [, at = "", id = ""] = /^([\d:.TZ+-]{20,40}),([\w.:+~-]{1,200})$/.exec(line) ?? [];
    return Number.isNaN(Date.parse(at)) ? [] : [{ at, id }];
  });
  const falls = read.every(
    ({ at }, index) => Date.parse(at) <= Date.parse(read[index - 1]?.at ?? at),
  );
  return falls && read.length === lines.length ? read : [];
}
