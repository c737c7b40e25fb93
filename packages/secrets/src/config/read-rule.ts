import type { RequiredRule, SecretRule } from "../engine/rule-set.ts";
import { readAllowlists } from "./read-allowlist.ts";
import { readRegex, type TableReader } from "./toml-reader.ts";

/** A rule as it stands in a file. One that extends a rule of the base may leave out regex and path. */
export interface ReadRule {
  readonly rule: SecretRule;
  readonly reader: TableReader;
}

export function readRule(reader: TableReader): ReadRule {
  const id = reader.text("id");
  if (id.trim() === "") throw reader.fail("the rule has no `id`");
  const regex = reader.text("regex");
  const path = reader.text("path");
  const rule: SecretRule = {
    id,
    description: reader.text("description"),
    ...(regex === "" ? {} : { regex: readRegex(reader, "regex", regex) }),
    ...(path === "" ? {} : { path: readRegex(reader, "path", path) }),
    secretGroup: reader.integer("secretgroup") ?? 0,
    entropy: reader.number("entropy"),
    keywords: reader
      .texts("keywords")
      .map((keyword) => keyword.toLowerCase())
      .filter(Boolean),
    tags: reader.texts("tags"),
    allowlists: readAllowlists(reader).map(({ list }) => list),
    required: reader.tables("required").map(readRequired),
    skipReport: reader.flag("skipreport"),
  };
  return { rule, reader };
}

function readRequired(reader: TableReader): RequiredRule {
  const ruleId = reader.text("id");
  if (ruleId === "") throw reader.fail("a required rule has no `id`");
  const withinLines = reader.integer("withinlines");
  const withinColumns = reader.integer("withincolumns");
  return {
    ruleId,
    ...(withinLines === undefined ? {} : { withinLines }),
    ...(withinColumns === undefined ? {} : { withinColumns }),
  };
}

/** What can only be judged when the base is known. */
export function checkRule({ rule, reader }: ReadRule, merged: SecretRule): void {
  if (merged.regex === undefined && merged.path === undefined) {
    throw reader.fail("the rule has neither `regex` nor `path`");
  }
  const groups = merged.regex?.groups ?? 0;
  if (rule.secretGroup > groups) {
    throw reader.fail(
      `\`secretGroup\` is ${rule.secretGroup}; the expression has ${groups} groups`,
    );
  }
}
