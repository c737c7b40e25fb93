import { licenseId, parseExpression } from "@assay/spdx";

/** Names of Fedora's old list that follow no pattern: https://docs.fedoraproject.org/en-US/legal/all-allowed/ */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["artistic", "Artistic-1.0-Perl"],
  ["boost", "BSL-1.0"],
  ["bsd with advertising", "BSD-4-Clause"],
  ["cc0", "CC0-1.0"],
  ["gpl+", "GPL-1.0-or-later"],
  ["lgpl+", "LGPL-2.0-or-later"],
  ["ofl", "OFL-1.1"],
  ["openldap", "OLDAP-2.8"],
  ["tcl", "TCL"],
]);

/**
 * An rpm's licence as an SPDX expression. Until 2022 Fedora, and still its older kin, had names of their own, `GPLv2+ and MIT`: those that
 * mean one licence are written as SPDX does, others (`BSD` is any of several) become a `LicenseRef`, as Fedora's own converter has it.
 */
export function rpmLicense(text: string | undefined): string | undefined {
  if (!text || parseExpression(text).ok) return text || undefined;
  const parts = text.split(/([()]|\s(?:and|or|AND|OR)\s)/).map((part) => part.trim());
  const converted = parts
    .filter((part) => part !== "")
    .map((part) => (/^(?:[()]|and|or)$/i.test(part) ? part.toUpperCase() : idOf(part)))
    .join(" ")
    .replaceAll(/\( | \)/g, (bracket) => bracket.trim());
  return parseExpression(converted).ok ? converted : text;
}

function idOf(name: string): string {
  const [, family, version, later] =
    /^((?:A|L)?GPL|GFDL|MPL|EPL|CPL|ASL|AFL|ZPL|CDDL|EUPL|Artistic) ?v?(\d(?:\.\d)?)?(\+?)$/i.exec(
      name,
    ) ?? [];
  const known = NAMES.get(name.toLowerCase()) ?? licenseId(name);
  if (known !== undefined) return known;
  if (family !== undefined && version !== undefined) {
    const number = version.includes(".") ? version : `${version}.0`;
    const kind = family.replace(/^ASL$/i, "Apache");
    const suffix = /GPL$|^GFDL/.test(kind) ? (later ? "-or-later" : "-only") : "";
    const id = licenseId(`${kind}-${number}${suffix}`);
    if (id !== undefined) return id;
  }
  return `LicenseRef-Callaway-${name.replaceAll(/[^A-Za-z0-9.]+/g, "-").replace(/-$/, "")}`;
}
