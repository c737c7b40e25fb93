import type { ImageFact, ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { readStatus } from "../dpkg/status.ts";
import { visible } from "../history.ts";
import { keysOnly, type OsDatabase, unreadable } from "../package.ts";
import { textOf } from "../paragraphs.ts";
import { placedPackages } from "../placed.ts";

type OpkgFact = OsDatabase | { readonly of: string; readonly files: string };

const STATUS = /^(?:(?:usr|var)\/)?lib\/opkg\/status$/;
const LIST = /^(?:(?:usr|var)\/)?lib\/opkg\/info\/([^/]+)\.list$/;

/** Packages of OpenWrt and Yocto: dpkg's syntax at other places. */
export const opkgReader: ImageReader<OpkgFact> = {
  id: "opkg",
  everyVersion: true,
  wants: ({ path }) => STATUS.test(path) || LIST.test(path),
  async extract({ path, content, isHidden }) {
    const text = await textOf(content);
    const of = LIST.exec(path)?.[1];
    if (of !== undefined) return isHidden ? undefined : { of, files: withoutModes(text) };
    const database = readStatus(text);
    return isHidden ? keysOnly(database) : database;
  },
  async assemble(facts, tree) {
    const current = visible(facts, tree);
    const databases = current.filter(isDatabase);
    const files = new Map(
      current.flatMap(({ fact }) => ("of" in fact ? [[fact.of, fact.files] as const] : [])),
    );
    const packages = placedPackages(facts.filter(isDatabase), databases).map((entry) => ({
      ...entry,
      // The folder of its recipe, which is no name: `feeds/base/libs/openssl`.
      source: entry.source?.name.includes("/") ? undefined : entry.source,
      files: files.get(entry.name),
    }));
    const problems = databases.flatMap(({ path, fact }) => unreadable(path, fact.problems));
    return assemblePackages(packages, tree, { type: "opkg", problems });
  },
};

function isDatabase(each: ImageFact<OpkgFact>): each is ImageFact<OsDatabase> {
  return "packages" in each.fact;
}

/** Yocto's lists have mode and target behind a tab. */
function withoutModes(text: string): string {
  return text.replaceAll(/\t.*$/gm, "");
}
