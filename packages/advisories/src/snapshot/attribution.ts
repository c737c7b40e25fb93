import type { DataInfo } from "../data.ts";

/** Databases by the first part of their ids, with the licence of what they publish. */
const LICENCES: readonly (readonly [
  licence: string,
  databases: Readonly<Record<string, string>>,
])[] = [
  [
    "CC-BY-4.0",
    {
      GHSA: "GitHub Advisory Database",
      GO: "Go Vulnerability Database",
      PYSEC: "Python Packaging Advisory Database",
      OSV: "OSS-Fuzz",
      EEF: "Erlang Ecosystem Foundation",
    },
  ],
  [
    "CC0-1.0",
    {
      RUSTSEC: "RustSec Advisory Database",
      HSEC: "Haskell Security Advisories",
      GSD: "Global Security Database",
      OSEC: "opam",
    },
  ],
  ["Apache-2.0", { MAL: "OpenSSF Malicious Packages", BIT: "Bitnami", RSEC: "R Consortium" }],
  ["MIT", { ALSA: "AlmaLinux", ALBA: "AlmaLinux", ALEA: "AlmaLinux", DRUPAL: "Drupal" }],
  ["BSD-3-Clause", { RLSA: "Rocky Linux", RXSA: "Rocky Linux" }],
  [
    "CC-BY-SA-4.0",
    {
      UBUNTU: "Ubuntu Security Notices",
      USN: "Ubuntu Security Notices",
      LSN: "Ubuntu Security Notices",
    },
  ],
];

/** A line for each database whose records are in some data: who made them, and under which licence they are passed on. */
export function attribution({ ecosystems }: Pick<DataInfo, "ecosystems">): readonly string[] {
  const ids = new Set(
    Object.values(ecosystems).flatMap(({ databases = {} }) => Object.keys(databases)),
  );
  const known = LICENCES.flatMap(([licence, databases]) =>
    Object.entries(databases).flatMap(([id, name]) =>
      ids.delete(id) ? [`${name} (${id}): ${licence}`] : [],
    ),
  );
  const others = [...ids].sort();
  return others.length === 0
    ? known
    : [...known, `Others (${others.join(", ")}): see their databases`];
}
