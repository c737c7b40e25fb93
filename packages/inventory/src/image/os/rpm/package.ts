import { UsageError } from "@assay/core";
import type { OsPackage } from "../package.ts";
import { filesOf } from "./files.ts";
import { readHeader } from "./header.ts";
import { rpmLicense } from "./license.ts";
import { requirementsOf } from "./requirements.ts";

/** A key that packages are signed with: rpm keeps it as a package without files. */
const KEY = "gpg-pubkey";

/** A package of an rpm database, with the names of the first files that others look into. */
export interface RpmPackage extends OsPackage {
  readonly digests: readonly (readonly [path: string, digest: string])[];
}

/**
 * The package that a header describes; `undefined` for a key. `isCut`: its list of files is not whole.
 *
 * @param isHidden What tells it from others is enough.
 *
 * @throws UsageError for a header that is broken
 */
export function readPackage(
  blob: Uint8Array,
  isHidden = false,
): { readonly entry: RpmPackage; readonly isCut: boolean } | undefined {
  const header = readHeader(blob);
  const name = header.text(1000);
  const version = header.text(1001);
  const release = header.text(1002);
  if (name === KEY) return undefined;
  if (!name || !version || !release)
    throw new UsageError(`The header has no ${name ? `version or release: ${name}` : "name"}.`);
  const epoch = header.number(1003);
  const key = {
    name,
    version: fullVersion(epoch, `${version}-${release}`),
    arch: header.text(1022),
  };
  if (isHidden) return { entry: { ...key, digests: [] }, isCut: false };
  const sourceRpm = header.text(1044);
  const modularity = header.text(5096);
  const { files, digests, isCut } = filesOf(header);
  const written = header.text(1014);
  const license = rpmLicense(written);
  const properties = [
    ...(modularity ? [["assay:image:modularity", modularity] as const] : []),
    // What the expression was made of.
    ...(written && written !== license ? [["assay:image:license", written] as const] : []),
  ];
  const entry: RpmPackage = {
    ...key,
    epoch,
    license,
    vendor: header.text(1011),
    ...sourceOf(sourceRpm),
    requires: requirementsOf(header),
    provides: header.texts(1047),
    files,
    digests,
    ...(modularity ? { qualifiers: { rpmmod: modularity } } : {}),
    ...(properties.length === 0 ? {} : { properties }),
  };
  return { entry, isCut };
}

/** `2:1.0-3`; an epoch of 0 is none. */
export function fullVersion(epoch: number | undefined, version: string): string {
  return epoch ? `${epoch}:${version}` : version;
}

/** Source and `upstream` of `bash-5.2.15-3.fc38.src.rpm`. */
export function sourceOf(file: string | undefined): Pick<OsPackage, "source" | "upstream"> {
  const [, name, version] = /^(.+)-([^-]+-[^-]+)\.(?:no)?src\.rpm$/.exec(file ?? "") ?? [];
  if (file === undefined || name === undefined || version === undefined) return {};
  return { source: { name, version }, upstream: file };
}
