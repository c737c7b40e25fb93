import { type OsDatabase, type OsPackage, type Requirement, requiredName } from "../package.ts";
import { lines } from "../paragraphs.ts";

/** What is kept of an entry: P name, V version, A architecture, L licence, o origin, D needs, p provides, m maintainer. */
const FIELDS = new Set("PVALoDpm");

/**
 * apk's database of what is installed: paragraphs of `X:value`, upper and lower case being two fields, then folders (`F:`) and their
 * files (`R:`) (https://wiki.alpinelinux.org/wiki/Apk_spec).
 *
 * @throws UsageError for a line of more than 1 MiB
 */
export function readInstalled(text: string): OsDatabase {
  const packages: OsPackage[] = [];
  const problems: string[] = [];
  let fields = new Map<string, string>();
  let files: string[] = [];
  let folder = "";
  let start = 0;
  let number = 0;
  const close = () => {
    const entry = entryOf(fields, files, start);
    if (entry !== undefined) packages.push(entry);
    else if (start > 0) problems.push(`line ${start}: the entry has no name or no version`);
    fields = new Map();
    files = [];
    start = 0;
    folder = "";
  };
  for (const line of lines(text)) {
    number += 1;
    if (line.trim() === "") {
      close();
      continue;
    }
    if (start === 0) start = number;
    const name = line[1] === ":" ? (line[0] ?? "") : "";
    const value = line.slice(2);
    if (name === "") problems.push(`line ${number} is no field`);
    else if (name === "F") folder = value === "" ? "" : `${value}/`;
    else if (name === "R") files.push(`${folder}${value}`);
    else if (FIELDS.has(name) && !fields.has(name)) fields.set(name, value);
  }
  close();
  if (text !== "" && !text.endsWith("\n")) problems.push("it ends in the middle of a line");
  return { packages, problems };
}

function entryOf(
  fields: ReadonlyMap<string, string>,
  files: readonly string[],
  line: number,
): OsPackage | undefined {
  const name = fields.get("P");
  const version = fields.get("V");
  if (!name || !version) return undefined;
  const origin = fields.get("o");
  return {
    name,
    version,
    arch: fields.get("A"),
    license: fields.get("L"),
    vendor: fields.get("m"),
    ...(origin ? { source: { name: origin } } : {}),
    requires: words(fields.get("D")).flatMap((text): Requirement[] =>
      // `!x`: it can't be there together with x.
      text.startsWith("!") ? [] : [{ anyOf: [requiredName(text)], text }],
    ),
    provides: words(fields.get("p")).map(requiredName),
    ...(files.length === 0 ? {} : { files: files.join("\n") }),
    line,
  };
}

export function words(text = ""): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
