import type { Difference } from "../compare.ts";
import { bareName, type Explanation, lastPart } from "./explanation.ts";

/** What is listed, under which name. */
export const NAMES: readonly Explanation[] = [
  {
    id: "own-package",
    side: "theirs",
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
    side: "theirs",
    verdict: "theirs",
    sentence:
      "What is linked from a folder, or comes with an SDK, gets a registry's purl. Ours has none for it.",
    explains: ({ found, places }, { ours }) =>
      namesOf(found.name).some((name) => places.some((place) => ours.local.get(name)?.has(place))),
  },
  {
    id: "real-name",
    verdict: "theirs",
    sentence:
      "Listed under an alias, or under the purl of a registry that it is not from. Ours has the real name and the source.",
    explains: hasOtherName,
  },
  {
    id: "gem-platform",
    verdict: "theirs",
    sentence: "A gem's platform is no part of its version.",
    explains: ({ found, other }) =>
      found.name.startsWith("gem/") &&
      (other.packages.has(found.id.replace(/-[^@]*$/, "")) ||
        [...other.packages.keys()].some((id) => id.startsWith(`${found.id}-`))),
  },
  {
    id: "subspec",
    verdict: "theirs",
    sentence: "A subspec is a part of its pod, not a package of its own.",
    explains: ({ found, other }) =>
      found.name.startsWith("cocoapods/") &&
      (other.packages.has(podOf(found.id)) ||
        other.local.has(bareName(podOf(found.name))) ||
        [...other.packages.keys()].some((id) => podOf(id) === found.id)),
  },
  {
    id: "misread",
    side: "theirs",
    verdict: "theirs",
    sentence: "It is no package: a comment, or an empty name.",
    explains: ({ found }) => /[#\s]|\/$/.test(found.name),
  },
];

/** syft calls members of npm's workspaces by their folders, and POMs name a group too. */
function namesOf(name: string): readonly string[] {
  return /^(?:maven|other)\/|^npm\/[^@]/.test(name)
    ? [bareName(name), lastPart(name)]
    : [bareName(name)];
}

/** Whether the other side has it, of the same file, under another name or of another type. */
function hasOtherName({ found, other }: Difference): boolean {
  return [...other.packages.values()].some(
    ({ name, titles, places }) =>
      name !== found.name &&
      titles.some((title) => found.titles.includes(title)) &&
      [...places].some((place) => found.places.has(place)),
  );
}

function podOf(id: string): string {
  const [name = "", version = ""] = id.split("@");
  const pod = name.split("/").slice(0, 2).join("/");
  return version === "" ? pod : `${pod}@${version}`;
}
