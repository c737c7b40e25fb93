import { UsageError } from "@assay/core";
import { folderOf } from "../../../paths.ts";
import type { ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { type OsPackage, type PlacedPackage, requiredName } from "../package.ts";
import { lines, textOf } from "../paragraphs.ts";

type PacmanFact =
  | { readonly entry: OsPackage }
  /** Of the package in the same folder. */
  | { readonly files: string };

const FILE = /^var\/lib\/pacman\/local\/[^/]+\/(desc|files)$/;

/** Packages of Arch: a folder each, fields as `%NAME%` with a value a line (https://man.archlinux.org/man/alpm-db-desc.5). */
export const pacmanReader: ImageReader<PacmanFact> = {
  id: "pacman",
  wants: ({ path }) => FILE.test(path),
  async extract({ path, content }) {
    const fields = fieldsOf(await textOf(content));
    if (path.endsWith("/files")) {
      const files = fields.get("FILES")?.filter((each) => !each.endsWith("/")) ?? [];
      return files.length === 0 ? undefined : { files: files.join("\n") };
    }
    const one = (name: string) => fields.get(name)?.[0];
    const [name, version, base] = [one("NAME"), one("VERSION"), one("BASE")];
    if (!name || !version) throw new UsageError("The entry has no name or no version.");
    return {
      entry: {
        name,
        version,
        arch: one("ARCH"),
        license: fields.get("LICENSE")?.join(" AND "),
        ...(base ? { source: { name: base } } : {}),
        requires: (fields.get("DEPENDS") ?? []).map((text) => ({
          anyOf: [requiredName(text)],
          text,
        })),
        provides: (fields.get("PROVIDES") ?? []).map(requiredName),
        // 1: installed because another needs it.
        direct: one("REASON") !== "1",
      },
    };
  },
  async assemble(facts, tree) {
    const files = new Map<string, string>();
    for (const { path, fact } of facts) if ("files" in fact) files.set(folderOf(path), fact.files);
    const packages = facts.flatMap(({ fact, path, layer, since }): PlacedPackage[] =>
      "entry" in fact
        ? [{ ...fact.entry, path, layer, since, files: files.get(folderOf(path)) }]
        : [],
    );
    return assemblePackages(packages, tree, { type: "alpm" });
  },
};

function fieldsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines(text)) {
    const name = /^%([A-Z0-9]+)%$/.exec(line)?.[1];
    if (name !== undefined) {
      current = [];
      fields.set(name, current);
    } else if (line !== "") current.push(line);
  }
  return fields;
}
