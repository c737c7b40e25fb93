import { formatOf, matchesFile } from "../../../../packages/inventory/src/discover.ts";
import { ECOSYSTEMS } from "../../../../packages/inventory/src/ecosystems/index.ts";
import { bareName, type Explanation, hasName, isBinary, lastPart } from "./explanation.ts";

/** What is taken for a package, or for its version. */
export const VERSIONS: readonly Explanation[] = [
  {
    id: "own-manifest",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "The name in a manifest is taken for a package of the registry; it is the name of the folder's own project.",
    explains: ({ found, places }, { text }) =>
      places.length > 0 &&
      places.every(
        (place) =>
          isBinary(place) ||
          (isManifest(place) &&
            ownNames(text(place)).includes(bareName(found.name).replaceAll("_", "-"))),
      ),
  },
  {
    id: "range-as-version",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "A range in a manifest is no version. Ours reads the lockfile, or says that nothing locks the manifest.",
    explains: ({ found, places, other }, { text, unknown }) =>
      places.length > 0 &&
      places.every(
        (place) =>
          isManifest(place) &&
          isNamed(text(place), lastPart(found.name)) &&
          (hasName(other, found.name) || isRange(found.version) || unknown.includes(place)),
      ),
  },
  {
    id: "source-code",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "osv-scalibr reads imports and `pip install` lines of source code: ranges, or no versions at all.",
    explains: ({ found, places }) =>
      places.every((place) => /\.(?:ipynb|[cm]?[jt]sx?)$/.test(place)) &&
      (found.version === "" || isRange(found.version)),
  },
  {
    id: "go-directive",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "The `go` line of `go.mod` is the oldest language that the module asks for, not the standard library that it is built with.",
    explains: ({ found }) => found.name === "golang/stdlib",
  },
  {
    id: "go-sum",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "`go.sum` also holds checksums of what was looked at and not chosen, and `replace` may name what nobody requires.",
    explains: ({ found, places }, { text }) =>
      places.length > 0 && places.every((place) => isUnrequired(bareName(found.name), place, text)),
  },
  {
    id: "go-work",
    side: "theirs",
    verdict: "theirs",
    sentence:
      "In a workspace Go chooses one version for all modules, and the workspace's own modules win; each `go.mod` is read alone.",
    explains: ({ found, places, other }, { ours, text }) =>
      found.name.startsWith("golang/") &&
      text("go.work") !== "" &&
      places.every((place) => place.endsWith("go.mod")) &&
      (hasName(other, found.name) || ours.own.has(bareName(found.name))),
  },
];

const MANIFESTS = ECOSYSTEMS.flatMap(({ manifests = [] }) =>
  manifests.flatMap(({ files }) => files),
);

/** A manifest that ours does not read for its packages. */
function isManifest(place: string): boolean {
  const isKnown = matchesFile([...MANIFESTS, /\.versions\.toml$/, "setup.py"], place);
  return isKnown && formatOf(place, ECOSYSTEMS) === undefined;
}

function isRange(version: string): boolean {
  return /^\d+(?:\.\d+)?$|[<>=^~*]/.test(version);
}

function ownNames(text: string): readonly string[] {
  const said = text.matchAll(/(?:^|[\s{.])"?name"?\s*[:=]\s*(["'])(.*?)\1/g);
  return [...said].map(([, , name = ""]) => name.toLowerCase().replaceAll("_", "-"));
}

function isNamed(text: string, name: string): boolean {
  return text.toLowerCase().replaceAll("_", "-").includes(name.replaceAll("_", "-"));
}

function isUnrequired(module: string, place: string, text: (path: string) => string): boolean {
  const file = lastPart(place);
  if (file !== "go.mod" && file !== "go.sum") return false;
  const folder = place.slice(0, place.length - file.length);
  const mod = text(`${folder}go.mod`).toLowerCase();
  const isRequired = mod.replaceAll(/\breplace .*/g, "").includes(`${module} `);
  return !isRequired && `${mod}${text(`${folder}go.sum`).toLowerCase()}`.includes(`${module} `);
}
