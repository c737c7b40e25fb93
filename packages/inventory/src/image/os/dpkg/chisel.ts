import { addTo, isRecord } from "@assay/core";
import type { OsDatabase, OsPackage } from "../package.ts";
import { lines } from "../paragraphs.ts";

/**
 * The record that Chisel leaves of the packages that it cut slices out of: JSON, an object a line, packages before paths
 * (https://documentation.ubuntu.com/chisel/en/latest/reference/manifest/).
 *
 * @param text Decompressed.
 */
export function readManifestWall(text: string): OsDatabase {
  const packages: { name: string; version: string; arch: string | undefined }[] = [];
  const files = new Map<string, string[]>();
  const problems: string[] = [];
  let number = 0;
  let expected: unknown;
  for (const line of lines(text)) {
    number += 1;
    const value = record(line);
    if (number === 1) {
      if (value?.["jsonwall"] !== "1.0")
        return { packages: [], problems: ["it is no jsonwall of version 1.0"] };
      expected = value["count"];
      continue;
    }
    if (value === undefined) {
      problems.push(`line ${number} is no JSON object`);
      continue;
    }
    const { kind, name, version, arch, path, slices } = value;
    if (kind === "package") {
      if (typeof name === "string" && typeof version === "string" && name !== "")
        packages.push({ name, version, arch: typeof arch === "string" ? arch : undefined });
      else problems.push(`line ${number}: the package has no name or version`);
    }
    if (kind !== "path" || typeof path !== "string" || path.endsWith("/")) continue;
    for (const slice of Array.isArray(slices) ? slices : []) {
      const owner = String(slice).split("_", 1)[0] ?? "";
      addTo(files, owner, path);
    }
  }
  if (typeof expected === "number" && expected !== number)
    problems.push(`it says that it has ${expected} lines, and has ${number}`);
  return {
    packages: packages.map((each): OsPackage => {
      const own = files.get(each.name);
      return { ...each, ...(own === undefined ? {} : { files: own.join("\n") }) };
    }),
    problems,
  };
}

function record(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
