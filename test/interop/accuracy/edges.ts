import { bareName, type Explanation, escaped } from "./explanation.ts";

/** Edges of a peer that ours has not. osv-scalibr's documents have none. */
const THEIRS: readonly Explanation[] = [
  {
    id: "edge-by-name",
    verdict: "theirs",
    sentence:
      "Resolved by name alone: every version of the name, or one of another lockfile. Ours follows the package manager's own resolution.",
    explains: ({ found, to, other }, { ours }) =>
      hasOtherTarget(other.edges, found.id, to?.name) ||
      ours.own.has(bareName(to?.name ?? "")) ||
      ![...(to?.places ?? [])].some((place) => found.places.has(place)),
  },
  {
    id: "edge-of-extra",
    verdict: "theirs",
    sentence: "An extra's packages are needed only where somebody asks for the extra.",
    explains: ({ found, to, places }, { text }) =>
      places.some(
        (place) =>
          place.endsWith("poetry.lock") &&
          isNamedAfter(text(place), found.name, "[package.extras]", to?.name),
      ),
  },
  {
    id: "edge-of-marker",
    verdict: "theirs",
    sentence: "The marker is never true for the Pythons that the project supports.",
    explains: ({ found, to, places }, { text }) =>
      places.some((place) => isMarked(text(place), found.name, to?.name)),
  },
  {
    id: "edge-left-out",
    verdict: "choice",
    sentence: "It stands in a lockfile among test data or examples, which is left out.",
    explains: ({ places }, { skipped }) => places.some((place) => skipped.includes(place)),
  },
];

/** Edges of ours that a peer has not. */
const OURS: readonly Explanation[] = [
  {
    id: "edge-by-name",
    verdict: "theirs",
    sentence: "",
    explains: ({ found, to, other }) => hasOtherTarget(other.edges, found.id, to?.name),
  },
  {
    id: "edge-kind",
    verdict: "theirs",
    sentence:
      "syft has no edges of peer and optional dependencies, nor to packages under another name. Ours has those that the lockfile resolves.",
    explains: ({ found, to }, { special }) => special.has(`${found.id} > ${to?.id}`),
  },
  {
    id: "edge-other-lockfile",
    verdict: "theirs",
    sentence:
      "Of a package in several lockfiles, or in several versions, syft has the edges of one. Ours has those of all.",
    explains: ({ found, to, places, other }) =>
      places.length > 1 ||
      (to?.places.size ?? 0) > 1 ||
      ![...other.edges].some((edge) => edge.startsWith(`${found.id} > `)),
  },
  {
    id: "edge-of-conflict",
    verdict: "theirs",
    sentence:
      "syft drops edges whose marker names extras that exclude each other, as uv writes them.",
    explains: ({ found, to, places }, { text }) =>
      places.some((place) => isMarked(text(place), found.name, to?.name, /\bextra ==/)),
  },
  {
    id: "edges-unread",
    verdict: "theirs",
    sentence: "The peer reads packages of this lockfile and no edges.",
    explains: ({ places, other }) =>
      ![...other.edges].some((edge) => {
        const from = other.packages.get(edge.split(" > ")[0] ?? "");
        return places.some((place) => from?.places.has(place));
      }),
  },
];

export const EDGE_EXPLANATIONS = { theirs: THEIRS, ours: OURS };

/** Whether a package asks for another version of the name. */
function hasOtherTarget(edges: ReadonlySet<string>, from: string, name = ""): boolean {
  return [...edges].some((edge) => edge.startsWith(`${from} > ${name}@`));
}

/** Whether a table of the package in a TOML list names another package after `header`. */
function isNamedAfter(text: string, name: string, header: string, other = ""): boolean {
  return blocksOf(text, name).some((block) => {
    const after = block.split(header)[1];
    return after !== undefined && pattern(other).test(after);
  });
}

function isMarked(text: string, name: string, other = "", marker = /;|marker/): boolean {
  return blocksOf(text, name).some((block) =>
    block.split("\n").some((line) => pattern(other).test(line) && marker.test(line)),
  );
}

function blocksOf(text: string, name: string): readonly string[] {
  return text
    .split("[[package]]")
    .filter((block) => new RegExp(`^name = "${escaped(bareName(name))}"`, "im").test(block));
}

function pattern(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${escaped(bareName(name))}(?![\\w-])`, "i");
}
