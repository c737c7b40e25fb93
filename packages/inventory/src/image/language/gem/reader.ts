import { addTo, UsageError } from "@assay/core";
import type { Edge } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { purlOf } from "../../purl.ts";
import type { ImageReader, ImageTree } from "../../reader.ts";
import { baseName, componentOf, isNamed, textOfFile } from "../record.ts";

const MAX_BYTES = 1024 * 1024;
const MAX_NEEDS = 1000;
/** Of one gem: no image has more of one name. */
const MAX_VERSIONS = 50;

interface GemRecord {
  readonly name: string;
  readonly version: string;
  readonly platform: string | undefined;
  readonly licenses: readonly string[];
  readonly needs: readonly { readonly name: string; readonly range: string }[];
}

/** Gems by the specifications that RubyGems writes when it installs them: they are Ruby, and are read as text. */
export const gemInstalled: ImageReader<GemRecord> = {
  id: "gem",
  wants: ({ path }) =>
    path.endsWith(".gemspec") && /(?:^|\/)specifications\/(?:default\/)?[^/]+$/.test(path),
  extract: async (file) => {
    const record = readSpecification(baseName(file.path), await textOfFile(file, MAX_BYTES));
    if (!isNamed(record.name, record.version))
      throw new UsageError(`${file.path} names no gem and version`);
    return record;
  },
  assemble: async (facts, tree) => {
    const components = facts.map(({ fact: { name, version, platform, licenses }, ...place }) =>
      componentOf(place, {
        // One version may be there for several platforms.
        key: baseName(place.path),
        name,
        version,
        ecosystem: "gem",
        purl: purlOf({ type: "gem", name, version, qualifiers: { platform } }),
        declaredLicense: licenses.length < 2 ? licenses[0] : licenses,
        // What comes with Ruby itself.
        flags: place.path.includes("/specifications/default/") ? ["bundled"] : [],
      }),
    );
    const byName = new Map<string, typeof components>();
    const byHome = new Map<string, typeof components>();
    const keyOf = (path: string, name: string) => `${homeOf(path)} ${name}`;
    for (const each of components) {
      const { name, location } = each.component;
      addTo(byName, name, each);
      addTo(byHome, keyOf(location.path, name), each);
    }
    const edges = facts.flatMap(({ path, fact: { needs } }, index) =>
      needs.flatMap(({ name, range }): readonly Edge[] => {
        // Of several versions nobody can say which one a program gets.
        const some = byHome.get(keyOf(path, name)) ?? byName.get(name) ?? [];
        const from = components[index]?.component.id ?? "";
        return some.slice(0, MAX_VERSIONS).map(({ component: { id: to } }) => ({
          from,
          to,
          kind: "runtime",
          ...(range === "" ? {} : { requirement: range }),
        }));
      }),
    );
    const built = facts.flatMap(({ path }) => builtFolders(path, tree));
    return {
      components,
      edges: sortedEdges(edges.filter(({ from, to }) => from !== to)),
      explained: built,
    };
  },
};

function homeOf(path: string): string {
  return folderOf(path).replace(/\/default$/, "");
}

/** Its own folder, where what it built lies too; newer versions keep that in `extensions/<platform>/<api>/<gem>/` beside. */
function builtFolders(path: string, tree: ImageTree): readonly string[] {
  const full = baseName(path).slice(0, -".gemspec".length);
  const own = `${folderOf(homeOf(path))}/gems/${full}`;
  return tree.has(own) ? [`${own}/`] : [];
}

const DEPENDENCY =
  /\.add_(?:runtime_)?dependency\(?\s*(?:%q<([^>\n]{1,200})>|["']([^"'\n]{1,200})["'])(?:\.freeze)?\s*,?([^\n]{0,1000})/g;

/** https://guides.rubygems.org/specification-reference/ */
function readSpecification(file: string, text: string): GemRecord {
  const [, stubName, stubVersion, stubPlatform] =
    /^# stub: (\S+) (\S+) (\S+)/m.exec(text.slice(0, 2000)) ?? [];
  const [, fileName = "", fileVersion = "", filePlatform] =
    /^(.+?)-(\d[^-]*)(?:-(.+))?\.gemspec$/.exec(file) ?? [];
  const line = /^ *\w+\.licenses? = (.{0,2000})/m.exec(text)?.[1] ?? "";
  const platform = stubPlatform ?? filePlatform;
  return {
    name: stubName ?? fileName,
    version: stubVersion ?? fileVersion,
    platform: platform === "ruby" ? undefined : platform,
    licenses: [...line.matchAll(/["']([^"'\n]+)["']/g)].map(([, license = ""]) => license),
    needs: [...text.matchAll(DEPENDENCY)]
      .slice(0, MAX_NEEDS)
      .map(([, quoted, other, rest = ""]) => ({
        name: quoted ?? other ?? "",
        range: [...rest.matchAll(/["']([^"'\n]+)["']/g)]
          .map(([, part = ""]) => part)
          .filter((part) => part !== ">= 0")
          .join(", "),
      })),
  };
}
