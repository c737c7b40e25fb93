import type { PackageSelector } from "@assay/purl";
import { subjectOf } from "../packages.ts";
import { collector, type Imported, instantOf } from "./collect.ts";
import { selectorOf } from "./entry.ts";
import { plainGlob } from "./plain-glob.ts";
import { entriesOf, textOf } from "./yaml-entries.ts";

/** The file is for all scanners of the tool: other ids are none of ours, and not unused either. */
const IS_ADVISORY = /^(?:[a-z]+-)?(?:CVE|GHSA|GO|RUSTSEC|PYSEC|OSV|MAL)-/i;

/** `.trivyignore`: an id a line, `exp:2026-12-31` behind it, `#` before what is a comment: the reason, where it stands above. */
export function readTrivyIgnore(path: string, text: string): Imported {
  const { ignores, faults, add } = collector(path, text);
  let comment: string[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const hash = raw.indexOf("#");
    const [id, ...fields] = (hash < 0 ? raw : raw.slice(0, hash)).split(/\s+/).filter(Boolean);
    const remark = hash < 0 ? "" : raw.slice(hash).replace(/^#+/, "").trim();
    if (id === undefined) {
      comment = hash < 0 ? [] : [...comment, remark];
      continue;
    }
    const reason = remark || comment.join(" ").trim().slice(0, 1000);
    comment = [];
    if (!IS_ADVISORY.test(id)) continue;
    const expires = fields.find((field) => field.startsWith("exp:"))?.slice(4);
    const endsAt = expires === undefined ? undefined : instantOf(expires);
    const why =
      expires !== undefined && endsAt === undefined ? "`exp:` names no day, YYYY-MM-DD" : undefined;
    add(id, { line: index + 1, why, reason, endsAt, advisory: id.toLowerCase() });
  }
  return { ignores, faults };
}

/**
 * `.trivyignore.yaml`: https://trivy.dev/docs/latest/configuration/filtering/. Only its list `vulnerabilities` is about
 * dependencies.
 *
 * @throws UsageError where it is no YAML.
 */
export function readTrivyYaml(path: string, text: string): Imported {
  const { ignores, faults, add } = collector(path, text);
  const known = ["id", "paths", "purls", "expired_at", "statement"];
  for (const fields of entriesOf(path, text, "vulnerabilities", known, faults)) {
    const id = textOf(fields, "id");
    const expires = textOf(fields, "expired_at");
    const endsAt = expires === undefined ? undefined : instantOf(expires);
    const problems: string[] = [];
    if (id === undefined) problems.push("it has no `id`");
    if (expires !== undefined && endsAt === undefined) problems.push("`expired_at` is no day");
    const purls = listOf(fields["purls"], "purls", problems)?.map(
      (purl): PackageSelector => selectorOf(purl, "`purls`", problems),
    );
    const paths = listOf(fields["paths"], "paths", problems);
    const globs = paths?.map(plainGlob);
    if (globs?.includes(undefined))
      problems.push("`paths` has a pattern with more than `*` and `**`");
    add(id ?? "an entry", {
      wanted: id ?? "id",
      why: problems[0],
      reason: textOf(fields, "statement"),
      endsAt,
      advisory: id?.toLowerCase(),
      matches: (each) =>
        (globs?.some((isIt) => isIt?.(each.graph.path)) ?? true) &&
        (purls?.some((isIt) => isIt(subjectOf(each.component))) ?? true),
    });
  }
  return { ignores, faults };
}

/** An empty list is as none; a condition that is no list of texts must not become none. */
function listOf(value: unknown, key: string, problems: string[]): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const texts = Array.isArray(value) ? value : undefined;
  if (texts?.every((each) => typeof each === "string") !== true) {
    problems.push(`\`${key}\` is no list of texts`);
    return [];
  }
  return texts.length === 0 ? undefined : texts;
}
