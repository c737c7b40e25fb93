import { exclusion, formatOf } from "../../../../packages/inventory/src/discover.ts";
import { ECOSYSTEMS } from "../../../../packages/inventory/src/ecosystems/index.ts";
import { type Checkout, type Explanation, isBinary } from "./explanation.ts";

/** What is left out or listed on purpose. */
export const CHOICES: readonly Explanation[] = [
  {
    id: "ci-action",
    side: "theirs",
    verdict: "choice",
    sentence:
      "syft lists the actions that workflows use. They are no part of the product: `--include-ci` writes a document of their own.",
    explains: ({ found, places }) =>
      /^(?:github|other\/library)\//.test(found.name) &&
      places.every((place) => /(?:^|\/)\.github\/|(?:^|\/)action\.ya?ml$/.test(place)),
  },
  {
    id: "file",
    side: "theirs",
    verdict: "choice",
    sentence:
      "syft lists the files that it read as components. Ours names the file and line of each package as its evidence.",
    explains: ({ found }) => found.name.startsWith("other/file/"),
  },
  {
    id: "left-out",
    side: "theirs",
    verdict: "choice",
    sentence:
      "Test data, examples, vendored and installed packages are left out; each lockfile among them is listed as not looked at, and can be asked for by name.",
    explains: ({ places }, checkout) =>
      places.length > 0 && places.every((place) => isLeftOut(place, checkout)),
  },
  {
    id: "binary",
    side: "theirs",
    verdict: "choice",
    sentence:
      "Peers open archives and libraries that are committed to the repository. Ours reads what was locked, not what was built.",
    explains: ({ places }) => places.length > 0 && places.every(isBinary),
  },
  {
    id: "version-catalog",
    side: "theirs",
    verdict: "choice",
    sentence:
      "A version catalog of Gradle says what builds may ask for. Ours lists what lockfiles resolved, and reports each build that nothing locks.",
    explains: ({ places }, { unknown }) =>
      places.every((place) => place.endsWith(".versions.toml")) &&
      unknown.some((path) => /\.gradle(?:\.kts)?$/.test(path)),
  },
  {
    id: "unpinned",
    side: "ours",
    verdict: "choice",
    sentence:
      "What is asked for without a version is listed without one, with its range, and said to be incomplete.",
    explains: ({ found }) => found.version === "",
  },
];

function isLeftOut(place: string, { skipped }: Checkout): boolean {
  const isSaid = skipped.some((item) => place === item || place.startsWith(`${item}/`));
  // Only lockfiles are listed one by one.
  return isSaid || (exclusion(place) !== undefined && formatOf(place, ECOSYSTEMS) === undefined);
}
