import { licenseId } from "@assay/spdx";
import { paragraphs } from "../paragraphs.ts";

const FIELDS = new Set(["format", "files", "license"]);

/** Short names of the copyright format that are others in SPDX. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["expat", "MIT"],
  ["mit/x11", "MIT"],
  ["artistic", "Artistic-1.0"],
  ["zlib", "Zlib"],
  ["cc0", "CC0-1.0"],
  ["perl", "Artistic-1.0-Perl OR GPL-1.0-or-later"],
]);
/** Of a licence: what is longer is prose. */
const MAX_NAME = 100;
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["autoconf", "Autoconf-exception-generic"],
  ["bison", "Bison-exception-2.2"],
  ["classpath", "Classpath-exception-2.0"],
  ["font", "Font-exception-2.0"],
  ["libtool", "Libtool-exception"],
  ["linux-syscall-note", "Linux-syscall-note"],
]);
/**
 * The licences that a machine-readable copyright file names for all its files but the packaging, as an SPDX expression; `undefined`
 * where the file is prose (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/). A name that SPDX does not have becomes a
 * `LicenseRef`, so that it does not hide the others.
 *
 * @throws UsageError for a line of more than 1 MiB
 */
export function licenseOf(text: string): string | undefined {
  const names = new Set<string>();
  let isMachineReadable = false;
  for (const { fields } of paragraphs(text, FIELDS)) {
    if (/copyright-format\/1\.0/.test(fields.get("format") ?? "")) isMachineReadable = true;
    if (!isMachineReadable) return undefined;
    const files = fields.get("files");
    const name = fields.get("license")?.split("\n", 1)[0]?.trim();
    if (files !== undefined && files !== "debian/*" && name) names.add(toSpdx(name));
  }
  const all = [...names].sort();
  if (all.length === 0) return undefined;
  const joined = all
    .map((each) => (all.length > 1 && each.includes(" OR ") ? `(${each})` : each))
    .join(" AND ");
  // Parts of the text would keep all of it.
  return Buffer.from(joined).toString();
}

/** `GPL-1+ or Artistic, and BSD-3-clause`: a comma binds less than the words. */
function toSpdx(license: string): string {
  const parts = license.replaceAll(/\s+/g, " ").split(/, ?and /i);
  const texts = parts.map((part) =>
    part
      .split(/,? or /i)
      .map((choice) => choice.split(/ and /i).map(one).join(" AND "))
      .join(" OR "),
  );
  return texts
    .map((text) => (texts.length > 1 && text.includes(" OR ") ? `(${text})` : text))
    .join(" AND ");
}

function one(name: string): string {
  const [, license = name, exception] = /^(\S+)\s+with\s+(\S+)(?:\s+exception)?$/i.exec(name) ?? [];
  const id = idOf(license.trim());
  if (exception === undefined) return id ?? reference(name);
  const known = EXCEPTIONS.get(exception.replace(/-exception.*$/i, "").toLowerCase());
  return id === undefined || known === undefined ? reference(name) : `${id} WITH ${known}`;
}

function idOf(name: string): string | undefined {
  const gnu = /^(A|L)?GPL-?v?(\d)(?:\.(\d))?(?:\.0)?(\+?)$/i.exec(name);
  if (gnu !== null)
    return `${(gnu[1] ?? "").toUpperCase()}GPL-${gnu[2]}.${gnu[3] ?? 0}-${gnu[4] ? "or-later" : "only"}`;
  const bsd = /^BSD-([1-4])(?:-clause)?$/i.exec(name);
  if (bsd !== null) return `BSD-${bsd[1]}-Clause`;
  return NAMES.get(name.toLowerCase()) ?? licenseId(name);
}

function reference(name: string): string {
  const letters = name
    .slice(0, MAX_NAME)
    .replaceAll(/[^A-Za-z0-9.-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `LicenseRef-${letters || "unnamed"}`;
}
