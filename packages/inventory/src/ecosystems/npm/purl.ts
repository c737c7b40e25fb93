import { buildPurl } from "@assay/purl";

/** Of characters that a purl keeps as they are. */
const PLAIN_NAME = /^@?[\w-][\w.~-]*(?:\/[\w-][\w.~-]*)?$/;
const PLAIN_VERSION = /^[\w-][\w.~-]*$/;

/** The purl of a package of the npm registry, or of one that is told apart from it by `qualifiers`. */
export function npmPurl(
  name: string,
  version: string | undefined,
  { qualifiers }: { readonly qualifiers?: Readonly<Record<string, string>> | undefined },
): string {
  const isPlain = qualifiers === undefined && PLAIN_NAME.test(name);
  if (isPlain && version !== undefined && PLAIN_VERSION.test(version))
    return `pkg:npm/${name.startsWith("@") ? `%40${name.slice(1)}` : name}@${version}`;
  const slash = name.indexOf("/");
  return buildPurl({
    type: "npm",
    namespace: slash < 0 ? undefined : name.slice(0, slash),
    name: name.slice(slash + 1),
    version,
    qualifiers,
  });
}
