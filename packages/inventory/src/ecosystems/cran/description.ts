import { compareVersions } from "@assay/versions";

/** One name in a list of dependencies: `dplyr (>= 1.0.0)`. */
export interface RDependency {
  readonly name: string;
  /** Such as `>= 1.0.0`, as it is written. */
  readonly range: string;
}

/** What comes with R in its own version: https://cran.r-project.org/doc/FAQ/R-FAQ.html#Add_002don-packages-in-R */
const BASE: ReadonlySet<string> = new Set(
  "R base compiler datasets grDevices graphics grid methods parallel splines stats stats4 tcltk tools translations utils".split(
    " ",
  ),
);

function isBasePackage(name: string): boolean {
  return BASE.has(name);
}

/** The names of a list, without what comes with R; with texts that are none in `odd`. */
export function readDependencies(text: string): {
  readonly dependencies: readonly RDependency[];
  readonly odd: readonly string[];
} {
  const dependencies: RDependency[] = [];
  const odd: string[] = [];
  for (const part of text.split(",")) {
    const item = part.trim();
    if (item === "") continue;
    const [, name = "", range = ""] = /^([A-Za-z][\w.]*)\s*(?:\(([^()]*)\))?$/.exec(item) ?? [];
    if (name === "") odd.push(item);
    else if (!isBasePackage(name)) dependencies.push({ name, range: range.trim() });
  }
  return { dependencies, odd };
}

/** A file of fields as Debian has them: a line that begins with a blank goes on with the field before it. */
export function readFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const [, name, value = ""] = /^([\w@/.-]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined) {
      last = name;
      fields.set(name, value);
    } else if (/^\s/.test(line)) fields.set(last, `${fields.get(last) ?? ""} ${line}`);
  }
  return fields;
}

/**
 * What a package of R needs to be used (https://cran.r-project.org/doc/manuals/R-exts.html#The-DESCRIPTION-file). Nothing where the
 * file is none of R's, or that of an installed package.
 */
export function descriptionNeeds(text: string): readonly RDependency[] {
  const fields = readFields(text);
  if (!["Package", "Title", "Type"].some((field) => fields.has(field))) return [];
  if (fields.has("Built") || fields.has("Packaged")) return [];
  return ["Depends", "Imports", "LinkingTo"].flatMap(
    (field) => readDependencies(fields.get(field) ?? "").dependencies,
  );
}

export function descriptionAsks(text: string): boolean {
  return descriptionNeeds(text).length > 0;
}

/** Whether a version is in a range such as `>= 1.2-3`; numbers are separated by dots and dashes. */
export function isInRange(version: string, range: string): boolean {
  const [, operator = "", bound = ""] = /^([<>=!]+)\s*([\d.-]+)$/.exec(range) ?? [];
  const order = compareVersions("cran", version, bound);
  if (order === undefined) return true;
  if (operator === "==" || operator === "!=") return (order === 0) === (operator === "==");
  if (order === 0) return operator.includes("=");
  return order > 0 === operator.startsWith(">");
}
