import type { Allowlist, RegexTarget } from "../engine/rule-set.ts";
import { readRegex, type TableReader } from "./toml-reader.ts";

/** An allowlist as it stands in a file. Global ones may be meant for some rules only. */
export interface ReadAllowlist {
  readonly list: Allowlist;
  readonly targetRules: readonly string[];
  readonly reader: TableReader;
}

/** The old form `[allowlist]` and the new one `[[allowlists]]`, of a rule or of the whole file. */
export function readAllowlists(reader: TableReader): readonly ReadAllowlist[] {
  if (reader.has("allowlist") && reader.has("allowlists")) {
    throw reader.fail(
      "`allowlist` and `allowlists` stand side by side; only one form is allowed",
      "Move the old `[allowlist]` into a `[[allowlists]]` entry.",
    );
  }
  const old = reader.table("allowlist");
  return (old === undefined ? reader.tables("allowlists") : [old]).map(readAllowlist);
}

function readAllowlist(reader: TableReader): ReadAllowlist {
  const list: Allowlist = {
    description: reader.text("description"),
    condition: readCondition(reader),
    commits: reader.texts("commits").map((commit) => commit.trim().toLowerCase()),
    paths: reader.texts("paths").map((pattern) => readRegex(reader, "paths", pattern)),
    regexTarget: readTarget(reader),
    regexes: reader.texts("regexes").map((pattern) => readRegex(reader, "regexes", pattern)),
    stopwords: [...new Set(reader.texts("stopwords").map((word) => word.toLowerCase()))],
  };
  if (list.commits.length + list.paths.length + list.regexes.length + list.stopwords.length === 0) {
    throw reader.fail("an allowlist needs at least one of commits, paths, regexes or stopwords");
  }
  return { list, targetRules: reader.texts("targetrules"), reader };
}

function readCondition(reader: TableReader): "any" | "all" {
  const condition = reader.text("condition").toLowerCase();
  if (["", "or", "||"].includes(condition)) return "any";
  if (["and", "&&"].includes(condition)) return "all";
  throw reader.fail(`\`condition\` is "${condition}"; allowed are AND and OR`);
}

function readTarget(reader: TableReader): RegexTarget {
  const target = reader.text("regextarget");
  if (target === "" || target === "secret") return "secret";
  if (target === "match" || target === "line") return target;
  throw reader.fail(`\`regexTarget\` is "${target}"; allowed are secret, match and line`);
}
