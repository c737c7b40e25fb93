import type { Difference } from "../compare.ts";
import { type Explanation, escaped, lastPart } from "./explanation.ts";

/** What peers don't read. */
export const UNREAD: readonly Explanation[] = [
  {
    id: "unread-file",
    side: "ours",
    verdict: "theirs",
    sentence: "The peer reads nothing of the lockfile that the package is in.",
    explains: ({ places, other }) => places.every((place) => !isRead(place, other)),
  },
  {
    id: "development",
    side: "ours",
    verdict: "theirs",
    sentence:
      "syft leaves development and optional packages out of some lockfiles by default, those too that a member of the workspace needs at run time; which ones may differ from run to run. Ours lists all with their scope; `scope` leaves out what is not wanted.",
    explains: ({ peer, found }, { spare }) =>
      peer === "syft" && (spare.has(found.id) || spare.has(found.name)),
  },
  {
    id: "pom-property",
    side: "ours",
    verdict: "theirs",
    sentence:
      "osv-scalibr drops dependencies whose version is a property of a parent POM, though the parent lies beside.",
    explains: ({ peer, found, places }, { text }) => {
      const artifact = escaped(lastPart(found.name));
      const asked = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>\\$\\{`, "i");
      const isMaven = found.name.startsWith("maven/");
      return peer === "scalibr" && isMaven && places.every((place) => asked.test(text(place)));
    },
  },
  {
    id: "repository-source",
    side: "ours",
    verdict: "theirs",
    sentence: "osv-scalibr drops packages that `renv.lock` has from a repository of source code.",
    explains: ({ peer, found, places }) =>
      peer === "scalibr" &&
      found.name.startsWith("github/") &&
      places.every((place) => place.endsWith("renv.lock")),
  },
];

function isRead(place: string, { packages }: Difference["other"]): boolean {
  // The file itself is one of syft's components.
  return [...packages.values()].some(
    ({ name, places }) => places.has(place) && !name.startsWith("other/file/"),
  );
}
