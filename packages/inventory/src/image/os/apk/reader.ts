import type { ImageFact, ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { visible } from "../history.ts";
import {
  keysOnly,
  type OsDatabase,
  type PlacedPackage,
  requiredName,
  unreadable,
} from "../package.ts";
import { textOf } from "../paragraphs.ts";
import { placedPackages } from "../placed.ts";
import { readInstalled, words } from "./installed.ts";

type ApkFact = OsDatabase | { readonly world: readonly string[] };

const INSTALLED = /^(?:usr\/)?lib\/apk\/db\/installed$/;
const WORLD = "etc/apk/world";

/**
 * The packages of Alpine, Wolfi and their kin. The SPDX documents that Wolfi's packages leave in `var/lib/db/sbom` say the same
 * packages once more and are not read.
 */
export const apkReader: ImageReader<ApkFact> = {
  id: "apk",
  everyVersion: true,
  wants: ({ path }) => INSTALLED.test(path) || path === WORLD,
  async extract({ path, content, isHidden }) {
    const text = await textOf(content);
    if (path === WORLD) return { world: words(text) };
    const database = readInstalled(text);
    return isHidden ? keysOnly(database) : database;
  },
  async assemble(facts, tree) {
    const current = visible(facts, tree);
    const databases = current.filter(isDatabase);
    const asked = current.flatMap(({ fact }) =>
      "world" in fact ? fact.world.map(requiredName) : [],
    );
    const packages = placedPackages(facts.filter(isDatabase), databases);
    const complete = asked.length === 0 ? packages : withDirect(packages, new Set(asked));
    const problems = databases.flatMap(({ path, fact }) => unreadable(path, fact.problems));
    return assemblePackages(complete, tree, { type: "apk", problems });
  },
};

function isDatabase(each: ImageFact<ApkFact>): each is ImageFact<OsDatabase> {
  return "packages" in each.fact;
}

/** What the world names, by a package's name or by what one provides. */
function withDirect(
  packages: readonly PlacedPackage[],
  asked: ReadonlySet<string>,
): readonly PlacedPackage[] {
  const names = new Set(packages.map(({ name }) => name));
  return packages.map((entry) => ({
    ...entry,
    direct:
      asked.has(entry.name) ||
      (entry.provides ?? []).some((name) => asked.has(name) && !names.has(name)),
  }));
}
