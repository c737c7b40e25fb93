import type { ImageComponent } from "../../../../packages/inventory/src/image/reader.ts";
import type { PeerPackage } from "./peers.ts";
import { plainPurl } from "./peers.ts";

/** Why a peer has a package that ours has not, or the other way. */
export interface Difference {
  readonly id: string;
  readonly who: "theirs" | "choice";
  /** For `docs/accuracy.md`. */
  readonly why: string;
  readonly ofTheirs?: (theirs: PeerPackage, ours: Ours) => boolean;
  readonly ofOurs?: (ours: ImageComponent, theirs: readonly PeerPackage[]) => boolean;
}

export interface Ours {
  readonly all: readonly ImageComponent[];
  /** By type, namespace, name and version; in lower case. */
  has(purl: string): boolean;
}

const nameAndVersion = (purl: string) => purl.slice(purl.lastIndexOf("/") + 1).toLowerCase();
const nameOf = ({ component: { name, version } }: ImageComponent) =>
  `${name.slice(name.lastIndexOf(":") + 1)}@${version}`.toLowerCase();

/** The first that holds is the one. */
export const DIFFERENCES: readonly Difference[] = [
  {
    id: "image-fixture",
    who: "theirs",
    why: "A `package.json` inside of a package (its tests, its templates) is no installed package. Ours reads those at the root of a folder in `node_modules`.",
    ofTheirs: ({ purl, paths }) =>
      purl.startsWith("pkg:npm/") &&
      paths.every((path) => /node_modules\/(?:@[^/]+\/)?[^/]+\/(?!node_modules\/).*\//.test(path)),
  },
  {
    id: "image-not-installed",
    who: "theirs",
    why: "A lockfile also has packages for development and other platforms. Ours lists those that are installed, and those that are needed to run; what is left out is counted.",
    ofTheirs: ({ paths }) =>
      paths.every((path) => /(?:package-lock\.json|pnpm-lock\.yaml|lock\.yaml)$/.test(path)),
  },
  {
    id: "image-own-package",
    who: "theirs",
    why: "The application itself gets a registry's purl, under which somebody else's may be found. Ours is the image's own; a `package.json` of which nothing is installed is none.",
    ofTheirs: ({ purl, paths }, { all }) =>
      all.some((each) => each.component.firstParty && nameOf(each) === nameAndVersion(purl)) ||
      (purl.startsWith("pkg:npm/") && paths.every((path) => !path.includes("node_modules/"))),
    ofOurs: ({ component }) => component.firstParty,
  },
  {
    id: "image-invented-group",
    who: "theirs",
    why: "A jar without a POM has no group: the peers take the artifact's name, a class or a module for one, under which no advisory is found. Ours has the group that its manifest, a POM of those that need it or a list of widely used packages says, and else no purl.",
    ofTheirs: ({ purl }, { all }) =>
      purl.startsWith("pkg:maven/") &&
      all.some(
        (each) =>
          nameAndVersion(purl).endsWith(nameOf(each)) ||
          nameOf(each).endsWith(nameAndVersion(purl)),
      ),
    ofOurs: ({ component, places }) =>
      component.ecosystem === "maven" && places.some(({ evidence }) => evidence === "file-name"),
  },
  {
    id: "image-stray-record",
    who: "theirs",
    why: "A `pom.properties` that lies in no archive is no package.",
    ofTheirs: ({ paths }) => paths.every((path) => path.endsWith("pom.properties")),
  },
  {
    id: "image-lower-case",
    who: "theirs",
    why: "osv-scalibr writes names of Maven in lower case; they are not.",
    ofTheirs: ({ purl }, { has }) => has(purl.toLowerCase()),
    ofOurs: ({ component }, theirs) =>
      theirs.some(({ purl }) => purl === plainPurl(component.purl ?? "").toLowerCase()),
  },
  {
    id: "image-vendored",
    who: "theirs",
    why: "The peers do not list what pip brings along in `_vendor`. Ours does, as bundled.",
    ofOurs: ({ component }) => component.flags.includes("bundled"),
  },
  {
    id: "image-unread",
    who: "theirs",
    why: "osv-scalibr does not read what Composer writes of its folder `vendor`.",
    ofOurs: ({ component }, theirs) =>
      component.ecosystem === "composer" &&
      theirs.every(({ purl }) => !purl.startsWith("pkg:composer/")),
  },
  {
    id: "image-lockfile",
    who: "choice",
    why: "syft reads no lockfiles in images. Ours does, and says of a package that it is only locked.",
    ofOurs: ({ places }) => places.every(({ evidence }) => evidence === "lockfile"),
  },
];
