import { defaultRegistry, parsePurl } from "@assay/purl";

/**
 * Whether the name of a package may be told to a public service: its purl is of a type with a public registry and names no other
 * place, and what the lockfile has of it is from nowhere that is private for sure.
 *
 * @param hosts Of the public archives of its ecosystem, where they are known: every artifact must be from one of them.
 */
export function isPublicPackage(
  {
    purl,
    artifacts = [],
  }: { readonly purl?: string; readonly artifacts?: readonly { readonly url?: string }[] },
  hosts?: readonly string[],
): boolean {
  if (purl === undefined) return false;
  try {
    const { type, qualifiers = {} } = parsePurl(purl);
    if (defaultRegistry(type) === undefined) return false;
    if (["repository_url", "vcs_url", "download_url"].some((key) => Object.hasOwn(qualifiers, key)))
      return false;
  } catch {
    return false;
  }
  const urls = artifacts.flatMap(({ url }) => url ?? []);
  return (
    hosts === undefined ||
    urls.every((url) => URL.canParse(url) && hosts.includes(new URL(url).hostname))
  );
}
