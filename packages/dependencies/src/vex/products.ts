import type { Origin } from "@assay/inventory";
import { buildPurl, type PackageUrl, parsePurl } from "@assay/purl";
import type { Vulnerability } from "../vulnerability.ts";
import type { VexProduct } from "./statement.ts";

interface ParsedPurl {
  readonly base: string;
  readonly purl: PackageUrl;
}

/** Whether one of the products is a package, or the repository with the package as its part. */
export type ProductTest = (
  products: readonly VexProduct[],
  vulnerability: Vulnerability,
) => boolean;

/**
 * Tells what statements are about. A purl without a version stands for all versions, and qualifiers that it does not have for all
 * values.
 *
 * @param origin The repository that is looked at.
 */
export function productTest(
  origin: Pick<Origin, "serverUrl" | "repository"> | undefined,
): ProductTest {
  const known = new Map<string, ParsedPurl | undefined>();
  const parsed = (text: string) => {
    if (!known.has(text)) known.set(text, parse(text));
    return known.get(text);
  };
  const isOneOf = (ids: readonly string[], found: readonly (ParsedPurl | undefined)[]) =>
    ids.some((id) => {
      const said = parsed(id);
      return said !== undefined && found.some((each) => each !== undefined && means(said, each));
    });
  const ownUrl = origin && pageOf(`${origin.serverUrl}/${origin.repository}`);
  const ownPurl =
    origin?.serverUrl.toLowerCase() === "https://github.com"
      ? parsed(`pkg:github/${origin.repository}`)
      : undefined;
  const firstParty = new Map<Vulnerability["graph"], readonly (ParsedPurl | undefined)[]>();
  const ofRepository = (graph: Vulnerability["graph"]) => {
    const found = firstParty.get(graph) ?? [
      ownPurl,
      ...graph.components
        .filter((each) => each.firstParty)
        .flatMap(({ purl, ecosystem, name, version }) => [
          purl === undefined ? undefined : parsed(purl),
          registryPurl(ecosystem, name, version),
        ]),
    ];
    firstParty.set(graph, found);
    return found;
  };
  return (products, { graph, component }) => {
    const dependency = [component.purl === undefined ? undefined : parsed(component.purl)];
    return products.some(({ ids, subcomponents, isVersion }) => {
      // Of the repository's own version nothing is known here.
      if (isVersion !== undefined)
        return isOneOf(ids, dependency) && isVersion(component.version ?? "");
      if (subcomponents.length === 0 && isOneOf(ids, dependency)) return true;
      const isRepository =
        isOneOf(ids, ofRepository(graph)) ||
        (ownUrl !== undefined && ids.some((id) => pageOf(id) === ownUrl));
      return isRepository && (subcomponents.length === 0 || isOneOf(subcomponents, dependency));
    });
  };
}

function parse(text: string): ParsedPurl | undefined {
  if (!/^pkg:/i.test(text)) return undefined;
  try {
    const purl = parsePurl(text);
    return { base: [purl.type, purl.namespace ?? "", purl.name].join("/"), purl };
  } catch {
    return undefined;
  }
}

function means(said: ParsedPurl, found: ParsedPurl): boolean {
  const { version, subpath, qualifiers = {} } = said.purl;
  return (
    said.base === found.base &&
    (version === undefined || version === found.purl.version) &&
    (subpath === undefined || subpath === found.purl.subpath) &&
    Object.entries(qualifiers).every(([key, value]) => found.purl.qualifiers?.[key] === value)
  );
}

/** What a package of our own is called in its registry. */
function registryPurl(type: string, path: string, version: string | undefined) {
  const parts = path.replaceAll(":", "/").split("/");
  const name = parts.pop() ?? "";
  try {
    return parse(buildPurl({ type, namespace: parts.join("/"), name, version }));
  } catch {
    return undefined;
  }
}

/** Server and path of a URL, without what differs between spellings; other texts stay as they are. */
function pageOf(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:git\+)?https?:\/\//, "//")
    .replace(/\/$/, "")
    .replace(/\.git$/, "");
}
