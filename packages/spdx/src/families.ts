/**
 * Versions of one licence, oldest first: a declared `X+` permits the ones behind `X`. Only successions that the licence steward
 * published; ported, national and variant texts are no later versions of the main text, so each has a row of its own.
 *
 * Reviewed by hand against the SPDX list 3.28. An id may stand in two rows (MPL-1.1 was followed by MPL-2.0 with and without
 * the secondary-licence clause). GNU ids are not here: see `GNU_FAMILIES`.
 *
 * `spdx-satisfies` has these rows too.
 */
export const SHARED_FAMILIES: readonly (readonly string[])[] = [
  "AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0",
  "APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0",
  "Apache-1.0 Apache-1.1 Apache-2.0",
  "Artistic-1.0 Artistic-2.0",
  "BitTorrent-1.0 BitTorrent-1.1",
  "CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-3.0 CC-BY-4.0",
  "CC-BY-NC-1.0 CC-BY-NC-2.0 CC-BY-NC-2.5 CC-BY-NC-3.0 CC-BY-NC-4.0",
  "CC-BY-NC-ND-1.0 CC-BY-NC-ND-2.0 CC-BY-NC-ND-2.5 CC-BY-NC-ND-3.0 CC-BY-NC-ND-4.0",
  "CC-BY-NC-SA-1.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-2.5 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0",
  "CC-BY-ND-1.0 CC-BY-ND-2.0 CC-BY-ND-2.5 CC-BY-ND-3.0 CC-BY-ND-4.0",
  "CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-4.0",
  "CDDL-1.0 CDDL-1.1",
  "ECL-1.0 ECL-2.0",
  "EFL-1.0 EFL-2.0",
  "EPL-1.0 EPL-2.0",
  "LPL-1.0 LPL-1.02",
  "LPPL-1.0 LPPL-1.1 LPPL-1.2 LPPL-1.3a LPPL-1.3c",
  "MPL-1.0 MPL-1.1 MPL-2.0",
  "MPL-1.0 MPL-1.1 MPL-2.0-no-copyleft-exception",
  "NPL-1.0 NPL-1.1",
  "OFL-1.0 OFL-1.1",
  "OLDAP-1.1 OLDAP-1.2 OLDAP-1.3 OLDAP-1.4 OLDAP-2.0 OLDAP-2.0.1 OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6 OLDAP-2.7 OLDAP-2.8",
  "OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0",
  "PHP-3.0 PHP-3.01",
  "RPL-1.1 RPL-1.5",
  "SGI-B-1.0 SGI-B-1.1 SGI-B-2.0",
  "YPL-1.0 YPL-1.1",
  "ZPL-1.1 ZPL-2.0 ZPL-2.1",
  "Zimbra-1.3 Zimbra-1.4",
  "bzip2-1.0.5 bzip2-1.0.6",
].map((row) => row.split(" "));

/** Rows that `spdx-satisfies` does not have, or not to their end. */
export const OWN_FAMILIES: readonly (readonly string[])[] = [
  "ASWF-Digital-Assets-1.0 ASWF-Digital-Assets-1.1",
  "CECILL-1.0 CECILL-1.1 CECILL-2.0 CECILL-2.1",
  "CERN-OHL-1.1 CERN-OHL-1.2",
  "DRL-1.0 DRL-1.1",
  "EUPL-1.0 EUPL-1.1 EUPL-1.2",
  "LAL-1.2 LAL-1.3",
  "MulanPSL-1.0 MulanPSL-2.0",
  "NLOD-1.0 NLOD-2.0",
  "OFL-1.0-RFN OFL-1.1-RFN",
  "OFL-1.0-no-RFN OFL-1.1-no-RFN",
  "OGL-UK-1.0 OGL-UK-2.0 OGL-UK-3.0",
  "Parity-6.0.0 Parity-7.0.0",
  "SHL-0.5 SHL-0.51",
  "SISSL SISSL-1.2",
  "copyleft-next-0.3.0 copyleft-next-0.3.1",
].map((row) => row.split(" "));

/** GNU families and variants: `<version>-only` and `<version>-or-later` exist for each version. */
export const GNU_FAMILIES: readonly {
  readonly prefix: string;
  readonly versions: readonly string[];
  readonly variant: string;
}[] = [
  { prefix: "GPL-", versions: ["1.0", "2.0", "3.0"], variant: "" },
  { prefix: "LGPL-", versions: ["2.0", "2.1", "3.0"], variant: "" },
  { prefix: "AGPL-", versions: ["1.0", "3.0"], variant: "" },
  { prefix: "GFDL-", versions: ["1.1", "1.2", "1.3"], variant: "" },
  { prefix: "GFDL-", versions: ["1.1", "1.2", "1.3"], variant: "-invariants" },
  { prefix: "GFDL-", versions: ["1.1", "1.2", "1.3"], variant: "-no-invariants" },
];
