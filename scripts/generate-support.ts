import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CI_ECOSYSTEMS, ECOSYSTEMS } from "@assay/inventory";
import type {
  EcosystemSupport,
  FormatSupport,
} from "../packages/inventory/src/ecosystems/support.ts";

type Format = (typeof ECOSYSTEMS)[number]["formats"][number];

const INTRODUCTION = `# What is read of which lockfile

Every format that the inventory knows, and what it can tell. Nothing is run or installed, and no network is used; what a file can't tell is
said to be unknown in every document, never guessed.

- **edges**: who needs what. *none*: the file is a list; documents say that edges are unknown.
- **direct**: where it is known from what the project asks for itself. *manifest*: only with the manifest beside it.
- **scope**: where it is known from whether a package is needed at run time. *reachability*: computed from the edges.
- **hashes**: of the archive that is downloaded.
- **licences**: whether the file states them; installed packages are read beside it where the licence audit finds them.
`;

/** `docs/support.md`. @throws TypeError where a format has a reader and its ecosystem does not say what it can tell. */
export async function generateSupport(root: string): Promise<{ path: string; content: string }> {
  const said = new Map<string, FormatSupport>();
  const pattern = "packages/inventory/src/ecosystems/*/support.ts";
  for (const file of globSync(pattern, { cwd: root }).sort()) {
    const module: { support: EcosystemSupport } = await import(
      pathToFileURL(join(root, file)).href
    );
    for (const [id, support] of Object.entries(module.support)) said.set(id, support);
  }
  const rows: string[] = [];
  const notes: string[] = [];
  const unread: string[] = [];
  const used = new Set<string>();
  for (const { title, formats } of [...ECOSYSTEMS, ...CI_ECOSYSTEMS])
    for (const format of formats) {
      if (format.load === undefined) {
        unread.push(`- ${format.title}: ${filesOf(format, undefined)}`);
        continue;
      }
      const support = said.get(format.id);
      if (support === undefined)
        throw new TypeError(`${title}: no support.ts says what ${format.id} can tell`);
      used.add(format.id);
      rows.push(row(title, format, support));
      notes.push(...notesOf(format, support));
    }
  const odd = [...said.keys()].filter((id) => !used.has(id));
  if (odd.length > 0)
    throw new TypeError(`support.ts speaks of unknown formats: ${odd.join(", ")}`);
  const content = [
    INTRODUCTION,
    "| ecosystem | format | files | edges | direct | scope | hashes | licences |",
    "|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "## Versions, and what can't be known",
    "",
    ...notes,
    "",
    "## Known, and not read",
    "",
    "Such a file is a finding of its own: nothing of it is in any document.",
    "",
    ...unread,
    "",
  ].join("\n");
  return { path: "docs/support.md", content };
}

function row(title: string, format: Format, support: FormatSupport): string {
  const { edges, direct, scopes, hashes, licenses } = support;
  const cells = [
    title,
    format.title,
    filesOf(format, support.files),
    edges,
    direct,
    scopes,
    hashes,
  ];
  return `| ${[...cells, licenses ? "yes" : "no"].join(" | ")} |`;
}

/** @throws TypeError for an expression that nobody says as people write it */
function filesOf({ id, files }: Format, said: FormatSupport["files"]): string {
  const own = said ?? files.filter((file) => typeof file === "string");
  if (said === undefined && own.length < files.length)
    throw new TypeError(`support.ts does not name the files of ${id}`);
  return own.map((name) => `\`${name.replaceAll("|", "\\|")}\``).join(", ");
}

function notesOf({ title, id }: Format, { versions, notes = [], lines }: FormatSupport): string[] {
  const said = [
    ...(versions === undefined ? [] : [`Versions: ${versions}.`]),
    ...notes,
    ...(lines ? [] : ["Components have no lines."]),
  ];
  return said.length === 0 ? [] : [`- **${title}** (\`${id}\`). ${said.join(" ")}`];
}
