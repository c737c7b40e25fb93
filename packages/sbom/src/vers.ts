import { comparePep440 } from "@assay/versions";

/**
 * A Python specifier as a version range of purls (https://github.com/package-url/vers-spec): `>=1,<2` is `vers:pypi/>=1|<2`;
 * `undefined` where it can't be said so.
 */
export function versRange(purlType: string | undefined, requirement: string): string | undefined {
  if (purlType !== "pypi") return undefined;
  const constraints = requirement.split(",").map(constraintsOf);
  const all = constraints.flatMap((each) => each ?? []);
  if (constraints.includes(undefined)) return undefined;
  all.sort(([, a], [, b]) => comparePep440(a, b) ?? 0);
  // A version stands in a range once (section "Normalized").
  if (new Set(all.map(([, version]) => version)).size < all.length) return undefined;
  const range = all.map(([operator, version]) => operator + encodeURIComponent(version));
  return `vers:pypi/${range.join("|")}`;
}

type Constraint = readonly [operator: string, version: string];

function constraintsOf(clause: string): readonly Constraint[] | undefined {
  const [, operator = "", version = ""] = /^\s*(==|!=|<=|>=|~=|<|>)\s*(\S+)\s*$/.exec(clause) ?? [];
  const isPrefix = operator === "==" && version.endsWith(".*");
  if (isPrefix || operator === "~=") {
    const release = /^(?:\d+!)?\d+(?:\.\d+)*(?=(?:\.\*)?$)/.exec(version)?.[0];
    const prefix = isPrefix ? release : release?.replace(/\.\d+$/, "");
    if (release === undefined || prefix === undefined) return undefined;
    if (!isPrefix && prefix === release) return undefined;
    const next = prefix.replace(/\d+$/, (last) => `${Number(last) + 1}`);
    return [
      [">=", release],
      ["<", next],
    ];
  }
  if (operator === "" || comparePep440(version, version) === undefined) return undefined;
  return [[operator === "==" ? "" : operator, version]];
}
