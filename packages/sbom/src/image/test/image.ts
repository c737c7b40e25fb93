import type { Component, Edge, PackageGraph } from "@assay/inventory";
import type { ImageComponent, ImageInventory } from "@assay/inventory/image";
import type { ImageSubject } from "../subject.ts";

const digest = (character: string) => `sha256:${character.repeat(64)}`;

export const AMD64: ImageSubject = {
  name: "app",
  repository: "registry.example/team/app",
  digest: digest("a"),
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  configDigest: digest("c"),
  platform: { os: "linux", architecture: "amd64" },
  created: "2026-01-31T12:00:00.123456789Z",
  annotations: {
    "org.opencontainers.image.source": "https://git.example/team/app",
    "org.opencontainers.image.vendor": "Team",
  },
  labels: { "org.opencontainers.image.version": "1.2.3", maintainer: "somebody" },
  base: {
    name: "docker.io/library/debian:12",
    digest: digest("b"),
    layers: 1,
    method: "annotations",
    confidence: "claimed",
  },
};

export const ARM: ImageSubject = {
  ...AMD64,
  digest: digest("d"),
  platform: { os: "linux", architecture: "arm", variant: "v7" },
};

export const INDEX: ImageSubject = {
  name: "app",
  repository: "registry.example/team/app",
  digest: digest("e"),
  mediaType: "application/vnd.oci.image.index.v1+json",
};

const component = (given: Partial<Component> & { readonly name: string }): Component => ({
  id: `${given.ecosystem}:${given.name}`,
  kind: "library",
  ecosystem: "deb",
  firstParty: false,
  scope: "runtime",
  artifacts: [],
  location: { path: "var/lib/dpkg/status" },
  aliases: [],
  flags: [],
  ...given,
});

const at = (
  one: Component,
  path: string,
  layer: number,
  since: number,
  more: Partial<ImageComponent> = {},
): ImageComponent => ({
  component: one,
  places: [{ path, layer, since, evidence: "installed" }],
  ...more,
});

const libc = component({
  id: "libc6",
  name: "libc6",
  version: "2.36-9",
  purl: "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12",
  declaredLicense: "LGPL-2.1-or-later",
});
const python = component({
  id: "python3-six",
  name: "python3-six",
  version: "1.16.0-4",
  purl: "pkg:deb/debian/python3-six@1.16.0-4?arch=all&distro=debian-12",
});
const six = component({
  id: "six",
  name: "six",
  version: "1.16.0",
  ecosystem: "pypi",
  purl: "pkg:pypi/six@1.16.0",
  location: { path: "usr/lib/python3/dist-packages/six.dist-info/METADATA" },
});
const left = component({
  id: "left-pad",
  name: "left-pad",
  version: "1.3.0",
  ecosystem: "npm",
  purl: "pkg:npm/left-pad@1.3.0",
  declaredLicense: "WTFPL",
  location: { path: "app/node_modules/left-pad/package.json" },
});

function graph(
  path: string,
  format: string,
  ecosystem: string,
  components: readonly Component[],
  edges: readonly Edge[] | undefined,
): PackageGraph {
  return {
    path,
    format,
    ecosystem,
    roots: [],
    components,
    edges: edges ?? [],
    edgeCompleteness: edges === undefined ? "unknown" : "complete",
    covers: [],
    gaps: [],
  };
}

/** A Debian with a package of Python that the system brought, a package of npm in the upper layer, and a program that nothing explains. */
export const IMAGE: ImageInventory = {
  inventory: {
    graphs: [
      graph(
        "var/lib/dpkg/status",
        "dpkg",
        "deb",
        [libc, python],
        [{ from: "python3-six", to: "libc6", kind: "runtime" }],
      ),
      graph("app/node_modules", "node-modules", "npm", [left], undefined),
    ],
    skipped: [],
  },
  components: new Map([
    [
      "libc6",
      at(libc, "var/lib/dpkg/status", 1, 0, { source: { name: "glibc", version: "2.36-9" } }),
    ],
    ["python3-six", at(python, "var/lib/dpkg/status", 1, 1)],
    ["left-pad", at(left, "app/node_modules/left-pad/package.json", 1, 1)],
  ]),
  parts: new Map([["python3-six", [at(six, six.location.path, 1, 1)]]]),
  distribution: {
    id: "debian",
    idLike: [],
    versionId: "12",
    codename: "bookworm",
    prettyName: "Debian GNU/Linux 12 (bookworm)",
  },
  layers: [
    { digest: digest("1"), diffId: digest("2") },
    { digest: digest("3"), diffId: digest("4") },
  ],
  unidentified: [{ path: "app/tool", layer: 1, sha256: "f".repeat(64), kind: "elf" }],
  files: 5,
  skipped: [],
  notices: [],
  isHidden: () => false,
};
