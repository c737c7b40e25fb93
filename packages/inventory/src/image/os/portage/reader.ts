import type { ImageReader } from "../../reader.ts";
import { assemblePackages } from "../assemble.ts";
import { type PlacedPackage, unreadable } from "../package.ts";
import { lines, textOf } from "../paragraphs.ts";

type PortageFact =
  | { readonly kind: "CONTENTS"; readonly files: string; readonly problems: readonly string[] }
  | { readonly kind: "LICENSE" | "SLOT" | "repository" | "PF"; readonly text: string };

const FILE = /^var\/db\/pkg\/([^/]+\/[^/]+)\/(CONTENTS|LICENSE|SLOT|repository|PF)$/;

/** Packages of Gentoo: a folder each, a field a file (https://projects.gentoo.org/pms/9/pms.html). What needs what is not read. */
export const portageReader: ImageReader<PortageFact> = {
  id: "portage",
  wants: ({ path }) => FILE.test(path),
  async extract({ path, content }) {
    const kind = FILE.exec(path)?.[2] as PortageFact["kind"];
    const text = await textOf(content);
    if (kind === "CONTENTS") return { kind, ...contents(text) };
    return { kind, text: text.trim() };
  },
  async assemble(facts, tree) {
    const folders = new Map<string, PlacedPackage>();
    const problems = facts.flatMap(({ path, fact }) =>
      "problems" in fact ? unreadable(path, fact.problems) : [],
    );
    for (const { path, layer, since, fact } of facts) {
      const folder = FILE.exec(path)?.[1] ?? "";
      const [, category, name, version] = /^([^/]+)\/(.+?)-(\d[^-]*(?:-r\d+)?)$/.exec(folder) ?? [];
      if (category === undefined || name === undefined) {
        problems.push(...unreadable(path, ["its folder is no name with a version"]));
        continue;
      }
      const entry = folders.get(folder) ?? {
        name,
        version,
        namespace: category,
        path,
        layer,
        since,
      };
      // Every package has PF; other files may be empty.
      const place = fact.kind === "PF" ? { path, layer, since } : {};
      folders.set(folder, { ...entry, ...fieldOf(fact, entry), ...place });
    }
    return assemblePackages([...folders.values()], tree, { type: "ebuild", problems });
  },
};

function fieldOf(fact: PortageFact, { files, qualifiers }: PlacedPackage): Partial<PlacedPackage> {
  if (fact.kind === "CONTENTS") return { files: fact.files || files };
  if (fact.kind === "LICENSE") return { license: licenseOf(fact.text) };
  if (fact.kind === "PF") return {};
  if (fact.kind === "SLOT")
    return fact.text === "0" ? {} : { qualifiers: { ...qualifiers, slot: fact.text } };
  return {
    qualifiers: { ...qualifiers, repository: fact.text === "gentoo" ? undefined : fact.text },
  };
}

/** All that are named hold; with a choice in it, it is left as it is written. */
function licenseOf(text: string): string {
  return /[()|?]/.test(text) ? text : text.split(/\s+/).join(" AND ");
}

/** Two paths of the length that Linux allows. */
const MAX_LINE = 10_000;

/** `obj path md5 time`, `sym path -> target time`, `dir path`: paths may have spaces. */
function contents(text: string) {
  const files: string[] = [];
  const problems: string[] = [];
  let number = 0;
  for (const line of lines(text)) {
    number += 1;
    if (line.length > MAX_LINE) {
      problems.push(`line ${number} has ${line.length} characters`);
      continue;
    }
    const path =
      /^obj (.+) [0-9a-f]{32} \d+$/.exec(line)?.[1] ??
      (/ \d+$/.test(line) ? /^sym (.+?) -> ./.exec(line)?.[1] : undefined);
    if (path !== undefined) files.push(path);
    else if (!/^(?:dir|fif|dev) /.test(line) && line !== "")
      problems.push(`line ${number} is no entry`);
  }
  return { files: files.join("\n"), problems };
}
