import { exclusion, formatOf, matchesFile } from "../../../packages/inventory/src/discover.ts";
import { ECOSYSTEMS } from "../../../packages/inventory/src/ecosystems/index.ts";
import type { Difference } from "./compare.ts";
import {
  bareName,
  type Checkout,
  type Explanation,
  escaped,
  fileName,
  lastPart,
} from "./explanation.ts";

/** What a peer has and ours has not. */
const THEIRS: readonly Explanation[] = [
  {
    id: "ci-action",
    verdict: "choice",
    sentence:
      "syft lists actions that workflows use. They are no part of the product: `--include-ci` writes a document of their own.",
    explains: ({ found, places }) =>
      /^(?:github|other\/library)\//.test(found.name) &&
      places.every((place) => /(?:^|\/)\.github\/|(?:^|\/)action\.ya?ml$/.test(place)),
  },
  {
    id: "file",
    verdict: "choice",
    sentence:
      "syft lists the files that it read as components. Ours names the file and line of each package as its evidence.",
    explains: ({ found }) => found.name.startsWith("other/file/"),
  },
  {
    id: "left-out",
    verdict: "choice",
    sentence:
      "Test data, examples, vendored and installed packages are left out; each lockfile among them is listed as not looked at, and can be asked for by name.",
    explains: ({ places }, checkout) =>
      places.length > 0 && places.every((place) => isLeftOut(place, checkout)),
  },
  {
    id: "binary",
    verdict: "choice",
    sentence:
      "Archives and libraries committed to the repository are opened by the peers; ours reads what was locked, not what was built.",
    explains: ({ places }) =>
      places.length > 0 &&
      places.every((place) => /\.(?:jar|war|whl|egg|dll|exe|so|nupkg|gem)(?:\/|$)/i.test(place)),
  },
  {
    id: "notebook",
    verdict: "theirs",
    sentence: "osv-scalibr reads `pip install` lines of notebooks: names without versions.",
    explains: ({ places }) => places.every((place) => place.endsWith(".ipynb")),
  },
  {
    id: "own-package",
    verdict: "theirs",
    sentence:
      "The repository's own packages get a registry's purl, under which somebody else's may be found. Ours have the repository's, with the folder.",
    explains: ({ found }, { ours }) =>
      namesOf(found.name).some((name) => {
        const versions = ours.own.get(name);
        const isNone = /^(?:$|0\.0\.0-use\.local$|link:|workspace:)/.test(found.version);
        return (
          versions !== undefined && (isNone || versions.has("") || versions.has(found.version))
        );
      }),
  },
  {
    id: "local-package",
    verdict: "theirs",
    sentence:
      "What is linked from a folder, or comes with an SDK, gets a registry's purl. Ours has no purl for it.",
    explains: ({ found }, { ours }) => namesOf(found.name).some((name) => ours.local.has(name)),
  },
  {
    id: "own-manifest",
    verdict: "theirs",
    sentence:
      "The name in a manifest is taken for a package of the registry; it is the name of the folder's own project.",
    explains: ({ found, places }, { text }) =>
      places.length > 0 &&
      places.every(
        (place) =>
          isManifest(place) &&
          ownNames(text(place)).includes(bareName(found.name).replaceAll("_", "-")),
      ),
  },
  {
    id: "range-as-version",
    verdict: "theirs",
    sentence:
      "A range in a manifest is no version. Ours reads the lockfile, or says that nothing locks the manifest.",
    explains: ({ found, places, other }, { text, unknown }) =>
      places.length > 0 &&
      places.every(
        (place) =>
          isManifest(place) &&
          isNamed(text(place), lastPart(found.name)) &&
          (hasName(found.name, other) || isRange(found.version) || unknown.includes(place)),
      ),
  },
  {
    id: "version-catalog",
    verdict: "choice",
    sentence:
      "A version catalog of Gradle says what builds may ask for. Ours lists what lockfiles resolved, and reports each build that nothing locks.",
    explains: ({ places }, { unknown }) =>
      places.every((place) => place.endsWith(".versions.toml")) &&
      unknown.some((path) => /\.gradle(?:\.kts)?$/.test(path)),
  },
  {
    id: "pinned-to-lower-bound",
    verdict: "theirs",
    sentence: "The lower bound of a requirement is taken for the version (`>=1.2` for `1.2`).",
    explains: ({ found, places }, { text }) =>
      places.some((place) =>
        new RegExp(`^${escaped(lastPart(found.name))}[^=]*[>~]=`, "im").test(text(place)),
      ),
  },
  {
    id: "real-name",
    verdict: "theirs",
    sentence: "",
    explains: hasOtherName,
  },
  {
    id: "go-directive",
    verdict: "theirs",
    sentence:
      "The `go` line of `go.mod` is the oldest language that the module asks for, not the standard library that it is built with.",
    explains: ({ found }) => found.name === "golang/stdlib",
  },
  {
    id: "go-sum",
    verdict: "theirs",
    sentence:
      "`go.sum` also holds checksums of modules and versions that were looked at and not chosen, and `replace` may name what nobody requires.",
    explains: ({ found, places }, { text }) =>
      places.length > 0 && places.every((place) => isOnlyInSum(bareName(found.name), place, text)),
  },
  {
    id: "go-work",
    verdict: "theirs",
    sentence:
      "In a workspace Go chooses one version for all modules, and the workspace's own modules win; each `go.mod` is read alone.",
    explains: ({ found, places, other }, { ours, text }) =>
      found.name.startsWith("golang/") &&
      text("go.work") !== "" &&
      places.every((place) => place.endsWith("go.mod")) &&
      (hasName(found.name, other) || ours.own.has(bareName(found.name))),
  },
  {
    id: "gem-platform",
    verdict: "theirs",
    sentence: "A gem's platform is no part of its version.",
    explains: ({ found, other }) =>
      found.name.startsWith("gem/") && other.packages.has(found.id.replace(/-[^@]*$/, "")),
  },
  {
    id: "subspec",
    verdict: "theirs",
    sentence: "A subspec is a part of its pod, not a package of its own.",
    explains: ({ found, other }) =>
      found.name.startsWith("cocoapods/") &&
      (other.packages.has(podOf(found.id)) || other.local.has(bareName(podOf(found.name)))),
  },
  {
    id: "misread",
    verdict: "theirs",
    sentence: "It is no package: a comment, a keyword or an empty name.",
    explains: ({ found }) => /[#:$]|\s|\/$|\/unknown$|^other\/library\/\.$/.test(found.name),
  },
];

/** What ours has and a peer has not. */
const OURS: readonly Explanation[] = [
  {
    id: "unread-file",
    verdict: "theirs",
    sentence: "The peer reads nothing of the lockfile that the package is in.",
    explains: ({ places, other }) => places.every((place) => !isRead(place, other)),
  },
  {
    id: "development",
    verdict: "theirs",
    sentence:
      "syft leaves development and optional packages out of some lockfiles, those too that a member of the workspace needs at run time. Ours lists all with their scope; `scope` leaves out what is not wanted.",
    explains: ({ peer, found }, { spare }) =>
      peer === "syft" && (spare.has(found.id) || spare.has(found.name)),
  },
  {
    id: "gem-platform",
    verdict: "theirs",
    sentence: "",
    explains: ({ found, other }) =>
      found.name.startsWith("gem/") && hasId(other, (id) => id.startsWith(`${found.id}-`)),
  },
  {
    id: "subspec",
    verdict: "theirs",
    sentence: "",
    explains: ({ found, other }) =>
      found.name.startsWith("cocoapods/") && hasId(other, (id) => podOf(id) === found.id),
  },
  {
    id: "pom-properties",
    verdict: "theirs",
    sentence:
      "osv-scalibr drops dependencies whose version is a property of a parent POM, though the parent lies beside.",
    explains: ({ peer, found, places }, { text }) =>
      peer === "scalibr" &&
      found.name.startsWith("maven/") &&
      places.every((place) =>
        new RegExp(
          `<artifactId>${escaped(lastPart(found.name))}</artifactId>\\s*<version>\\$\\{`,
          "i",
        ).test(text(place)),
      ),
  },
  {
    id: "unpinned",
    verdict: "choice",
    sentence:
      "What is asked for without a version is listed without one, with its range, and said to be incomplete.",
    explains: ({ found }) => found.version === "",
  },
  {
    id: "real-name",
    verdict: "theirs",
    sentence:
      "Listed under an alias, or a source repository's package under a registry's purl; ours has the real name and the source.",
    explains: hasOtherName,
  },
];

export const PACKAGE_EXPLANATIONS = { theirs: THEIRS, ours: OURS };

/** Whether the other side has it, of the same file, under another name. */
function hasOtherName({ found, other }: Difference): boolean {
  return [...other.packages.values()].some(({ name, version, places }) => {
    if (name === found.name || ![...places].some((place) => found.places.has(place))) return false;
    const [one, two] = [lastPart(name), lastPart(found.name)];
    const isAlias = version === found.version && (one.startsWith(two) || two.startsWith(one));
    return isAlias || (one === two && name.split("/")[0] !== found.name.split("/")[0]);
  });
}

function isLeftOut(place: string, { skipped }: Checkout): boolean {
  const isSaid = skipped.some((item) => place === item || place.startsWith(`${item}/`));
  // Only lockfiles are listed one by one.
  return isSaid || (exclusion(place) !== undefined && formatOf(place, ECOSYSTEMS) === undefined);
}

/** syft calls members of npm's workspaces by their folders, and POMs name a group too. */
function namesOf(name: string): readonly string[] {
  return /^(?:maven|other)\/|^npm\/[^@]/.test(name)
    ? [bareName(name), lastPart(name)]
    : [bareName(name)];
}

function isRange(version: string): boolean {
  return /^\d+(?:\.\d+)?$|[<>=^~*]/.test(version);
}

const MANIFESTS = ECOSYSTEMS.flatMap(({ manifests = [] }) =>
  manifests.flatMap(({ files }) => files),
);

/** A manifest that ours does not read for its packages. */
function isManifest(place: string): boolean {
  const isKnown = matchesFile([...MANIFESTS, "libs.versions.toml", "setup.py"], place);
  return isKnown && formatOf(place, ECOSYSTEMS) === undefined;
}

function ownNames(text: string): readonly string[] {
  const said = text.matchAll(/(?:^|[\s{.])"?name"?\s*[:=]\s*(["'])(.*?)\1/g);
  return [...said].map(([, , name = ""]) => name.toLowerCase().replaceAll("_", "-"));
}

function isNamed(text: string, name: string): boolean {
  return text.toLowerCase().replaceAll("_", "-").includes(name.replaceAll("_", "-"));
}

function isOnlyInSum(module: string, place: string, text: (path: string) => string): boolean {
  if (fileName(place) !== "go.mod" && fileName(place) !== "go.sum") return false;
  const folder = place.slice(0, place.length - fileName(place).length);
  const [mod, sum] = [`${folder}go.mod`, `${folder}go.sum`].map((path) => text(path).toLowerCase());
  const [required = "", named] = [mod?.replaceAll(/\breplace .*/g, ""), `${module} `];
  return `${mod}${sum}`.includes(named) && !required.includes(named);
}

function hasName(name: string, { packages }: Difference["other"]): boolean {
  return [...packages.values()].some((each) => each.name === name);
}

function hasId({ packages }: Difference["other"], test: (id: string) => boolean): boolean {
  return [...packages.keys()].some(test);
}

function podOf(id: string): string {
  const [name = "", version = ""] = id.split("@");
  const pod = name.split("/").slice(0, 2).join("/");
  return version === "" ? pod : `${pod}@${version}`;
}

function isRead(place: string, { packages }: Difference["other"]): boolean {
  // The file itself is one of syft's components.
  return [...packages.values()].some(
    ({ name, places }) => places.has(place) && !name.startsWith("other/file/"),
  );
}
