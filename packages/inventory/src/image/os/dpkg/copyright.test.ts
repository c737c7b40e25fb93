import { expect, test } from "vitest";
import { licenseOf } from "./copyright.ts";

const FORMAT = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n";
const one = (license: string) =>
  licenseOf(`${FORMAT}\nFiles: *\nLicense: ${license}\n text of it\n`);

test("joins the licences of all files but the packaging", () => {
  const text = `${FORMAT}Upstream-Name: x
License: GPL-3+

Files: *
Copyright: somebody
License: GPL-2+
 On Debian systems …

Files: lib/*
License: Expat or BSD-3-clause

Files: debian/*
License: Apache-2.0

License: Expat
 The text
`;
  expect(licenseOf(text)).toBe("GPL-2.0-or-later AND (MIT OR BSD-3-Clause)");
});

test("writes the short names of the format as SPDX has them, and others as a reference", () => {
  expect(one("LGPL-2.1+")).toBe("LGPL-2.1-or-later");
  expect(one("AGPL-3")).toBe("AGPL-3.0-only");
  expect(one("GPL-2.0+")).toBe("GPL-2.0-or-later");
  expect(one("GPL-3+ with Bison exception")).toBe("GPL-3.0-or-later WITH Bison-exception-2.2");
  expect(one("GPL-2+ with OpenSSL exception")).toBe("LicenseRef-GPL-2-with-OpenSSL-exception");
  expect(one("public-domain")).toBe("LicenseRef-public-domain");
  expect(one("GPL-1+ or Artistic, and BSD-2-clause")).toBe(
    "(GPL-1.0-or-later OR Artistic-1.0) AND BSD-2-Clause",
  );
});

test("says nothing of prose", () => {
  expect(licenseOf("This package is under the GPL.\n\nFiles: *\nLicense: GPL-2\n")).toBeUndefined();
  expect(licenseOf(`${FORMAT}\nFiles: *\nCopyright: x\n`)).toBeUndefined();
});
