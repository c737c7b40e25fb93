import { matchesWildcard } from "@assay/core";
import type { Vulnerability } from "../vulnerability.ts";
import { collector, type Imported } from "./collect.ts";
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
  const { ignores, faults, add } = collector(path, text);
  const known = ["vulnerability", "include-aliases", "reason", "fix-state", "package"];
  for (const fields of entriesOf(path, text, "ignore", known, faults)) {
    const advisory = textOf(fields, "vulnerability");
    const ofPackage = fieldsOf(fields["package"] ?? {});
    const id = advisory ?? textOf(ofPackage ?? {}, "name") ?? "packages";
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
    add(id, {
      wanted: id === "packages" ? "-" : id,
      why,
      reason: textOf(fields, "reason"),
      advisory: advisory?.toLowerCase(),
      matches: (each) => conditions.every((holds) => holds(each)),
    });
  }
  return { ignores, faults };
}
