import { bareName, type Explanation, escaped } from "./explanation.ts";

/** Edges between packages that both have. osv-scalibr's documents have none. */
export const EDGES: readonly Explanation[] = [
  {
    id: "edge-by-name",
    verdict: "theirs",
    sentence:
      "Resolved by name alone: every version of the name, or one of another lockfile. Ours follows the package manager's own resolution.",
    explains: ({ side, found, to, other }, { ours }) =>
      [...other.edges].some((edge) => edge.startsWith(`${found.id} > ${to?.name}@`)) ||
      (side === "theirs" &&
        (ours.own.has(bareName(to?.name ?? "")) ||
          ![...(to?.places ?? [])].some((place) => found.places.has(place)))),
  },
  {
    id: "edge-reversed",
    verdict: "theirs",
    sentence: "syft's edges of `packages.lock.json` lead the other way: from what is needed.",
    explains: ({ found, to, other }) =>
      found.name.startsWith("nuget/") && other.edges.has(`${to?.id} > ${found.id}`),
  },
  {
    id: "edge-of-extra",
    side: "theirs",
    verdict: "theirs",
    sentence: "An extra's packages are needed only where somebody asks for the extra.",
    explains: ({ found, to, places }, { text }) =>
      places.some((place) =>
        blocksOf(text(place), found.name).some((block) => {
          const extras = block.split("[package.extras]")[1];
          return extras !== undefined && pattern(to?.name).test(extras);
        }),
      ),
  },
  {
    id: "edge-of-marker",
    side: "theirs",
    verdict: "theirs",
    sentence: "The marker is never true for the Pythons that the project supports.",
    explains: ({ found, to, places }, { text }) =>
      places.some((place) => isMarked(text(place), found.name, to?.name, /;|marker/)),
  },
  {
    id: "edge-kind",
    side: "ours",
    verdict: "theirs",
    sentence:
      "syft has no edges of peer and optional dependencies, nor to packages under another name. Ours has those that the lockfile resolves.",
    explains: ({ found, to }, { special }) => special.has(`${found.id} > ${to?.id}`),
  },
  {
    id: "edge-of-one",
    side: "ours",
    verdict: "theirs",
    sentence:
      "Of a package in several lockfiles, or in several versions, syft has the edges of one. Ours has those of all.",
    explains: ({ found, to, places, other }) =>
      places.length > 1 ||
      (to?.places.size ?? 0) > 1 ||
      [...other.packages.values()].some(
        ({ name, id }) => name === found.name && id !== found.id && hasEdges(other.edges, id),
      ),
  },
  {
    id: "edges-unread",
    side: "ours",
    verdict: "theirs",
    sentence: "The peer has the package and none of its edges.",
    explains: ({ found, other }) => !hasEdges(other.edges, found.id),
  },
  {
    id: "edge-of-conflict",
    side: "ours",
    verdict: "theirs",
    sentence:
      "syft drops edges whose marker names extras that exclude each other, as uv writes them.",
    explains: ({ found, to, places }, { text }) =>
      places.some((place) => isMarked(text(place), found.name, to?.name, /\bextra ==/)),
  },
];

function hasEdges(edges: ReadonlySet<string>, from: string): boolean {
  return [...edges].some((edge) => edge.startsWith(`${from} > `));
}

/** Whether a package of a TOML list asks for another one under a marker. */
function isMarked(text: string, name: string, other: string | undefined, marker: RegExp): boolean {
  return blocksOf(text, name).some((block) =>
    block.split("\n").some((line) => pattern(other).test(line) && marker.test(line)),
  );
}

function blocksOf(text: string, name: string): readonly string[] {
  const named = new RegExp(`^name = "${escaped(bareName(name))}"`, "im");
  return text.split("[[package]]").filter((block) => named.test(block));
}

function pattern(name = ""): RegExp {
  return new RegExp(`(?<![\\w-])${escaped(bareName(name))}(?![\\w-])`, "i");
}
