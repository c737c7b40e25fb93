import { iriReference } from "../cyclonedx/references.ts";

/** What a text of a format must be, as a clause; `undefined` where it is, and for formats that are not known. */
export function formatProblem(format: string, text: string): string | undefined {
  const known = FORMATS.get(format);
  return known === undefined || known.holds(text) ? undefined : `it must be ${known.rule}`;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

/** https://json-schema.org/draft-07/json-schema-validation#rfc.section.7.3 */
const FORMATS: ReadonlyMap<
  string,
  { readonly rule: string; readonly holds: (text: string) => boolean }
> = new Map([
  [
    "date",
    {
      rule: "a date such as 2026-01-31",
      holds: (text) => DATE.test(text) && !Number.isNaN(Date.parse(text)),
    },
  ],
  [
    "date-time",
    {
      rule: "a time of RFC 3339 such as 2026-01-31T12:00:00Z",
      holds: (text) => TIME.test(text) && !Number.isNaN(Date.parse(text.toUpperCase())),
    },
  ],
  ["idn-email", { rule: "an e-mail address", holds: (text) => /^[^\s@]+@[^\s@]+$/.test(text) }],
  [
    "uri",
    {
      rule: "a URI with its scheme",
      holds: (text) => /^[A-Za-z][\w+.-]*:[^\s<>"{}|\\^`]*$/.test(text),
    },
  ],
  [
    "iri-reference",
    {
      rule: "a URL or another IRI reference, with other characters in percent codes",
      // Square brackets stand around IPv6 addresses, quotes in queries of old.
      holds: (text) => iriReference(text) === text.replace(/[[\]']/g, iriReference),
    },
  ],
]);
