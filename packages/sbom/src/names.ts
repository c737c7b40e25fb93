/** What stands between group and name, where it is no slash. */
const SEPARATORS: Readonly<Record<string, string>> = {
  maven: ":",
  gradle: ":",
  sbt: ":",
};

/** Ecosystems whose names are made of two parts. A Go module's path, or a repository's, is one name. */
const GROUPED = new Set(["npm", "composer", ...Object.keys(SEPARATORS)]);

/** A package's name as CycloneDX has it: an npm scope, a vendor or a Maven group stands by itself. */
export function splitName(
  ecosystem: string,
  name: string,
): { readonly group?: string; readonly name: string } {
  const at = GROUPED.has(ecosystem) ? name.lastIndexOf(SEPARATORS[ecosystem] ?? "/") : -1;
  return at <= 0 || (ecosystem === "npm" && !name.startsWith("@"))
    ? { name }
    : { group: name.slice(0, at), name: name.slice(at + 1) };
}

/** The name as the ecosystem writes it. */
export function fullName({
  group,
  name,
  purl,
}: {
  readonly group?: string | undefined;
  readonly name: string;
  readonly purl?: string | undefined;
}): string {
  return group === undefined ? name : `${group}${SEPARATORS[purlType(purl) ?? ""] ?? "/"}${name}`;
}

/** `npm` of `pkg:npm/a@1`. */
export function purlType(purl: string | undefined): string | undefined {
  return purl === undefined ? undefined : /^pkg:\/*([^/]+)\//.exec(purl)?.[1];
}
