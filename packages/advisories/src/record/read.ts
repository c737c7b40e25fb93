import { isRecord, UsageError } from "@assay/core";
import type { AdvisoryKind, AdvisoryRecord } from "../record.ts";
import { readAffected, readVectors } from "./affected.ts";
import { fieldsOf, instantOf, objectsOf, textOf, textsOf } from "./fields.ts";

const MAX_ID = 200;
const MAX_AFFECTED = 5000;
const MAX_REFERENCES = 10;
const HINT =
  "Every record is an object of https://ossf.github.io/osv-schema/. Fetch the data again, or report the record to its database.";

/**
 * Reads one OSV record, https://ossf.github.io/osv-schema/ (1.7.5). Fields that are not known are ignored; a field that is malformed
 * is left out where it only describes, and makes its entry incomplete where it says what is affected.
 *
 * @throws UsageError where it is no record, naming its id where it has one.
 */
export function readRecord(json: unknown): AdvisoryRecord {
  if (!isRecord(json)) throw new UsageError("An advisory record is no object", { hint: HINT });
  const id = textOf(json["id"], MAX_ID);
  if (id === undefined || !/^[\w.:+~-]+$/.test(id))
    throw new UsageError(
      `An advisory record has no "id" of at most ${MAX_ID} letters, digits and dashes: ${JSON.stringify(json["id"] ?? null).slice(0, 100)}`,
      { hint: HINT },
    );
  const entries = json["affected"] ?? [];
  if (!Array.isArray(entries) || entries.length > MAX_AFFECTED || !entries.every(isRecord))
    throw new UsageError(
      `"affected" of the advisory record ${id} is no list of at most ${MAX_AFFECTED} objects`,
      { hint: HINT },
    );
  const database = fieldsOf(json["database_specific"]);
  const [published, modified] = [instantOf(json["published"]), instantOf(json["modified"])];
  const withdrawn = textOf(json["withdrawn"], 40);
  const summary = summaryOf(json);
  const label = textOf(database["severity"], 40);
  return {
    id,
    aliases: idsOf(json["aliases"]),
    upstream: idsOf(json["upstream"]),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(summary === undefined ? {} : { summary }),
    severity: readVectors(json["severity"]),
    ...(label === undefined ? {} : { label }),
    kind: kindOf(id, database, entries),
    affected: entries.map(readAffected),
    references: referencesOf(id, json["references"]),
  };
}

function idsOf(value: unknown): readonly string[] {
  return [...new Set(textsOf(value, 1000, MAX_ID).texts)];
}

/** Of a record without one, the first line of what describes it. */
function summaryOf({ summary, details }: Readonly<Record<string, unknown>>): string | undefined {
  const text = textOf(summary, 1_000_000) ?? textOf(details, 10_000_000)?.slice(0, 2000);
  const line = text?.trim().split("\n", 1)[0]?.replace(/\s+/g, " ").slice(0, 300).toWellFormed();
  return line === "" ? undefined : line;
}

/** CWE-506 is "Embedded Malicious Code": how GitHub files malware. */
function kindOf(
  id: string,
  database: Readonly<Record<string, unknown>>,
  entries: readonly Readonly<Record<string, unknown>>[],
): AdvisoryKind {
  const own = entries.map((entry) => fieldsOf(entry["database_specific"]));
  if (
    id.startsWith("MAL-") ||
    database["malicious-packages-origins"] !== undefined ||
    textsOf(database["cwe_ids"], 100, 20).texts.includes("CWE-506") ||
    own.some(({ categories }) => textsOf(categories, 20, 40).texts.includes("malicious"))
  )
    return "malware";
  const isNotice = ({ informational }: Readonly<Record<string, unknown>>) =>
    informational === "unmaintained" || informational === "notice";
  return own.length > 0 && own.every(isNotice) ? "informational" : "vulnerability";
}

function referencesOf(id: string, value: unknown): readonly string[] {
  const urls = objectsOf(value, 100).flatMap(({ url }) => {
    const text = textOf(url, 500);
    return text?.startsWith("https://") && URL.canParse(text) ? [text] : [];
  });
  return [...new Set([advisoryPage(id), ...urls])].slice(0, MAX_REFERENCES);
}

/** Where its database shows an advisory to people. */
export function advisoryPage(id: string): string {
  if (id.startsWith("GHSA-")) return `https://github.com/advisories/${id}`;
  if (id.startsWith("GO-")) return `https://pkg.go.dev/vuln/${id}`;
  if (id.startsWith("RUSTSEC-")) return `https://rustsec.org/advisories/${id}.html`;
  return id.startsWith("CVE-")
    ? `https://nvd.nist.gov/vuln/detail/${id}`
    : `https://osv.dev/vulnerability/${id}`;
}
