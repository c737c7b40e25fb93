import type { parsePurl } from "@assay/purl";
import type { PackageQuery } from "../match.ts";

type Parts = ReturnType<typeof parsePurl>;

/** By purl type and namespace: OSV's ecosystem, and how it writes the release that `distro` names. */
const DISTRIBUTIONS: ReadonlyMap<string, readonly [string, ((release: string) => string)?]> =
  new Map([
    ["deb/debian", ["Debian", (release: string) => release.split(".", 1)[0] ?? ""]],
    ["deb/ubuntu", ["Ubuntu", lts]],
    ["apk/alpine", ["Alpine", (release: string) => `v${release.split(".", 2).join(".")}`]],
    ["apk/wolfi", ["Wolfi"]],
    ["apk/chainguard", ["Chainguard"]],
    ["apk/minimos", ["MinimOS"]],
    ["rpm/almalinux", ["AlmaLinux", (release: string) => release.split(".", 1)[0] ?? ""]],
    ["rpm/rocky", ["Rocky Linux", (release: string) => release.split(".", 1)[0] ?? ""]],
    ["rpm/rocky-linux", ["Rocky Linux", (release: string) => release.split(".", 1)[0] ?? ""]],
    ["rpm/redhat", ["Red Hat"]],
    ["rpm/mageia", ["Mageia", (release: string) => release]],
    ["rpm/opensuse", ["openSUSE"]],
    ["rpm/suse", ["SUSE"]],
    ["rpm/openeuler", ["openEuler"]],
    ["rpm/photon", ["Photon OS"]],
    ["rpm/azurelinux", ["Azure Linux", (release: string) => release.split(".", 1)[0] ?? ""]],
  ] as const);

/** Their advisories list the packages that are installed: the source's name is among them only where one is called so. */
const BY_BINARY = new Set(["AlmaLinux", "Red Hat"]);

/** Ubuntu's releases of April in even years have long support, and OSV says so. */
function lts(release: string): string {
  const isLong = /^\d?[02468]\.04$/.test(release);
  return isLong ? `${release}:LTS` : release;
}

/**
 * A distribution's package by the name that its advisories have, mostly the source package's, and by release, https://github.com/package-url/purl-spec (`distro`, `upstream`).
 * `undefined` where its purl is no distribution's.
 */
export function distributionQuery(
  { type, namespace, name, qualifiers }: Parts,
  version: string | undefined,
): PackageQuery | undefined {
  const [ecosystem, suffix] = DISTRIBUTIONS.get(`${type}/${namespace}`) ?? [];
  if (ecosystem === undefined) return undefined;
  // `12` of `debian-12`, and `3.21` of Alpine's edge, which is `alpine-3.21_alpha20240807`.
  const release = /(?:^|-)(\d+(?:\.\d+)*)/.exec(qualifiers?.["distro"] ?? "")?.[1];
  // `upstream=openssl@3.0.1-1` where the source's version is another one.
  const [source, own] = (qualifiers?.["upstream"] ?? qualifiers?.["origin"] ?? "").split("@", 2);
  const epoch = qualifiers?.["epoch"];
  const whole = own || version;
  return {
    ecosystem: suffix && release ? `${ecosystem}:${suffix(release)}` : ecosystem,
    name: (!BY_BINARY.has(ecosystem) && source?.replace(/-[^-]+-[^-]+\.src\.rpm$/, "")) || name,
    ...(whole === undefined
      ? {}
      : { version: epoch && !whole.includes(":") ? `${epoch}:${whole}` : whole }),
  };
}
