/**
 * Trove classifiers (https://pypi.org/classifiers/) that name one licence, by their last part. Others (`BSD License`) name a family,
 * and say nothing that could be decided.
 */
const LICENSES: ReadonlyMap<string, string> = new Map([
  ["Blue Oak Model License (BlueOak-1.0.0)", "BlueOak-1.0.0"],
  ["Boost Software License 1.0 (BSL-1.0)", "BSL-1.0"],
  ["CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"],
  ["Eclipse Public License 1.0 (EPL-1.0)", "EPL-1.0"],
  ["Eclipse Public License 2.0 (EPL-2.0)", "EPL-2.0"],
  ["European Union Public Licence 1.1 (EUPL 1.1)", "EUPL-1.1"],
  ["European Union Public Licence 1.2 (EUPL 1.2)", "EUPL-1.2"],
  ["GNU Affero General Public License v3", "AGPL-3.0-only"],
  ["GNU Affero General Public License v3 or later (AGPLv3+)", "AGPL-3.0-or-later"],
  ["GNU General Public License v2 (GPLv2)", "GPL-2.0-only"],
  ["GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"],
  ["GNU General Public License v3 (GPLv3)", "GPL-3.0-only"],
  ["GNU General Public License v3 or later (GPLv3+)", "GPL-3.0-or-later"],
  ["GNU Lesser General Public License v2 (LGPLv2)", "LGPL-2.0-only"],
  ["GNU Lesser General Public License v2 or later (LGPLv2+)", "LGPL-2.0-or-later"],
  ["GNU Lesser General Public License v3 (LGPLv3)", "LGPL-3.0-only"],
  ["GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later"],
  ["ISC License (ISCL)", "ISC"],
  ["MIT License", "MIT"],
  ["MIT No Attribution License (MIT-0)", "MIT-0"],
  ["Mozilla Public License 1.0 (MPL)", "MPL-1.0"],
  ["Mozilla Public License 1.1 (MPL 1.1)", "MPL-1.1"],
  ["Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0"],
  ["The Unlicense (Unlicense)", "Unlicense"],
  ["Universal Permissive License (UPL)", "UPL-1.0"],
  ["zlib/libpng License", "Zlib"],
]);

/**
 * The licence that classifiers name: the id where they name one, their text where they don't, `undefined` where there are none. Of
 * several nobody says whether all hold or one may be chosen, so they are joined as text that is no expression.
 */
export function licenseOfClassifiers(classifiers: readonly string[]): string | undefined {
  const named = classifiers
    .filter((each) => each.startsWith("License ::"))
    .map((each) => each.slice(each.lastIndexOf("::") + 2).trim())
    .filter((each) => each !== "OSI Approved");
  const [first] = named;
  if (first === undefined) return undefined;
  return named.length === 1 ? (LICENSES.get(first) ?? first) : named.join("; ");
}
