import { inflateSync } from "node:zlib";
import { isRecord } from "@assay/core";
import { purlOf } from "../purl.ts";
import type { Found, ProgramFact } from "./found.ts";
import { type Content, type Program, readRegion } from "./program.ts";

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_CRATES = 50_000;

/** A crate in the list that a program carries with it. */
export interface AuditableCrate {
  readonly name: string;
  readonly version: string;
  /** `crates.io`, `git`, `local`, `registry`. */
  readonly source: string;
  /** Needed only to build the others: build scripts, and procedural macros but in lists of the first format. */
  readonly isBuild: boolean;
  readonly isRoot: boolean;
  /** Places in the list. */
  readonly dependencies: readonly number[];
}

/**
 * The list that `cargo auditable` puts into a program; `undefined` where there is none, and a clause where it can't be read.
 *
 * Source: cargo-auditable's PARSING.md and JSON schema.
 */
export async function auditableCrates(
  content: Content,
  { sections }: Program,
): Promise<readonly AuditableCrate[] | string | undefined> {
  const section = sections.find(({ name }) => name === ".dep-v0");
  if (section === undefined) return undefined;
  if (section.size > MAX_BYTES) return `its list of crates (.dep-v0) is over ${MAX_BYTES} bytes`;
  try {
    const bytes = inflateSync(await readRegion(content, section, MAX_BYTES), {
      maxOutputLength: MAX_BYTES,
    });
    return cratesOf(JSON.parse(bytes.toString("utf8"))) ?? UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = "its list of crates (.dep-v0) can't be read";

function cratesOf(document: unknown): readonly AuditableCrate[] | undefined {
  if (!isRecord(document) || !Array.isArray(document["packages"])) return undefined;
  const packages: readonly unknown[] = document["packages"];
  if (packages.length > MAX_CRATES) return undefined;
  const crates: AuditableCrate[] = [];
  for (const entry of packages) {
    if (!isRecord(entry)) return undefined;
    const { name, version, source, kind, root, dependencies = [] } = entry;
    if (typeof name !== "string" || typeof version !== "string" || name === "") return undefined;
    if (!Array.isArray(dependencies)) return undefined;
    crates.push({
      name,
      version,
      source: typeof source === "string" ? source : "unknown",
      isBuild: kind === "build",
      isRoot: root === true,
      dependencies: dependencies.filter(
        (each) => Number.isInteger(each) && each >= 0 && each < packages.length,
      ),
    });
  }
  return crates;
}

/** The program as the root says it, and what it was made of. */
export function addCrates(
  found: Found,
  crates: readonly AuditableCrate[],
  at: ProgramFact<unknown>,
): void {
  const ids = crates.map((crate) => addCrate(found, crate, at));
  for (const id of ids) found.complete(id);
  for (const [index, { dependencies }] of crates.entries())
    for (const each of dependencies) {
      const [from, to] = [ids[index], ids[each]];
      if (from !== undefined && to !== undefined && from !== to)
        found.edge(from, to, crates[each]?.isBuild ? "build" : "runtime");
    }
}

/** Only what comes from crates.io is what others know by this name and version. */
function addCrate(
  found: Found,
  { name, version, source, isBuild, isRoot }: AuditableCrate,
  at: ProgramFact<unknown>,
): string {
  const isPublic = source === "crates.io";
  const kind = isBuild ? "#build" : "";
  const id = `cargo:${name}@${version}${isPublic ? "" : `#${source}`}${kind}`;
  return found.add(
    id,
    {
      name,
      version,
      ecosystem: "cargo",
      kind: isRoot ? "application" : "library",
      scope: isBuild ? "development" : "runtime",
      purl: isPublic ? purlOf({ type: "cargo", name, version }) : undefined,
    },
    at,
    "build-record",
    isPublic ? [] : [["assay:image:cargo:source", source]],
  );
}
