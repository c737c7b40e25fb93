import { UsageError } from "@assay/core";
import { readYaml } from "../../yaml/read.ts";
import { isYamlMap, textsAt } from "../../yaml/value.ts";
import { needsOf } from "./conda-entry.ts";
import type { CondaNeed } from "./package.ts";
import { toNeed } from "./pypi-entry.ts";

/**
 * What an `environment.yml` asks for:
 * https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html#create-env-file-manually
 *
 * @throws UsageError when it is no YAML, or no such file
 */
export function environmentNeeds(path: string, text: string): readonly CondaNeed[] {
  const map = readYaml(path, text).documents[0]?.value;
  if (map === undefined || map === null) return [];
  const list = isYamlMap(map) ? (map.entries.get("dependencies") ?? []) : "";
  if (!Array.isArray(list)) throw new UsageError(`${path} has no list \`dependencies\``);
  return list.flatMap((each): readonly CondaNeed[] => {
    if (typeof each === "string") return needsOf([each]).needs;
    if (!isYamlMap(each)) return [];
    // Options and files of pip stand among what it installs.
    const installed = textsAt(each, "pip")
      .map(toNeed)
      .filter((need) => typeof need !== "string");
    return installed.length === 0 ? [] : [{ manager: "conda", name: "pip" }, ...installed];
  });
}
