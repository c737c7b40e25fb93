import type { Subject } from "@assay/core";
import { endOfDay, UsageError } from "@assay/core";
import { packageSelector } from "@assay/purl";
import type { DeclaredLicense } from "@assay/spdx";
import { licenseKey, normalizeDeclared } from "@assay/spdx";
import type { ExceptionEntry } from "./options.ts";

export interface CompiledException {
  readonly entry: ExceptionEntry;
  readonly expired: boolean;
  matches(subject: Subject): boolean;
  /** Whether it was granted for this licence. */
  covers(license: DeclaredLicense): boolean;
}

/**
 * Makes matchers of exception entries.
 *
 * @throws UsageError for entries that are not valid, all at once, as `licenses.exceptions[2].expires …`.
 */
export function compileExceptions(
  entries: readonly ExceptionEntry[],
  now: Date,
  placeOf: (index: number) => string = () => "",
): readonly CompiledException[] {
  const problems: string[] = [];
  const compiled = entries.map((entry, index) => {
    const key = `${placeOf(index)}licenses.exceptions[${index}]`;
    const end = endOfDay(entry.expires);
    if (end === undefined) {
      problems.push(
        `${key}.expires is "${entry.expires.slice(0, 40)}"; it must be a day, YYYY-MM-DD`,
      );
    }
    for (const field of ["package", "license", "reason", "owner"] as const) {
      if (entry[field].trim() === "") problems.push(`${key}.${field} is empty`);
    }
    return {
      entry,
      expired: (end ?? 0) <= now.getTime(),
      matches: selector(entry.package, `${key}.package`, problems),
      covers: pin(entry.license),
    };
  });
  throwAll(problems, "licence exception");
  return compiled;
}

/** `packageSelector` that collects its errors. */
export function selector(
  pattern: string,
  key: string,
  problems: string[],
): (subject: Subject) => boolean {
  try {
    return packageSelector(pattern, key);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(error.message);
    return () => false;
  }
}

/** @throws UsageError when there are problems. */
export function throwAll(problems: readonly string[], what: string): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  throw new UsageError(`A ${what} is not valid: ${first}`, { problems: others });
}

/** A pin is compared as a licence where it is one, else as the text that the package declares. */
function pin(text: string): (license: DeclaredLicense) => boolean {
  const wanted = licenseKey(normalizeDeclared(text).expression);
  const isNothing = text.trim().toUpperCase() === "NOASSERTION";
  return (license) =>
    (isNothing && license.text === "") || licenseKey(license.expression) === wanted;
}
