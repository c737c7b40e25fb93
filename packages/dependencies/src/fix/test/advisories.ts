import { type AdvisoryRecord, readRecord } from "@assay/advisories";

type Event = Readonly<Record<string, string>>;

/** A record as a database writes it, about one package. */
export function advisory(
  id: string,
  [ecosystem, name]: readonly [ecosystem: string, name: string],
  events: readonly Event[],
  more: Readonly<Record<string, unknown>> = {},
): AdvisoryRecord {
  const type = ecosystem === "PyPI" || ecosystem === "Maven" ? "ECOSYSTEM" : "SEMVER";
  return readRecord({
    schema_version: "1.7.5",
    id,
    modified: "2026-01-02T00:00:00Z",
    published: "2026-01-01T00:00:00Z",
    database_specific: { severity: "HIGH" },
    affected: [{ package: { ecosystem, name }, ranges: [{ type, events }] }],
    ...more,
  });
}

/** Affected from the first version on, and fixed in one. */
export function fixedIn(fixed: string, introduced = "0"): readonly Event[] {
  return [{ introduced }, { fixed }];
}
