import { purlOf } from "../purl.ts";
import type { Distribution } from "../reader.ts";
import type { OsPackage } from "./package.ts";

/** Namespaces that purls and advisories use for what `/etc/os-release` calls otherwise. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ["rhel", "redhat"],
  ["rhcos", "redhat"],
  ["amzn", "amazon"],
  ["ol", "oracle"],
  ["sled", "suse"],
  ["archarm", "arch"],
]);

/** Who signs as vendor or maintainer where an image says nothing of its distribution. */
const VENDORS: readonly (readonly [RegExp, string])[] = [
  [/ubuntu/i, "ubuntu"],
  [/debian/i, "debian"],
  [/red hat/i, "redhat"],
  [/fedora/i, "fedora"],
  [/centos/i, "centos"],
  [/almalinux/i, "almalinux"],
  [/rocky/i, "rocky"],
  [/amazon/i, "amazon"],
  [/oracle/i, "oracle"],
  [/opensuse/i, "opensuse"],
  [/\bsuse\b/i, "suse"],
  [/vmware.*photon|photon/i, "photon"],
  [/microsoft/i, "azurelinux"],
  [/alpine/i, "alpine"],
  [/wolfi/i, "wolfi"],
];

/**
 * Whether somebody else than a distribution made a package: no distribution's advisories are about it. An rpm says its vendor; of a deb
 * the maintainer's address says it, as far as an address can. Packages that name nobody are the distribution's.
 */
export function isForeign(
  type: string,
  { vendor }: OsPackage,
  distribution: Distribution | undefined,
): boolean {
  if (vendor === undefined || (type !== "rpm" && type !== "deb")) return false;
  const own = distribution === undefined ? [] : [distribution.id, ...distribution.idLike];
  const text = vendor.toLowerCase();
  return (
    !VENDORS.some(([pattern]) => pattern.test(vendor)) &&
    !["alioth", "canonical", ...own].some((id) => id !== "" && text.includes(id.toLowerCase()))
  );
}

/** Types whose packages are no distribution's. */
const ALONE = new Set(["nix", "snap"]);

/** The namespace of a distribution's packages: its id, but for those that are known by another name. */
function namespaceOf({ id }: Distribution): string {
  if (id.startsWith("opensuse")) return "opensuse";
  if (/^sles\b|^sle[-_]|^sles_/.test(id)) return "suse";
  return NAMESPACES.get(id) ?? id.toLowerCase();
}

/** `debian-12`; the release's code name where it has no number yet. */
function distroOf({ id, versionId, codename }: Distribution): string {
  const release = versionId ?? codename;
  return release === undefined ? id : `${id}-${release}`;
}

/** The purl of a distribution's package, and whether its namespace is a guess. */
export interface OsPurl {
  readonly purl?: string;
  readonly guessed: boolean;
}

/**
 * Of a package: namespace, full version, `arch`, `distro` and, for advisories name source packages, `upstream`
 * (https://github.com/package-url/purl-spec, types `deb`, `apk`, `rpm`, `alpm`). An rpm's epoch is a qualifier.
 */
export function osPurl(
  type: string,
  entry: OsPackage,
  distribution: Distribution | undefined,
): OsPurl {
  const { name, version, arch, epoch, source, vendor = "" } = entry;
  if (entry.purl !== undefined) return { purl: entry.purl, guessed: false };
  const guess = VENDORS.find(([pattern]) => pattern.test(vendor))?.[1];
  const namespace =
    entry.namespace ?? (distribution === undefined ? guess : namespaceOf(distribution));
  if (namespace === undefined && !ALONE.has(type)) return { guessed: false };
  // The same on every distribution.
  const isAlone = ALONE.has(type);
  const upstream =
    entry.upstream ??
    (source === undefined || (source.name === name && source.version === undefined)
      ? undefined
      : `${source.name}${source.version === undefined ? "" : `@${source.version}`}`);
  const qualifiers = {
    arch,
    distro: isAlone ? undefined : distribution && distroOf(distribution),
    epoch: epoch?.toString(),
    upstream,
    ...entry.qualifiers,
  };
  const text = type === "rpm" ? version?.replace(/^\d+:/, "") : version;
  const purl = purlOf({
    type,
    namespace: isAlone ? undefined : namespace,
    name,
    version: text,
    qualifiers,
  });
  // Names that no purl can have are in no advisory either.
  if (purl === undefined) return { guessed: false };
  const isGuess = distribution === undefined && !isAlone && entry.namespace === undefined;
  return { purl, guessed: isGuess };
}
