import type { Component, Edge, Gap, PackageGraph, PackageName } from "./graph.ts";

/**
 * A text in which every URL is without user and query: a range, a version, or the name of an entry may hold the address of a package, and
 * the address a token.
 */
export function withoutCredentials(text: string): string {
  // Most texts are no URL, and most URLs have neither.
  if (!text.includes(":") || !/[@?]/.test(text)) return text;
  const plain = withoutUsers(text);
  return plain.includes("://") ? plain.replace(/\?[^#\s"'<>]*/g, "") : plain;
}

/** Joined to a folder like a path, an address has one slash or none behind its colon. */
function withoutUsers(text: string): string {
  return text
    .replace(/:\/\/(?!git@)[^/\s"'<>]*@/g, "://")
    .replace(/\b((?:https?|ftp|ssh|git):\/?)(?!\/|git@)[^/\s"'<>]*@/gi, "$1");
}

/** Whether a text stays as it is. */
function isPublic(text: string | undefined): boolean {
  return text === undefined || withoutCredentials(text) === text;
}

/**
 * A graph whose texts hold no credentials, whatever its reader let through. Licences are left as they are declared where they are no text.
 * What has none, as nearly everything, is not copied.
 */
export function graphWithoutCredentials(graph: PackageGraph): PackageGraph {
  const ids = publicIds(graph.components);
  const idOf = (id: string) => ids.get(id) ?? withoutCredentials(id);
  return {
    ...graph,
    roots: graph.roots.map(idOf),
    ...(graph.withoutEdges === undefined ? {} : { withoutEdges: graph.withoutEdges.map(idOf) }),
    components: graph.components.map((each) => publicComponent(each, idOf)),
    edges: graph.edges.map((edge) => publicEdge(edge, idOf)),
    gaps: graph.gaps.map((gap) => publicGap(gap, idOf)),
  };
}

/** Two ids may differ in nothing but their credentials. */
function publicIds(components: readonly Component[]): ReadonlyMap<string, string> {
  const taken = new Set(components.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id } of components) {
    const plain = withoutCredentials(id);
    if (plain === id) continue;
    let free = plain;
    for (let count = 2; taken.has(free); count++) free = `${plain}#${count}`;
    taken.add(free);
    ids.set(id, free);
  }
  return ids;
}

function publicEdge(edge: Edge, idOf: (id: string) => string): Edge {
  const { requirement, alias, condition } = edge;
  const [from, to] = [idOf(edge.from), idOf(edge.to)];
  const isSame = from === edge.from && to === edge.to;
  if (isSame && isPublic(requirement) && isPublic(alias) && isPublic(condition)) return edge;
  return { ...edge, ...publicTexts(edge, ["requirement", "alias", "condition"]), from, to };
}

function isPublicComponent(component: Component): boolean {
  const { name, version, requirement, installPath, purl, declaredLicense } = component;
  const { aliases, artifacts, ancestors, patches = [] } = component;
  return (
    [name, version, requirement, installPath, ...aliases, ...patches].every(isPublic) &&
    (purl === undefined || !isSecret(purl)) &&
    // Few packages have any: they are copied.
    ancestors === undefined &&
    (typeof declaredLicense !== "string" || isPublic(declaredLicense)) &&
    artifacts.every(({ url, fileName, condition }) => [url, fileName, condition].every(isPublic))
  );
}

function publicComponent(component: Component, idOf: (id: string) => string): Component {
  if (idOf(component.id) === component.id && isPublicComponent(component)) return component;
  const { id, name, purl, declaredLicense, aliases, artifacts, ancestors, patches, ...others } =
    component;
  return {
    ...others,
    ...publicTexts(component, ["version", "requirement", "installPath"]),
    id: idOf(id),
    name: withoutCredentials(name),
    ...(purl === undefined || isSecret(purl) ? {} : { purl }),
    ...(ancestors === undefined ? {} : { ancestors: ancestors.map(publicName) }),
    ...(patches === undefined ? {} : { patches: patches.map(withoutCredentials) }),
    ...(declaredLicense === undefined
      ? {}
      : {
          declaredLicense:
            typeof declaredLicense === "string"
              ? withoutCredentials(declaredLicense)
              : declaredLicense,
        }),
    aliases: aliases.map(withoutCredentials),
    artifacts: artifacts.map((each) => ({
      ...each,
      ...publicTexts(each, ["url", "fileName", "condition"]),
    })),
  };
}

function publicName({ name, version, purl }: PackageName): PackageName {
  return {
    name: withoutCredentials(name),
    ...(version === undefined ? {} : { version: withoutCredentials(version) }),
    ...(purl === undefined || isSecret(purl) ? {} : { purl }),
  };
}

/** A purl spells some characters of a URL otherwise. */
function isSecret(purl: string): boolean {
  if (!/:|%3a/i.test(purl.slice("pkg:".length))) return false;
  const text = purl.replace(/%3a/gi, ":").replace(/%2f/gi, "/").replace(/%40/g, "@");
  return withoutUsers(text) !== text;
}

function publicGap(gap: Gap, idOf: (id: string) => string): Gap {
  return {
    ...gap,
    ...publicTexts(gap, ["reason", "identity", "advice"]),
    item: withoutCredentials(gap.item),
    ...(gap.componentId === undefined ? {} : { componentId: idOf(gap.componentId) }),
  };
}

/** Those of the named texts that are there. */
function publicTexts<K extends string>(
  from: Readonly<Partial<Record<K, string>>>,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const text = from[key];
    if (text !== undefined) texts[key] = withoutCredentials(text);
  }
  return texts;
}
