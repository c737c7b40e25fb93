import {
  type Clause,
  caretKeep,
  clauseRange,
  intervals,
  nextOf,
  pessimisticKeep,
  type RangeTest,
  readClause,
  upTo,
} from "./clauses.ts";
import { semverRange } from "./semver-range.ts";

/** https://guides.rubygems.org/patterns/#declaring-dependencies: `~> 1.2`, `>= 1, < 2`. */
export function gemRange(text: string): RangeTest | undefined {
  return clauseRange("rubygems", [all(text.split(","), ".A")]);
}

/** https://hexdocs.pm/elixir/Version.html#module-requirements: `~> 1.2 and != 1.3.0 or == 2.0.0`. */
export function hexRange(text: string): RangeTest | undefined {
  const alternatives = text.split(/\sor\s/).map((part) => all(part.split(/\sand\s/), "-0"));
  return clauseRange("semver", alternatives);
}

/** Clauses that must all hold, with `~>` among them. */
function all(parts: readonly string[], lowest: string): readonly Clause[] | undefined {
  const clauses = parts.map((part) => {
    const clause = readClause(part);
    return clause?.operator === "~>"
      ? upTo(clause.version, pessimisticKeep(clause.version), lowest)
      : clause && [clause];
  });
  return complete(clauses);
}

function complete(
  clauses: readonly (readonly Clause[] | undefined)[],
): readonly Clause[] | undefined {
  const known = clauses.filter((each) => each !== undefined);
  return known.length === clauses.length ? known.flat() : undefined;
}

/** https://getcomposer.org/doc/articles/versions.md: `^1.2 || ~2.0`, `1.2.*`, `1.0 - 2.0`, `>=1.0 <2.0@beta`. */
export function composerRange(text: string): RangeTest | undefined {
  const flag = /@(?:stable|rc|beta|alpha|dev)(?=[\s,|]|$)/gi;
  const isEarly = (text.match(flag) ?? []).some((each) => each.toLowerCase() !== "@stable");
  const alternatives = text
    .replaceAll(flag, "")
    .trim()
    .split(/\s*\|\|?\s*/);
  return clauseRange("packagist", alternatives.map(composerClauses), isEarly);
}

function composerClauses(text: string): readonly Clause[] | undefined {
  const [, low, high] = /^(\S+)\s+-\s+(\S+)$/.exec(text) ?? [];
  if (low !== undefined && high !== undefined)
    return [
      { operator: ">=", version: low },
      /^v?\d+(?:\.\d+)?$/.test(high)
        ? { operator: "<", version: `${nextOf(high, 2)}-dev` }
        : { operator: "<=", version: high },
    ];
  const words = text.replaceAll(/([~^<>=!])\s+/g, "$1").split(/\s*,\s*|\s+/);
  return complete(words.map(composerWord));
}

function composerWord(text: string): readonly Clause[] | undefined {
  if (/^[*x](?:\.[*x])*$/i.test(text)) return [];
  const [, prefix] = /^v?(\d+(?:\.\d+)*)\.[*x](?:\.[*x])*$/i.exec(text) ?? [];
  if (prefix !== undefined) return upTo(prefix, prefix.split(".").length, "-dev");
  const clause = readClause(text);
  if (clause === undefined) return undefined;
  const { operator, version } = clause;
  if (operator === "^") return upTo(version, caretKeep(version), "-dev");
  return operator === "~" ? upTo(version, pessimisticKeep(version), "-dev") : [clause];
}

/** https://learn.microsoft.com/nuget/concepts/package-versioning#version-ranges: `[1.0,2.0)`, `1.0` and later, `1.*`. */
export function nugetRange(text: string): RangeTest | undefined {
  if (text === "*") return clauseRange("nuget", [[]]);
  const [, prefix] = /^(\d+(?:\.\d+){0,2})\.\*$/.exec(text) ?? [];
  if (prefix !== undefined)
    return clauseRange("nuget", [upTo(prefix, prefix.split(".").length, "-0")]);
  const isVersion = /^\d[\w.+-]*$/.test(text);
  return clauseRange(
    "nuget",
    isVersion ? [[{ operator: ">=", version: text }]] : (intervals(text) ?? [undefined]),
  );
}

/** https://maven.apache.org/pom.html#dependency-version-requirement-specification: a version alone is a wish that others may overrule. */
export function mavenRange(text: string): RangeTest | undefined {
  if (/^\w[\w.+-]*$/.test(text)) return clauseRange("maven", [[]], true);
  return clauseRange("maven", intervals(text) ?? [undefined]);
}

/** https://dart.dev/tools/pub/dependencies#version-constraints: `^1.2.3`, `>=1.0.0 <2.0.0`, `1.2.3`, `any`. */
export function pubRange(text: string): RangeTest | undefined {
  if (text === "any") return clauseRange("pub", [[]]);
  const words = text
    .trim()
    .replaceAll(/([\^<>=])\s+/g, "$1")
    .split(/\s+/);
  const clauses = words.map((word) => {
    const clause = /^(?:\^|[<>]=?)?\d+\.\d+\.\d/.test(word) ? readClause(word) : undefined;
    // Of `0.x.y` every minor version may break.
    return clause?.operator === "^"
      ? upTo(clause.version, Math.min(caretKeep(clause.version), 2), ".0-0")
      : clause && [clause];
  });
  const known = complete(clauses);
  return known === undefined ? semverRange(text) : clauseRange("pub", [known]);
}

const SWIFT = [
  [/^"([^"]+)"\s*\.\.<\s*"([^"]+)"$/, ">= <"],
  [/^"([^"]+)"\s*\.\.\.\s*"([^"]+)"$/, ">= <="],
  [/^\.?exact[(:]\s*"([^"]+)"\)?$/, "="],
  [/^(?:from:|\.?upToNextMajor\(from:)\s*"([^"]+)"\)?$/, "1"],
  [/^\.?upToNextMinor\(from:\s*"([^"]+)"\)$/, "2"],
] as const;

/** https://docs.swift.org/swiftpm/documentation/packagemanagerdocs/addingdependencies: `"1.0.0"..<"2.0.0"`, `from: "1.2.3"`, or a range as of npm. */
export function swiftRange(text: string): RangeTest | undefined {
  for (const [pattern, meaning] of SWIFT) {
    const [, low, high] = pattern.exec(text.trim()) ?? [];
    if (low === undefined) continue;
    const keep = Number(meaning);
    const operators = meaning.split(" ");
    const clauses = [low, high].flatMap((version, at) =>
      version === undefined ? [] : [{ operator: operators[at] ?? "", version }],
    );
    return clauseRange("semver", [keep > 0 ? upTo(low, keep, "-0") : clauses]);
  }
  return semverRange(text);
}
