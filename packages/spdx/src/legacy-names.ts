/**
 * Names and short forms that stand for one licence and version without doubt, by SPDX expression. Our own list, each line reviewed:
 * look-ups take the whole string only, in any case, with white space collapsed.
 *
 * Not here on purpose: brands that several licences share ("BSD", "Apache", "Artistic", "Python"), and "X11" for MIT.
 */
export const LEGACY_NAMES: Readonly<Record<string, readonly string[]>> = {
  "0BSD": ["bsd zero clause license", "zero-clause bsd", "bsd 0-clause", "0-clause bsd license"],
  "AFL-3.0": ["academic free license 3.0", "academic free license v3.0", "afl 3.0", "afl v3.0"],
  "Apache-1.1": ["apache 1.1", "apache license 1.1", "apache license, version 1.1"],
  "Apache-2.0": [
    ...named(["apache license", "apache software license", "the apache license"], ["2", "2.0"]),
    ...named(["the apache software license", "apache"], ["2", "2.0"]),
    ...["apache2", "apache2.0", "apache-2", "apache-v2", "apache-v2.0", "apachev2", "apachev2.0"],
    ...["apache 2 license", "apache 2.0 license", "apache-2.0 license", "apache v2 license"],
    ...["apache license 2.0 (apache-2.0)", "apache licence 2.0", "apache licence, version 2.0"],
    ...["asl 2", "asl 2.0", "asl-2.0", "asl2.0", "al2", "al-2.0", "al2.0"],
  ],
  "Artistic-2.0": ["artistic license 2.0", "the artistic license 2.0", "artistic 2.0"],
  "BSD-2-Clause": [
    ...["bsd 2-clause", "bsd 2 clause", "bsd 2-clause license", "bsd-2-clause license", "bsd-2"],
    ...["2-clause bsd", "2-clause bsd license", "the 2-clause bsd license", "bsd (2-clause)"],
    ...["simplified bsd", "simplified bsd license", "the simplified bsd license"],
    ...['bsd 2-clause "simplified" license', "bsd 2-clause (simplified)", "bsd2clause"],
  ],
  "BSD-3-Clause": [
    ...["bsd 3-clause", "bsd 3 clause", "bsd 3-clause license", "bsd-3-clause license", "bsd-3"],
    ...["3-clause bsd", "3-clause bsd license", "the 3-clause bsd license", "bsd (3-clause)"],
    ...["new bsd", "new bsd license", "the new bsd license", "new bsd licence", "bsd-new"],
    ...["modified bsd", "modified bsd license", "the modified bsd license", "revised bsd"],
    ...["revised bsd license", 'bsd 3-clause "new" or "revised" license', "bsd3clause"],
  ],
  "BSL-1.0": [
    ...named(["boost software license"], ["1.0"]),
    "boost software license - version 1.0",
  ],
  "BlueOak-1.0.0": ["blue oak model license 1.0.0", "blue oak model license, version 1.0.0"],
  "CC-BY-3.0": [...creativeCommons("by", "attribution", "3.0"), "cc by 3.0 unported"],
  "CC-BY-4.0": creativeCommons("by", "attribution", "4.0"),
  "CC-BY-SA-3.0": creativeCommons("by-sa", "attribution-sharealike", "3.0"),
  "CC-BY-SA-4.0": creativeCommons("by-sa", "attribution-sharealike", "4.0"),
  "CC0-1.0": [
    ...["cc0", "cc0 1.0", "cc0 1.0 universal", "cc0 1.0 universal (cc0 1.0)", "cc0-1.0 universal"],
    ...["creative commons zero v1.0 universal", "creative commons zero 1.0 universal"],
  ],
  "CDDL-1.0": named(["cddl", "common development and distribution license"], ["1.0"]),
  "CDDL-1.1": named(["cddl", "common development and distribution license"], ["1.1"]),
  "EPL-1.0": [
    ...named(["eclipse public license", "epl"], ["1.0"]),
    "eclipse public license - v 1.0",
  ],
  "EPL-2.0": [
    ...named(["eclipse public license", "epl"], ["2.0"]),
    "eclipse public license - v 2.0",
  ],
  "EUPL-1.2": named(
    ["european union public license", "european union public licence", "eupl"],
    ["1.2"],
  ),
  ISC: ["isc license", "the isc license", "isc licence", "isc license (isc)", "isc license (iscl)"],
  MIT: [
    ...["mit license", "the mit license", "mit licence", "the mit licence", "mit-license"],
    ...["mit license (mit)", "the mit license (mit)", "mit licensed", "the mit license.", "mit."],
    ...[
      "expat",
      "expat license",
      "the expat license",
      "mit (expat)",
      "mit/expat",
      "mit license (expat)",
    ],
  ],
  "MPL-1.1": named(["mozilla public license", "mpl"], ["1.1"]),
  "MPL-2.0": [
    ...named(["mozilla public license", "the mozilla public license", "mpl"], ["2", "2.0"]),
    ...["mozilla public license 2.0 (mpl 2.0)", "mpl2", "mpl2.0", "mpl-2", "mpl-2.0 license"],
  ],
  "MS-PL": ["microsoft public license", "microsoft public license (ms-pl)"],
  NCSA: ["university of illinois/ncsa open source license"],
  "OFL-1.1": named(["sil open font license", "sil ofl", "ofl", "open font license"], ["1.1"]),
  PostgreSQL: ["postgresql license", "the postgresql license", "postgresql licence"],
  "UPL-1.0": [...named(["universal permissive license"], ["1.0"]), "upl 1.0"],
  Unlicense: ["the unlicense", "the unlicense (unlicense)", "unlicense license"],
  WTFPL: ["wtfpl 2", "wtfpl 2.0", "wtfpl-2.0", "wtfpl license", "wtfplv2"],
  Zlib: ["zlib license", "the zlib license", "zlib/libpng license", "the zlib/libpng license"],
  ...gnu("GPL", "gpl", "general public license", ["2", "2.0"], "2.0"),
  ...gnu("GPL", "gpl", "general public license", ["3", "3.0"], "3.0"),
  ...gnu("LGPL", "lgpl", "lesser general public license", ["2.1"], "2.1"),
  ...gnu("LGPL", "lgpl", "lesser general public license", ["3", "3.0"], "3.0"),
  ...gnu("AGPL", "agpl", "affero general public license", ["3", "3.0"], "3.0"),
};

/** `apache license 2.0`, `… v2.0`, `… version 2.0`, `…, version 2.0`. */
function named(names: readonly string[], versions: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    versions.flatMap((version) => [
      `${name} ${version}`,
      `${name} v${version}`,
      `${name} v. ${version}`,
      `${name} version ${version}`,
      `${name}, version ${version}`,
    ]),
  );
}

function creativeCommons(short: string, long: string, version: string): readonly string[] {
  return [
    `cc ${short} ${version}`,
    `cc-${short} ${version}`,
    `creative commons ${long} ${version}`,
    `creative commons ${long} ${version} international`,
  ].filter((name) => version === "4.0" || !name.endsWith("international"));
}

/** Without "or later" the strict reading is taken: `-only`, which no other entry of an allow list accepts. */
function gnu(
  prefix: string,
  short: string,
  long: string,
  versions: readonly string[],
  version: string,
): Readonly<Record<string, readonly string[]>> {
  const one = [
    ...named([short, `gnu ${short}`, `gnu ${long}`, `the gnu ${long}`, long], versions),
    ...versions.flatMap((v) => [
      `${short}${v}`,
      `${short}-${v}`,
      `${short}-v${v}`,
      `${short}v${v}`,
    ]),
  ].filter((name) => name !== `${short}-${version}`);
  return {
    [`${prefix}-${version}-only`]: [...one, ...one.map((name) => `${name} only`)],
    [`${prefix}-${version}-or-later`]: one.flatMap((name) => [`${name}+`, `${name} or later`]),
  };
}
