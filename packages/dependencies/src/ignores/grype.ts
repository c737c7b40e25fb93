import { matchesWildcard } from "@assay/core";
import type { Vulnerability } from "../vulnerability.ts";
import type { Ignore } from "./entry.ts";
import { type Imported, lineFinder } from "./imported.ts";
import { plainGlob } from "./plain-glob.ts";
import { entriesOf, fieldsOf, textOf } from "./yaml-entries.ts";

type Condition = (vulnerability: Vulnerability) => boolean;

/** Purl types by the tool's words for kinds of packages and for languages. */
const TYPES: Readonly<Record<string, string>> = {
  npm: "npm",
  javascript: "npm",
  python: "pypi",
  "go-module": "golang",
  go: "golang",
  gem: "gem",
  ruby: "gem",
  "rust-crate": "cargo",
  rust: "cargo",
  "java-archive": "maven",
  java: "maven",
  "php-composer": "composer",
  php: "composer",
  dotnet: "nuget",
};

/** A text in which `.*` stands for anything, of the tool's regular expressions: others are not run. */
const IS_PLAIN_NAME = /^(?:[\w@/:.-]|\.\*){1,1000}$/;

/** By key: the test of a value; `undefined` where the value is not understood. */
const CONDITIONS: Readonly<Record<string, (value: string) => Condition | undefined>> = {
  name: (value) =>
    IS_PLAIN_NAME.test(value)
      ? ({ component }) => matchesWildcard(value.replaceAll(".*", "*"), component.name)
      : undefined,
  version: (value) => (each) => each.component.version === value,
  language: ofType,
  type: ofType,
  location: (value) => {
    const isThere = plainGlob(value);
    return isThere && (({ graph }) => isThere(graph.path));
  },
  "fix-state": (value) =>
    value === "fixed" || value === "not-fixed"
      ? ({ match }) =>
          match.records.some(({ fixed }) => fixed !== undefined) === (value === "fixed")
      : undefined,
};

function ofType(value: string): Condition | undefined {
  const type = Object.hasOwn(TYPES, value) ? TYPES[value] : undefined;
  return type === undefined
    ? undefined
    : ({ component }) => component.purl?.startsWith(`pkg:${type}/`) === true;
}

/**
 * `.grype.yaml`: https://github.com/anchore/grype#specifying-matches-to-ignore. All conditions of an entry must hold.
 *
 * @throws UsageError where it is no YAML.
 */
export function readGrype(path: string, text: string): Imported {
  const lineOf = lineFinder(text);
  const known = ["vulnerability", "include-aliases", "reason", "fix-state", "package"];
  const read = entriesOf(path, text, "ignore", known);
  const faults = [...read.faults];
  const ignores: Ignore[] = [];
  for (const { fields } of read.entries) {
    const advisory = textOf(fields, "vulnerability");
    const ofPackage = fieldsOf(fields["package"] ?? {});
    const id = advisory ?? textOf(ofPackage ?? {}, "name") ?? "packages";
    const line = lineOf(id === "packages" ? "-" : id);
    const place = line === undefined ? {} : { line };
    const conditions: Condition[] = [];
    let why = ofPackage === undefined ? "`package` is no mapping" : undefined;
    const given = Object.entries({ ...ofPackage, "fix-state": fields["fix-state"] });
    for (const [key, value] of given) {
      if (value === undefined || value === null || value === "") continue;
      const test =
        typeof value === "string" && Object.hasOwn(CONDITIONS, key)
          ? CONDITIONS[key]?.(value)
          : undefined;
      if (test === undefined) why ??= `the condition \`${key.slice(0, 60)}\` is not understood`;
      else conditions.push(test);
    }
    if (fields["vulnerability"] !== undefined && advisory === undefined)
      why ??= "`vulnerability` is no id";
    if (advisory === undefined && conditions.length === 0) why ??= "it has no condition";
    if (why !== undefined) faults.push({ id, why, ...place });
    else
      ignores.push({
        id,
        source: line === undefined ? { path } : { path, startLine: line },
        isOwn: false,
        reason: textOf(fields, "reason"),
        advisory: advisory?.toLowerCase(),
        matches: (each) => conditions.every((holds) => holds(each)),
      });
  }
  return { ignores, faults };
}
