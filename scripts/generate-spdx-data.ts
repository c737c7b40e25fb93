/**
 * The SPDX id lists of packages/spdx, taken from the npm packages that carry them, so that nothing is loaded from those
 * packages at run time. A new list version is a version bump and `npm run generate`.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

export interface GeneratedFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly content: string;
}

/** The files as they must stand in the repository: `scripts/generate.ts` writes or compares them. */
export function generateSpdxData(): readonly GeneratedFile[] {
  const data = {
    licenses: sorted("spdx-license-ids/index.json"),
    deprecatedLicenses: sorted("spdx-license-ids/deprecated.json"),
    exceptions: sorted("spdx-exceptions/index.json", "spdx-exceptions/deprecated.json"),
  };
  const content = `${JSON.stringify(data, null, 2)}\n`;
  return [{ path: "packages/spdx/src/data/identifiers.json", content }];
}

function sorted(...modules: readonly string[]): readonly string[] {
  return modules
    .flatMap((module) => {
      const list: unknown = require(module);
      if (!Array.isArray(list) || !list.every((id) => typeof id === "string")) {
        throw new Error(`${module} is no list of ids`);
      }
      return list;
    })
    .toSorted();
}

if (import.meta.main) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  for (const file of generateSpdxData()) writeFileSync(join(root, file.path), file.content);
}
