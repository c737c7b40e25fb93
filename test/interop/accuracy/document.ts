import { existsSync, readFileSync } from "node:fs";

/** A package as one of the tools has it. */
export interface Found {
  /** `type/namespace/name@version`, without what tools spell differently; `other/…` where the document has no purl. */
  readonly id: string;
  /** `type/namespace/name`. */
  readonly name: string;
  /** The name that the document shows, and other ones under which ours says it is required. */
  readonly titles: readonly string[];
  readonly version: string;
  /** The files that it was read from, relative to the checkout. */
  readonly places: ReadonlySet<string>;
}

/** What a document says of a checkout. */
export interface Read {
  readonly packages: ReadonlyMap<string, Found>;
  /** `from > to`, as ids. */
  readonly edges: ReadonlySet<string>;
  /** The versions of the checkout's own packages, by name, where the document tells them apart from others. */
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  /** The files of what has no place in any registry (folders, parts of an SDK), by name. */
  readonly local: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Component {
  readonly "bom-ref"?: string;
  readonly type?: string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly evidence?: { readonly occurrences?: readonly { readonly location: string }[] };
}

interface Document {
  readonly metadata?: { readonly component?: Component };
  readonly components?: readonly Component[];
  readonly dependencies?: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
}

/** Reads a CycloneDX document of any of the tools; ours writes none where nothing is locked. `root` is the checkout's path. */
export function readDocument(path: string, root: string): Read {
  const document: Document = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const packages = new Map<string, Found & { readonly places: Set<string> }>();
  const ids = new Map<string, string>();
  const own = new Map<string, Set<string>>();
  const addOwn = (component: Component) => {
    const name = fullName(component);
    own.set(name, (own.get(name) ?? new Set()).add(component.version ?? ""));
  };
  const local = new Map<string, Set<string>>();
  const addLocal = (component: Component) => {
    const name = fullName(component);
    local.set(name, new Set([...(local.get(name) ?? []), ...placesOf(component, root)]));
  };
  const main = document.metadata?.component;
  const repository = withoutVersion(main?.purl);
  if (main !== undefined && repository !== "") addOwn(main);
  for (const component of document.components ?? []) {
    const { purl, "bom-ref": ref = "" } = component;
    // Ours are the repository's, with the folder; peers know of none.
    if (repository !== "" && withoutVersion(purl) === repository) addOwn(component);
    else if (repository !== "" && purl === undefined) addLocal(component);
    else {
      const found = foundOf(component);
      const one = packages.get(found.id) ?? found;
      for (const place of placesOf(component, root)) one.places.add(place);
      packages.set(found.id, one);
      ids.set(ref, found.id);
    }
  }
  const edges = new Set<string>();
  for (const { ref, dependsOn = [] } of document.dependencies ?? [])
    for (const to of dependsOn) {
      const ends = [ids.get(ref), ids.get(to)];
      if (!ends.includes(undefined) && ends[0] !== ends[1]) edges.add(ends.join(" > "));
    }
  return { packages, edges, own, local };
}

function withoutVersion(purl = ""): string {
  return purl.split(/[@#]/, 1)[0] ?? "";
}

function fullName({ group, name = "" }: Partial<Component> = {}): string {
  return (group === undefined ? name : `${group}/${name}`).toLowerCase();
}

function foundOf(component: Component) {
  const { type = "", version = "", purl, properties = [] } = component;
  const title = fullName(component);
  const aliases = properties.filter((each) => each.name === "assay:alias");
  const titles = [title, ...aliases.map(({ value }) => value.toLowerCase())];
  const found = { titles, places: new Set<string>() };
  if (purl !== undefined) return { ...found, ...partsOf(purl) };
  const name = `other/${type}/${title}`;
  return { ...found, name, version, id: version === "" ? name : `${name}@${version}` };
}

/** The id, name and version of a purl. */
export function partsOf(purl: string): { id: string; name: string; version: string } {
  const [before = ""] = purl.split(/[?#]/, 1);
  const at = before.lastIndexOf("@");
  const path = decodeURIComponent(at > 0 ? before.slice(0, at) : before).slice("pkg:".length);
  const name = spelled(path);
  const stated = at > 0 ? decodeURIComponent(before.slice(at + 1)) : "";
  const version = name.startsWith("golang/") ? stated.replace(/^v/, "") : stated;
  // Several packages of one repository lie in folders of it; peers write Go's modules so.
  const folder = name.startsWith("github/") ? (purl.split("#")[1] ?? "") : "";
  const id = version === "" ? name : `${name}@${version}`;
  return { name, version, id: folder === "" ? id : `${id}#${folder}` };
}

/** In lower case, since most types are so by their own rules; PyPI's with one kind of dash. */
function spelled(path: string): string {
  const low = path.toLowerCase();
  return low.startsWith("pypi/") ? low.replaceAll(/[._]+/g, "-") : low;
}

function placesOf({ properties = [], evidence }: Component, root: string): readonly string[] {
  const said = properties.filter(({ name }) => /^syft:location:\d+:path$/.test(name));
  const all = [
    ...said.map(({ value }) => value),
    ...(evidence?.occurrences ?? []).map(({ location }) => location),
  ];
  return all.map((place) => place.replace(root, "").replace(/^\/+/, ""));
}
