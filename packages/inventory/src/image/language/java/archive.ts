import { UsageError } from "@assay/core";
import { type PomDependency, readPom } from "../../../ecosystems/maven/pom.ts";
import type { Coordinates } from "../../../ecosystems/maven/pom-metadata.ts";
import { baseName, detached, isNamed } from "../record.ts";
import {
  innerBytes,
  MAX_ZIP_ENTRIES,
  type RandomBytes,
  type ZipEntry,
  zipContent,
  zipEntries,
} from "../zip.ts";
import { possibleGroups } from "./groups.ts";
import { namedVersion, stemOf } from "./identity.ts";
import { type JarManifest, readJarManifest } from "./manifest.ts";

const ARCHIVE = /\.(?:jar|war|ear|par|sar|nar|jpi|hpi|kar|far|rar|lpkg)$/i;
const MAX_DEPTH = 8;
/** Archives inside others that are compressed there, of one way down: they are unpacked in memory. */
const MAX_INNER = 128 * 1024 * 1024;
/** Of one file; the largest servers have some hundreds. */
const MAX_ARCHIVES = 5000;
const MAX_PROBLEMS = 100;
const MAX_UNPACKED = 2 ** 31;
const MAX_TEXT = 1024 * 1024;
/** Of one archive: shaded ones have hundreds. */
const MAX_POMS = 5000;

/** One archive, and those inside of it after it. */
export interface JavaArchive {
  /** Where it lies inside of the file; `""` for the file itself. */
  readonly inside: string;
  /** The archive that it lies in, by its `inside`. */
  readonly parent: string | undefined;
  readonly fileName: string;
  readonly manifest: JarManifest;
  readonly poms: readonly ArchivedPom[];
  /** Of a widely used package that has no POM. */
  readonly knownGroup: string | undefined;
}

/** `META-INF/maven/<group>/<artifact>/`. */
export interface ArchivedPom extends Coordinates {
  readonly licenses: readonly string[];
  /** `group:artifact` of what it needs at run time. */
  readonly needs: readonly string[];
  /** `group:artifact` of all that it names. */
  readonly names: readonly string[];
}

export interface JavaFile {
  readonly archives: readonly JavaArchive[];
  /** What could not be read, as clauses, by the archive. */
  readonly problems: readonly (readonly [inside: string, reason: string])[];
}

export function isJavaArchive(path: string): boolean {
  return ARCHIVE.test(path);
}

interface Budget {
  entries: number;
  bytes: number;
  archives: number;
}

/** An archive with all that are nested in it. What is broken inside is a problem and stops nothing else. @throws UsageError */
export async function readJavaArchive(path: string, bytes: RandomBytes): Promise<JavaFile> {
  const budget = { entries: MAX_ZIP_ENTRIES, bytes: MAX_UNPACKED, archives: MAX_ARCHIVES };
  const archives: JavaArchive[] = [];
  const problems: (readonly [string, string])[] = [];
  const visit = async (
    at: RandomBytes,
    place: Pick<JavaArchive, "inside" | "parent" | "fileName">,
    depth: number,
    room: number,
  ) => {
    const groups = possibleGroups(namedVersion(stemOf(place.fileName)).named);
    const there = new Set<string>();
    const { entries, count } = await zipEntries(at, (name) => {
      for (const { folder } of groups) if (name.startsWith(folder)) there.add(folder);
      return name === MANIFEST || POM.test(name) || ARCHIVE.test(name);
    });
    budget.entries -= count;
    if (budget.entries < 0)
      throw new UsageError(`with what is nested it has more than ${MAX_ZIP_ENTRIES} entries`);
    const { inner, ...read } = await readOne(at, entries, budget);
    const { manifest, poms } = read;
    // Where it has POMs, one of them is its own, or nothing is sure.
    const group =
      poms.length > 0 ? undefined : groups.find((each) => there.has(each.folder))?.group;
    archives.push(detached({ ...place, manifest, poms, knownGroup: group }));
    problems.push(...read.problems.map((reason) => [place.inside, reason] as const));
    for (const entry of inner) {
      const inside = `${place.inside === "" ? "" : `${place.inside}!/`}${entry.name}`;
      try {
        if (depth >= MAX_DEPTH)
          throw new UsageError(`it is nested deeper than ${MAX_DEPTH} archives`);
        if (--budget.archives < 0)
          throw new UsageError(`more than ${MAX_ARCHIVES} archives are nested`);
        const nested = await innerBytes(at, entry, spend(budget, entry, room));
        const { inside: parent } = place;
        const left = entry.method === 0 ? room : room - entry.size;
        await visit(nested, { inside, parent, fileName: baseName(entry.name) }, depth + 1, left);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        problems.push([inside, error.message]);
      }
    }
  };
  try {
    await visit(bytes, { inside: "", parent: undefined, fileName: baseName(path) }, 0, MAX_INNER);
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`${path} can't be read: ${error.message}`);
    throw error;
  }
  if (problems.length > MAX_PROBLEMS)
    problems.splice(MAX_PROBLEMS, problems.length, [
      "",
      `${problems.length - MAX_PROBLEMS} more of its parts can't be read`,
    ]);
  return { archives, problems };
}

/** @throws UsageError where all that is nested would be more than is unpacked of one file */
function spend(budget: Budget, { method, size }: ZipEntry, most: number): number {
  // What is stored is read where it lies.
  if (method !== 0) budget.bytes -= size;
  if (budget.bytes < 0) throw new UsageError("what is nested unpacks to more than 2 GiB");
  return most;
}

async function readOne(bytes: RandomBytes, entries: readonly ZipEntry[], budget: Budget) {
  const problems: string[] = [];
  const seen = new Set<string>();
  const text = async (entry: ZipEntry | undefined) => {
    if (entry === undefined) return undefined;
    try {
      const most = spend(budget, entry, MAX_TEXT);
      return new TextDecoder().decode(await zipContent(bytes, entry, most));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const files = new Map<string, ZipEntry>();
  const inner: ZipEntry[] = [];
  let pomCount = 0;
  for (const entry of entries) {
    const { name } = entry;
    const isNested = ARCHIVE.test(name);
    // Of two entries with one name readers take the first or the last.
    if (seen.has(name)) problems.push(`${JSON.stringify(name.slice(0, 200))} is in it twice`);
    seen.add(name);
    if (isNested) inner.push(entry);
    else if (POM.test(name) && ++pomCount > 2 * MAX_POMS) continue;
    else files.set(name, entry);
  }
  if (pomCount > 2 * MAX_POMS) problems.push(`it holds more than ${MAX_POMS} packages`);
  const manifest = readJarManifest((await text(files.get(MANIFEST))) ?? "");
  const folders = new Set([...files.keys()].flatMap((name) => POM.exec(name)?.[1] ?? []));
  const poms: ArchivedPom[] = [];
  for (const folder of folders) {
    const properties = await text(files.get(`${folder}pom.properties`));
    const pom = await text(files.get(`${folder}pom.xml`));
    const found = archivedPom(properties ?? "", pom);
    if (found !== undefined) poms.push(found);
    else problems.push(`${JSON.stringify(folder.slice(0, 200))} names no package and version`);
  }
  return { manifest, poms, inner, problems };
}

const MANIFEST = "META-INF/MANIFEST.MF";
const POM = /^(META-INF\/maven\/[^/]+\/[^/]+\/)pom\.(?:properties|xml)$/;

function archivedPom(properties: string, xml: string | undefined): ArchivedPom | undefined {
  const field = (name: string) =>
    new RegExp(`^${name}[ \\t]*[=:][ \\t]*(\\S+)`, "m").exec(properties)?.[1];
  const pom = xml === undefined ? undefined : parsed(xml);
  const known = (text: string | undefined) => (text?.includes("${") ? undefined : text);
  const group = field("groupId") ?? known(pom?.groupId ?? pom?.parent?.groupId);
  const artifact = field("artifactId") ?? known(pom?.artifactId);
  const version = field("version") ?? known(pom?.version ?? pom?.parent?.version);
  if (group === undefined || artifact === undefined || version === undefined) return undefined;
  if (![group, artifact].every((each) => isNamed(each, version) && !/[/:]/.test(each)))
    return undefined;
  const nameOf = ({ groupId, artifactId }: PomDependency) =>
    `${groupId.replace(/^\$\{(?:project|pom)\.groupId\}$/, group)}:${artifactId}`;
  const dependencies = pom?.dependencies.slice(0, MAX_NEEDS) ?? [];
  const needs = dependencies.filter(
    ({ scope, isOptional }) => !OTHER_SCOPES.has(scope ?? "") && isOptional !== true,
  );
  return {
    group,
    artifact,
    version,
    licenses: pom?.licenses ?? [],
    needs: needs.map(nameOf),
    names: dependencies.map(nameOf).filter((name) => !name.includes("${")),
  };
}

const MAX_NEEDS = 1000;
const OTHER_SCOPES: ReadonlySet<string> = new Set(["test", "provided", "system", "import"]);

function parsed(xml: string) {
  try {
    return readPom("pom.xml", xml.replace(/^\uFEFF/, ""), false);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
