import type { OsDatabase, OsPackage } from "../package.ts";
import { lines } from "../paragraphs.ts";
import { fullVersion, sourceOf } from "./package.ts";

/**
 * What distroless images of Azure Linux have in place of a database: `rpmmanifest/container-manifest-2`, ten columns (name, version,
 * times of installation and build, vendor, nothing, size, architecture, epoch, source), or `-1`, a full name a line.
 */
export function readRpmManifest(text: string): OsDatabase {
  const packages: OsPackage[] = [];
  const problems: string[] = [];
  let number = 0;
  for (const line of lines(text)) {
    number += 1;
    if (line.trim() === "") continue;
    const entry = line.includes("\t") ? columns(line) : fullName(line.trim());
    if (entry === undefined) problems.push(`line ${number} is no package`);
    else if (entry.name !== "gpg-pubkey") packages.push({ ...entry, line: number });
  }
  return { packages, problems };
}

function columns(line: string): OsPackage | undefined {
  const [name, version, , , vendor, , , arch, epoch, source] = line.split("\t");
  if (!name || !version) return undefined;
  return {
    ...entryOf(name, version, arch, Number(epoch)),
    vendor: known(vendor),
    ...sourceOf(known(source)),
  };
}

function fullName(text: string): OsPackage | undefined {
  const [, name, epoch, version, arch] =
    /^(.+)-(?:(\d+):)?([^-:]+-[^-]+)\.([^.-]+)$/.exec(text) ?? [];
  return name === undefined || version === undefined
    ? undefined
    : entryOf(name, version, arch, Number(epoch));
}

function entryOf(
  name: string,
  version: string,
  arch: string | undefined,
  epoch: number,
): OsPackage {
  const number = epoch > 0 ? epoch : undefined;
  return { name, version: fullVersion(number, version), arch: known(arch), epoch: number };
}

function known(text: string | undefined): string | undefined {
  return text === "(none)" || text === "" ? undefined : text;
}
