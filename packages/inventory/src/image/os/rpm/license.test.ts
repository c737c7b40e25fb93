import { expect, test } from "vitest";
import { rpmLicense } from "./license.ts";

test.each([
  ["MIT AND (GPL-2.0-or-later OR BSD-3-Clause)", "MIT AND (GPL-2.0-or-later OR BSD-3-Clause)"],
  ["GPLv2+ and MIT", "GPL-2.0-or-later AND MIT"],
  ["(GPL+ or Artistic) and ASL 2.0", "(GPL-1.0-or-later OR Artistic-1.0-Perl) AND Apache-2.0"],
  ["LGPLv2.1 and AGPLv3+ and MPLv2.0", "LGPL-2.1-only AND AGPL-3.0-or-later AND MPL-2.0"],
  ["BSD with advertising and zlib", "BSD-4-Clause AND Zlib"],
  ["BSD and Public Domain", "LicenseRef-Callaway-BSD AND LicenseRef-Callaway-Public-Domain"],
  ["GPLv3+ with exceptions", "LicenseRef-Callaway-GPLv3-with-exceptions"],
  ["Artistic 2.0", "Artistic-2.0"],
  ["GPLv2+ and (", "GPLv2+ and ("],
])("%s is %s", (text, expected) => expect(rpmLicense(text)).toBe(expected));

test("nothing is no licence", () => {
  expect([rpmLicense(undefined), rpmLicense("")]).toEqual([undefined, undefined]);
});
