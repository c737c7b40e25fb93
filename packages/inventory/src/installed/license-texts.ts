import { type DetectedLicenses, detectLicenses, MAX_LICENSE_TEXT } from "@assay/spdx";
import type { InstalledFiles } from "./files.ts";

const LICENSE_FILE =
  /^(?:(?:un|mit-?)?licen[cs]e(?:s?\b|[-_.]).*|copying\b.*)(?<!\.(?:[cm]?[jt]s|json|go|rs|py[cio]?|rb|html?|ya?ml|spdx))$/i;
const MAX_FILES = 10;
const UNKNOWN: DetectedLicenses = { ids: [], copyright: [] };

/** What the licence files of these folders are: those directly in them, and in their `licenses` (PEP 639). */
export async function licenseTexts(
  files: InstalledFiles,
  folders: readonly string[],
): Promise<readonly DetectedLicenses[]> {
  const found: DetectedLicenses[] = [];
  const inner = folders.map((folder) => `${folder}/licenses`);
  for (const folder of [...folders, ...inner])
    for (const name of await files.names(folder)) {
      if (!LICENSE_FILE.test(name) || found.length > MAX_FILES) continue;
      const path = `${folder}/${name}`;
      const text = found.length < MAX_FILES ? await files.text(path, MAX_LICENSE_TEXT) : undefined;
      // What is not read may take back what the others grant; a folder has nothing to read.
      if (text !== undefined) found.push(detectLicenses(text));
      else if ((await files.names(path)).length === 0) found.push(UNKNOWN);
    }
  return found;
}
