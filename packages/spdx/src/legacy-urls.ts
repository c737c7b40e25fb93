import { currentForm } from "./deprecated.ts";
import { printForm } from "./expression.ts";
import { licenseId } from "./identifiers.ts";

/** Pages whose address ends in an SPDX id, in the id's own case or in lower case. */
const ID_PAGES = [
  "spdx.org/licenses/",
  "opensource.org/licenses/",
  "opensource.org/license/",
  "choosealicense.com/licenses/",
  "licenses.nuget.org/",
];

/** Pages that name one licence and version in words of their own. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ["apache.org/licenses/license-2.0", "Apache-2.0"],
  ["apache.org/licenses/license-1.1", "Apache-1.1"],
  ["boost.org/license_1_0", "BSL-1.0"],
  ["creativecommons.org/licenses/by/3.0", "CC-BY-3.0"],
  ["creativecommons.org/licenses/by/4.0", "CC-BY-4.0"],
  ["creativecommons.org/licenses/by-sa/3.0", "CC-BY-SA-3.0"],
  ["creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"],
  ["creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"],
  ["eclipse.org/legal/epl-v10", "EPL-1.0"],
  ["eclipse.org/legal/epl-v20", "EPL-2.0"],
  ["gnu.org/licenses/agpl-3.0", "AGPL-3.0-only"],
  ["gnu.org/licenses/gpl-3.0", "GPL-3.0-only"],
  ["gnu.org/licenses/lgpl-3.0", "LGPL-3.0-only"],
  ["gnu.org/licenses/old-licenses/gpl-2.0", "GPL-2.0-only"],
  ["gnu.org/licenses/old-licenses/lgpl-2.1", "LGPL-2.1-only"],
  ["mozilla.org/mpl/1.1", "MPL-1.1"],
  ["mozilla.org/mpl/2.0", "MPL-2.0"],
  ["opensource.org/licenses/apache2.0", "Apache-2.0"],
  ["opensource.org/licenses/mit-license", "MIT"],
  ["opensource.org/licenses/isc-license", "ISC"],
  ["unlicense.org", "Unlicense"],
]);

/** The SPDX id that a well-known licence page stands for, or `undefined`. The whole text must be the address. */
export function licenseOfUrl(text: string): string | undefined {
  const match = /^https?:\/\/(?:www\.)?(\S+)$/i.exec(text);
  if (match === null) return undefined;
  const page = withoutEnding(match[1]?.toLowerCase() ?? "");
  const known = PAGES.get(page);
  if (known !== undefined) return known;
  const prefix = ID_PAGES.find((start) => page.startsWith(start));
  const id = prefix === undefined ? undefined : licenseId(page.slice(prefix.length));
  if (id === undefined) return undefined;
  const form = currentForm({ id, orLater: false });
  return typeof form === "string" ? undefined : printForm(form);
}

/** Pages are linked with and without a slash, a file ending or a language. */
function withoutEnding(page: string): string {
  let rest = page.endsWith("/") ? page.slice(0, -1) : page;
  for (const ending of [".html", ".txt", ".php", ".json", ".en"]) {
    if (rest.endsWith(ending)) rest = rest.slice(0, -ending.length);
  }
  return rest;
}
