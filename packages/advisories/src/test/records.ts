import { readRecord } from "../record/read.ts";
import type { AdvisoryRecord } from "../record.ts";

type Json = Readonly<Record<string, unknown>>;

/** A record with one entry for each of the given, of one package: what tests need of OSV's shape and nothing else. */
export function advisory(
  id: string,
  [ecosystem, name]: readonly [ecosystem: string, name: string],
  entries: readonly Json[],
  more: Json = {},
): AdvisoryRecord {
  return readRecord({
    id,
    ...more,
    affected: entries.map((entry) => ({ package: { ecosystem, name }, ...entry })),
  });
}

/** An entry with one range: `range("introduced 1.0", "fixed 1.2")`. */
export function range(...events: readonly string[]): Json {
  return ranges(events);
}

export function ranges(...all: readonly (readonly string[])[]): Json {
  return {
    ranges: all.map((events) => ({
      type: "ECOSYSTEM",
      events: events.map((event) => Object.fromEntries([event.split(" ", 2)])),
    })),
  };
}
