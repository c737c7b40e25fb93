import { asKnownError, groupBy, UsageError } from "@assay/core";
import type { Skipped } from "../../../graph.ts";
import type { ImageFact, ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { visible } from "../history.ts";
import { type OsDatabase, type PlacedPackage, unreadable } from "../package.ts";
import { textOf } from "../paragraphs.ts";
import { placedPackages } from "../placed.ts";
import { readBdb } from "./bdb.ts";
import { readRpmManifest } from "./manifest.ts";
import { readNdb } from "./ndb.ts";
import type { RpmPackage } from "./package.ts";
import { collectRows, type Rows } from "./rows.ts";
import { readSqlite, type SqliteDatabase } from "./sqlite.ts";
import { readLog, type WriteAheadLog, withLog } from "./wal.ts";

type RpmFact =
  | { readonly kind: "sqlite"; readonly database: SqliteDatabase }
  | { readonly kind: "log"; readonly log: WriteAheadLog }
  | { readonly kind: "other"; readonly rows: Rows }
  | { readonly kind: "manifest"; readonly database: OsDatabase };

const FOLDERS =
  "var/lib/rpm|usr/lib/sysimage/rpm|usr/share/rpm|usr/lib/sysimage/rpm-ostree-base-db";
const FILE = new RegExp(
  `^(${FOLDERS})/(rpmdb\\.sqlite|rpmdb\\.sqlite-wal|Packages\\.db|Packages)$`,
);
const MANIFEST = /^var\/lib\/rpmmanifest\/container-manifest-[12]$/;
/** Before anything was layered upon it: counts where there is no other. */
const OSTREE_BASE = /\/rpm-ostree-base-db\//;
const MAX_DATABASE = 512 * 1024 * 1024;
/** Where a database was converted and the old one left behind, the first of these with packages in it counts. */
const ORDER = ["rpmdb.sqlite", "Packages.db", "Packages"];

/** rpm's packages: databases of SQLite, NDB and Berkeley DB, and the list of distroless images of Azure Linux. */
export const rpmReader: ImageReader<RpmFact> = {
  id: "rpm",
  everyVersion: true,
  wants: ({ path }) => FILE.test(path) || MANIFEST.test(path),
  async extract({ path, content, isHidden }) {
    if (MANIFEST.test(path))
      return { kind: "manifest", database: readRpmManifest(await textOf(content)) };
    if (content.size > MAX_DATABASE)
      throw new UsageError(
        `The database has ${content.size} bytes: at most ${MAX_DATABASE} are read.`,
      );
    if (path.endsWith("-wal")) return { kind: "log", log: await readLog(content) };
    if (path.endsWith(".sqlite"))
      return { kind: "sqlite", database: await readSqlite(content, isHidden) };
    const rows = collectRows(isHidden);
    await (path.endsWith(".db") ? readNdb : readBdb)(content, rows);
    return { kind: "other", rows };
  },
  async assemble(facts, tree) {
    const problems: Skipped[] = [];
    const databases = await databasesOf(facts, problems);
    const seen = visible(databases, tree);
    const notices: string[] = [];
    const current = chosen(seen, notices);
    const packages = withFileProvides(placedPackages(databases, current));
    const unread = current.flatMap(({ path, fact }) => unreadable(path, fact.problems));
    const reading = assemblePackages(packages, tree, {
      type: "rpm",
      problems: [...problems, ...unread],
    });
    const digests = packages.flatMap((entry) =>
      "digests" in entry ? (entry as Digested).digests : [],
    );
    return {
      ...reading,
      ownedDigests: new Map(digests),
      notices,
    };
  },
};

type Digested = PlacedPackage & RpmPackage;
type Database = ImageFact<OsDatabase>;

/** Every version of every database, with the log that belongs to it. */
async function databasesOf(
  facts: readonly ImageFact<RpmFact>[],
  problems: Skipped[],
): Promise<readonly Database[]> {
  const found: Database[] = [];
  const logs = facts.flatMap(({ fact, ...place }) =>
    fact.kind === "log" ? { ...place, log: fact.log } : [],
  );
  const used = new Set<unknown>();
  const ofRows = ({ packages, problems: said }: Rows): OsDatabase => ({
    packages: [...packages.values()],
    problems: said,
  });
  for (const { fact, ...place } of facts) {
    if (fact.kind === "manifest") found.push({ ...place, fact: fact.database });
    if (fact.kind === "other") found.push({ ...place, fact: ofRows(fact.rows) });
    if (fact.kind !== "sqlite") continue;
    // A log of an older layer is what was left when its database was replaced.
    const log = logs.find(
      ({ path, layer }) => path === `${place.path}-wal` && layer >= place.layer,
    );
    if (log !== undefined && !used.has(log)) {
      used.add(log);
      try {
        const rows = await withLog(fact.database, log.log);
        const since = log.layer > place.layer ? log.since : place.since;
        found.push({ ...place, layer: log.layer, since, fact: ofRows(rows) });
        if (log.layer === place.layer) continue;
      } catch (error) {
        problems.push({ kind: "unreadable", item: log.path, reason: asKnownError(error).message });
      }
    }
    found.push({ ...place, fact: ofRows(fact.database.rows) });
  }
  for (const log of logs) {
    if (used.has(log)) continue;
    // A database that has all of its packages in the log still has no byte itself.
    const rows = await withLog(undefined, log.log);
    const path = log.path.replace(/-wal$/, "");
    if (rows.packages.size > 0) found.push({ ...log, path, fact: ofRows(rows) });
  }
  return found.sort((a, b) => b.layer - a.layer);
}

/** Of several databases in one folder that which counts; the list of a distroless image where there is no database. */
function chosen(seen: readonly Database[], notices: string[]): readonly Database[] {
  const groups = groupBy(
    seen.filter(({ path }) => !MANIFEST.test(path)),
    ({ path }) => path.slice(0, path.lastIndexOf("/")),
  );
  const rank = ({ path }: Database) => ORDER.indexOf(path.slice(path.lastIndexOf("/") + 1));
  const databases = [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b));
    const full = sorted.filter(({ fact }) => fact.packages.length > 0);
    const [first = sorted[0], ...others] = full;
    if (first !== undefined && others.length > 0)
      notices.push(
        `${first.path} counts: ${others.map(({ path }) => path).join(", ")} beside it is of an older rpm.`,
      );
    return first ?? [];
  });
  const own = databases.filter(({ path }) => !OSTREE_BASE.test(path));
  const counted = own.length > 0 ? own : databases;
  if (counted.some(({ fact }) => fact.packages.length > 0)) return counted;
  const lists = seen
    .filter(({ path }) => MANIFEST.test(path))
    .sort((a, b) => (a.path < b.path ? 1 : -1));
  return [...counted, ...lists.slice(0, 1)];
}

/** Packages may require a file by its path: those that have such a file provide it. */
function withFileProvides(packages: readonly PlacedPackage[]): readonly PlacedPackage[] {
  const asked = new Set(
    packages.flatMap(({ requires = [] }) =>
      requires.flatMap(({ anyOf }) => anyOf.filter((name) => name.startsWith("/"))),
    ),
  );
  return packages.map((entry) => {
    const files = (entry.files ?? "").split("\n").filter((path) => asked.has(path));
    return files.length === 0
      ? entry
      : { ...entry, provides: [...(entry.provides ?? []), ...files] };
  });
}
