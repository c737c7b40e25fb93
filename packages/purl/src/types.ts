import type { PackageUrl } from "./package-url.ts";

type Part = "namespace" | "name" | "version" | "subpath";

/** What one type asks of the parts of a purl, where it asks for more than the specification of all purls. */
interface PurlType {
  /** `optional` where it is not given. */
  readonly namespace?: "required" | "prohibited";
  /** Parts that are compared without regard to case and written in lower case. */
  readonly lowerCase?: readonly Part[];
  /** What else makes one name of several spellings. */
  readonly normalizeName?: (name: string) => string;
  readonly requiredQualifiers?: readonly string[];
  readonly name?: Pattern;
  readonly version?: Pattern;
}

interface Pattern {
  readonly pattern: RegExp;
  /** "32 letters from a to p". */
  readonly allowed: string;
}

const ALONE = { namespace: "prohibited" } as const;
const BELOW = { namespace: "required" } as const;
const BOTH = ["namespace", "name"] as const;
const dashes = (name: string) => name.replaceAll("_", "-");

/**
 * The registered types and their rules: https://github.com/package-url/purl-spec/tree/main/types, as of August 2026. A type
 * that is not here has only the rules that all purls have.
 */
// biome-ignore format: a table, one line per type
const TYPES: ReadonlyMap<string, PurlType> = new Map<string, PurlType>([
  ["alpm", { ...BELOW, lowerCase: BOTH }],
  ["apk", { ...BELOW, lowerCase: BOTH }],
  ["bazel", ALONE],
  ["bitbucket", { ...BELOW, lowerCase: BOTH }],
  ["bitnami", { ...ALONE, lowerCase: ["name"] }],
  ["brew", { lowerCase: BOTH }],
  ["cargo", ALONE],
  ["chrome-extension", {
    ...ALONE,
    lowerCase: ["name"],
    name: { pattern: /^[a-p]{32}$/, allowed: "32 letters from a to p" },
    version: { pattern: /^\d+(?:\.\d+){0,3}$/, allowed: "one to four numbers separated by dots" },
  }],
  ["cocoapods", ALONE],
  ["composer", { ...BELOW, lowerCase: BOTH }],
  ["conan", {}],
  ["conda", ALONE],
  ["cpan", { name: { pattern: /^(?!.*::)/, allowed: "a distribution (`URI-PackageURL`), not a module (`URI::PackageURL`)" } }],
  ["cran", ALONE],
  ["deb", { ...BELOW, lowerCase: BOTH }],
  ["docker", {}],
  ["gem", ALONE],
  ["generic", {}],
  ["git", BELOW],
  ["github", { ...BELOW, lowerCase: BOTH }],
  // Not registered: GitHub's own, in its dependency graph.
  ["githubactions", { ...BELOW, lowerCase: BOTH }],
  // "Shall be lowercased", though upper case tells modules apart. A module may be a host alone: gotest.tools.
  ["golang", { lowerCase: BOTH }],
  ["hackage", { ...ALONE, normalizeName: dashes }],
  ["hex", { lowerCase: BOTH }],
  ["huggingface", { ...BELOW, lowerCase: ["version"] }],
  ["julia", { ...ALONE, requiredQualifiers: ["uuid"] }],
  ["luarocks", { lowerCase: BOTH }],
  ["maven", BELOW],
  ["mlflow", ALONE],
  // The scope is the namespace. Names published before 2014 have capitals, and they tell packages apart.
  ["npm", {}],
  ["nuget", ALONE],
  ["oci", { ...ALONE, lowerCase: ["name", "version"] }],
  ["opam", ALONE],
  ["otp", { ...ALONE, lowerCase: ["name", "subpath"] }],
  ["pub", { ...ALONE, lowerCase: ["name"], normalizeName: (name) => name.replaceAll(/[^a-z0-9_]/g, "_") }],
  ["pypi", { ...ALONE, lowerCase: ["name", "version"], normalizeName: dashes }],
  ["qpkg", { ...BELOW, lowerCase: ["namespace"] }],
  ["rpm", { ...BELOW, lowerCase: ["namespace"] }],
  ["swid", { requiredQualifiers: ["tag_id"] }],
  ["swift", BELOW],
  ["vcpkg", ALONE],
  ["vscode-extension", { ...BELOW, lowerCase: ["namespace", "name", "version"] }],
  ["yocto", { lowerCase: ["namespace"] }],
]);

/** The parts as the rules of their type write them. A type without rules is left as it is. */
export function normalizePurl(parts: PackageUrl): PackageUrl {
  const rules = TYPES.get(parts.type);
  if (rules === undefined) return parts;
  const lower = new Set<string>(rules.lowerCase);
  const asWritten = (part: Part, text: string) => (lower.has(part) ? text.toLowerCase() : text);
  const { namespace, version, subpath } = parts;
  const name = asWritten("name", parts.name);
  // MLflow's servers differ: Databricks tells names apart without regard to case, Azure with it.
  const isFolded =
    parts.type === "mlflow" && parts.qualifiers?.["repository_url"]?.includes("databricks");
  return {
    ...parts,
    ...(namespace === undefined ? {} : { namespace: asWritten("namespace", namespace) }),
    name: isFolded ? name.toLowerCase() : (rules.normalizeName?.(name) ?? name),
    ...(version === undefined ? {} : { version: asWritten("version", version) }),
    ...(subpath === undefined ? {} : { subpath: asWritten("subpath", subpath) }),
  };
}

/** What the rules of its type forbid in a normalised purl: which part, and what is allowed there. */
export function purlTypeProblem(
  parts: PackageUrl,
): { readonly part: string; readonly allowed: string } | undefined {
  const rules = TYPES.get(parts.type);
  if (rules === undefined) return undefined;
  const { type, name, version, qualifiers } = parts;
  const hasNamespace = parts.namespace !== undefined && parts.namespace !== "";
  if (rules.namespace === "prohibited" && hasNamespace)
    return { part: "the namespace", allowed: `absent for the type ${type}` };
  if (rules.namespace === "required" && !hasNamespace)
    return { part: "the namespace", allowed: `there for the type ${type}` };
  if (rules.name !== undefined && !rules.name.pattern.test(name))
    return { part: "the name", allowed: rules.name.allowed };
  if (rules.version !== undefined && version && !rules.version.pattern.test(version))
    return { part: "the version", allowed: rules.version.allowed };
  const missing = rules.requiredQualifiers?.find((key) => !qualifiers?.[key]);
  return missing === undefined
    ? undefined
    : { part: `the qualifier ${missing}`, allowed: `there for the type ${type}` };
}
