import type { InstalledFiles } from "../../installed/files.ts";
import { packageMetadata } from "../../installed/metadata.ts";
import type { FoundPackage, InstalledPackage, SearchInstalled } from "../ecosystem.ts";

/** In a folder of gems: `specifications/<name>-<version>[-<platform>].gemspec`, beside `gems/` with the same names. */
export const searchGems: SearchInstalled = async ({ name, version }, files, folder) => {
  const stem = `${name}-${version}`;
  const found: FoundPackage[] = [];
  for (const home of await files.once(`gems ${folder}`, () => gemFolders(files, folder))) {
    const specifications = `${home}/specifications`;
    for (const file of await files.names(specifications)) {
      if (file !== `${stem}.gemspec` && !(file.startsWith(`${stem}-`) && file.endsWith(".gemspec")))
        continue;
      const path = `${specifications}/${file}`;
      const said = readGemspec((await files.text(path)) ?? "");
      const full = file.slice(0, -".gemspec".length);
      // What is built for one platform is another archive than the lockfile may mean.
      const archive = full === stem ? { archive: `${home}/cache/${full}.gem` } : {};
      const places = { folders: [`${home}/gems/${full}`], ...archive };
      if (said !== undefined) found.push({ ...said, path, ...places });
    }
  }
  return found;
};

/** `GEM_HOME` itself, or the folder of one version of Ruby below it. */
async function gemFolders(files: InstalledFiles, folder: string): Promise<readonly string[]> {
  const homes = [folder];
  for (const parent of [folder, `${folder}/ruby`, `${folder}/gems`])
    for (const name of await files.names(parent))
      if (/^(?:\d+\.\d+|jruby|truffleruby)/.test(name)) homes.push(`${parent}/${name}`);
  return homes;
}

/** What is looked at of one: a text that does not end is looked for from each quote. */
const MAX_LINE = 4000;
const TEXT = /"((?:[^"\\]|\\.)*)"/g;

/**
 * A specification as RubyGems writes it when it installs a gem: assignments of literals. Nothing is run; what somebody wrote by hand
 * is not understood.
 */
function readGemspec(text: string): InstalledPackage | undefined {
  if (!text.startsWith("# -*- encoding: utf-8 -*-\n# stub: ")) return undefined;
  const assigned = (field: string): readonly string[] => {
    const line = new RegExp(`^  s\\.${field} = (.*)$`, "m").exec(text)?.[1] ?? "";
    return [...line.slice(0, MAX_LINE).matchAll(TEXT)].map(([, literal = ""]) => plain(literal));
  };
  const entries = assigned("metadata");
  const link = (key: string) => entries[entries.indexOf(key) + 1];
  const [authors, emails] = [assigned("authors"), assigned("email")];
  const isPaired = authors.length === emails.length;
  const licenses = assigned("licenses");
  return {
    name: assigned("name")[0],
    version: /^ {2}s\.version = (?:Gem::Version\.new\()?"([^"]+)"/m.exec(text)?.[1],
    manifest: licenses.length === 0 ? {} : { licenses },
    metadata: packageMetadata({
      authors: authors.map((name, index) => ({
        name,
        email: isPaired ? emails[index] : undefined,
      })),
      description: assigned("summary")[0],
      homepage: assigned("homepage")[0],
      repository: entries.includes("source_code_uri") ? link("source_code_uri") : undefined,
    }),
  };
}

/** What Ruby's `dump` writes: `\\u{e9}`, `\\u00e9`, `\\"`. */
function plain(literal: string): string {
  return literal
    .replace(/\\u\{?([0-9a-fA-F]{1,6})\}?/g, (_, hex: string) => {
      const point = Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    })
    .replace(/\\n/g, " ")
    .replace(/\\(.)/g, "$1");
}
