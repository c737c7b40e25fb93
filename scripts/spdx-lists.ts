import { join } from "node:path";
import type { Plugin } from "rolldown";

const LISTS: ReadonlyMap<string, string> = new Map([
  ["spdx-license-ids/index.json", "licenses"],
  ["spdx-license-ids/deprecated.json", "deprecatedLicenses"],
  ["spdx-exceptions/index.json", "exceptions"],
]);

/** Gives libraries the SPDX lists of packages/spdx, which were made of the ones that they bring: one copy is enough. */
export function spdxLists(root: string): Plugin {
  const data = JSON.stringify(join(root, "packages/spdx/src/data/identifiers.json"));
  return {
    name: "spdx-lists",
    load(id) {
      const list = LISTS.get(/[^\\/]+[\\/][^\\/]+$/.exec(id)?.[0].replaceAll("\\", "/") ?? "");
      if (list === undefined || !id.includes("node_modules")) return undefined;
      return { code: `module.exports = require(${data}).${list};`, moduleType: "js" };
    },
  };
}
