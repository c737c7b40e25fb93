import { pep440Range } from "@assay/versions";
import type { Problem, PythonEntry } from "./entry.ts";
import { normalizeName } from "./names.ts";

/**
 * Wheels whose own names say another package or version than their entry: tools install what the wheel is, and not all of them compare
 * both (https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention).
 */
export function wheelProblems(entries: readonly PythonEntry[]): readonly Problem[] {
  return entries.flatMap((entry) => {
    const { key, line, artifacts, source } = entry;
    if (source.kind !== "registry" && source.kind !== "archive") return [];
    const other = artifacts
      .map(({ url, fileName }) => fileName ?? url)
      .find((file) => file?.endsWith(".whl") === true && !isOf(entry, file));
    if (other === undefined) return [];
    const shown = other.slice(other.lastIndexOf("/") + 1).slice(0, 100);
    return [{ key, line, reason: `its file ${shown} is of another package or version` }];
  });
}

function isOf({ name, version }: PythonEntry, file: string): boolean {
  const [project = "", found = ""] = file.slice(file.lastIndexOf("/") + 1).split("-", 2);
  const own = found.replaceAll(/%2B|_/gi, "+");
  if (normalizeName(project) !== name) return false;
  return (
    version === undefined ||
    own === version ||
    pep440Range(`==${own}`, { prereleases: true })?.(version) !== false
  );
}
