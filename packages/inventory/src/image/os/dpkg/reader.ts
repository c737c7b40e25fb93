import { UsageError } from "@assay/core";
import type { Skipped } from "../../../graph.ts";
import type { ImageFact, ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { visible } from "../history.ts";
import { keysOnly, type OsDatabase, type PlacedPackage, unreadable } from "../package.ts";
import { lines, paragraphs, textOf } from "../paragraphs.ts";
import { placedPackages } from "../placed.ts";
import { readManifestWall } from "./chisel.ts";
import { licenseOf } from "./copyright.ts";
import { readStatus } from "./status.ts";
import { wallText } from "./wall-text.ts";

type Databases = { readonly kind: "database" } & OsDatabase;

type DpkgFact =
  | Databases
  /** One package a file, as distroless images have it. */
  | ({ readonly kind: "entry" } & OsDatabase)
  /** A package's files, one a line: `.list`, or `.md5sums` where there is no other. */
  | { readonly kind: "files"; readonly of: string; readonly text: string }
  | { readonly kind: "license"; readonly of: string; readonly text: string }
  | { readonly kind: "diversions"; readonly text: string }
  /** Names that apt installed because others need them: `name\narch`. */
  | { readonly kind: "automatic"; readonly names: ReadonlySet<string> };

const STATUS = /^var\/lib\/dpkg\/status$/;
const STATUS_D = /^var\/lib\/dpkg\/status\.d\/([^/]+)$/;
const LIST = /^var\/lib\/dpkg\/info\/([^/]+)\.list$/;
const COPYRIGHT = /^usr\/share\/doc\/([^/]+)\/copyright$/;
const DIVERSIONS = "var/lib/dpkg/diversions";
const CHISEL = "var/lib/chisel/manifest.wall";
const EXTENDED = "var/lib/apt/extended_states";

/** Debian's packages: dpkg's database, distroless `status.d` and Chisel's manifest. */
export const dpkgReader: ImageReader<DpkgFact> = {
  id: "dpkg",
  everyVersion: true,
  wants: ({ path }) =>
    path === DIVERSIONS ||
    path === CHISEL ||
    path === EXTENDED ||
    [STATUS, STATUS_D, LIST, COPYRIGHT].some((each) => each.test(path)),
  async extract({ path, content, isHidden }): Promise<DpkgFact | undefined> {
    const isDatabase = path === CHISEL || STATUS.test(path);
    if (!isDatabase && isHidden) return undefined;
    if (isDatabase) {
      const database =
        path === CHISEL
          ? readManifestWall(await wallText(content))
          : readStatus(await textOf(content));
      return { kind: "database", ...(isHidden ? keysOnly(database) : database) };
    }
    const text = await textOf(content);
    const list = LIST.exec(path)?.[1];
    if (list !== undefined) return { kind: "files", of: list, text };
    const doc = COPYRIGHT.exec(path)?.[1];
    if (doc !== undefined) {
      const license = licenseOf(text);
      return license === undefined ? undefined : { kind: "license", of: doc, text: license };
    }
    if (path === DIVERSIONS) return { kind: "diversions", text };
    if (path === EXTENDED) return { kind: "automatic", names: automatic(text) };
    return entryOf(STATUS_D.exec(path)?.[1] ?? "", text);
  },
  async assemble(facts, tree) {
    // A package that dpkg's own database has too is told better there.
    const current = visible(facts, tree).sort(
      (a, b) => Number(a.path === CHISEL) - Number(b.path === CHISEL),
    );
    const packages = [
      ...placedPackages(facts.filter(isDatabase), current.filter(isDatabase)),
      ...entryPackages(current),
    ];
    const files = new Map<string, string>();
    const licenses = new Map<string, string>();
    for (const { fact, path } of current) {
      if (fact.kind === "files") files.set(fact.of, fact.text);
      if (fact.kind === "license") licenses.set(path, fact.text);
    }
    const states = current.find(({ fact }) => fact.kind === "automatic")?.fact;
    const complete = packages.map((entry): PlacedPackage => {
      const { name, arch, path } = entry;
      const own =
        entry.files ??
        files.get(`${name}:${arch}`) ??
        files.get(name) ??
        files.get(path.slice(path.lastIndexOf("/") + 1));
      const copyright = tree.resolve(`usr/share/doc/${name}/copyright`);
      return {
        ...entry,
        ...(states?.kind === "automatic" ? { direct: !states.names.has(`${name}\n${arch}`) } : {}),
        license: copyright === undefined ? undefined : licenses.get(copyright),
        ...(own === undefined ? {} : { files: withoutFolders(own) }),
      };
    });
    return assemblePackages(complete, tree, {
      type: "deb",
      diverted: diverted(current),
      problems: problemsOf(current),
    });
  },
};

/** Newer distroless images have licences and scripts beside the entries. */
function entryOf(name: string, text: string): DpkgFact | undefined {
  if (name.endsWith(".md5sums"))
    return { kind: "files", of: name.slice(0, -8), text: withoutSums(text) };
  if (!/^Package:/im.test(text)) return undefined;
  const database = readStatus(text);
  if (database.packages.length === 0)
    throw new UsageError("The entry names no package that is installed.");
  return { kind: "entry", ...database };
}

type Facts = readonly ImageFact<DpkgFact>[];

function isDatabase(each: ImageFact<DpkgFact>): each is ImageFact<Databases> {
  return each.fact.kind === "database";
}

function entryPackages(current: Facts): readonly PlacedPackage[] {
  return current.flatMap(({ path, layer, since, fact }) =>
    fact.kind === "entry" ? fact.packages.map((entry) => ({ ...entry, path, layer, since })) : [],
  );
}

function problemsOf(current: Facts): readonly Skipped[] {
  return current.flatMap(({ path, fact }) =>
    "problems" in fact ? unreadable(path, fact.problems) : [],
  );
}

function automatic(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { fields } of paragraphs(text, new Set(["package", "architecture", "auto-installed"])))
    if (fields.get("auto-installed") === "1")
      names.add(`${fields.get("package")}\n${fields.get("architecture")}`);
  return names;
}

function withoutSums(text: string): string {
  return text.replaceAll(/^[0-9a-f]{32} {1,2}/gm, "");
}

/** A list names every folder before what is in it, and folders belong to all packages. */
function withoutFolders(text: string): string {
  const all = [...lines(text)];
  const folders = new Set(all.map((path) => path.slice(0, path.lastIndexOf("/"))));
  return all.filter((path) => path !== "/." && !folders.has(path)).join("\n");
}

/** Three lines each: a file, where it went, and the package whose file stays in its place. */
function diverted(current: Facts) {
  const found = new Map<string, { readonly to: string; readonly by: string }>();
  for (const { fact } of current) {
    if (fact.kind !== "diversions") continue;
    const all = [...lines(fact.text)];
    for (let at = 0; at + 2 < all.length; at += 3) {
      const [from = "", to = "", by = ""] = all.slice(at, at + 3);
      found.set(from.replace(/^\/+/, ""), { to: to.replace(/^\/+/, ""), by });
    }
  }
  return found;
}
