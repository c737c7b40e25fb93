import type { PackageUrl } from "./purl.ts";

/** What one type changes in the parts of a purl: https://github.com/package-url/purl-spec/tree/main/types-doc. */
interface PurlType {
  /** Parts that are compared without regard to case and written in lower case. */
  readonly lowerCase?: readonly ("namespace" | "name")[];
}

/** One line per type that has a rule of its own or that we write. */
const PURL_TYPES: ReadonlyMap<string, PurlType> = new Map([
  ["generic", {}],
  ["github", { lowerCase: ["namespace", "name"] }],
  // The scope is the namespace. Names published before 2014 have capitals, and they tell packages apart.
  ["npm", {}],
] satisfies [string, PurlType][]);

/** The parts as the rules of their type want them. A type without rules is left as it is. */
export function normalizePurl(parts: PackageUrl): PackageUrl {
  const rules = PURL_TYPES.get(parts.type);
  if (rules?.lowerCase === undefined) return parts;
  const lower = new Set<string>(rules.lowerCase);
  return {
    ...parts,
    namespace: lower.has("namespace") ? parts.namespace?.toLowerCase() : parts.namespace,
    name: lower.has("name") ? parts.name.toLowerCase() : parts.name,
  };
}
