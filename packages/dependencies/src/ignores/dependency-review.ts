import { plainYaml } from "@assay/inventory";
import { type Imported, lineFinder } from "./imported.ts";
import { type Fault, fieldsOf } from "./yaml-entries.ts";

/**
 * The lists of actions/dependency-review-action's config file that are about packages: `allow-ghsas`, `deny-packages` and
 * `deny-groups`, each a list or a text with commas.
 *
 * @throws UsageError where it is no YAML.
 */
export function readDependencyReview(path: string, text: string): Imported {
  const fields = fieldsOf(plainYaml(path, text)) ?? {};
  const lineOf = lineFinder(text);
  const faults: Fault[] = [];
  const list = (key: string) => {
    const value = fields[key];
    const items = typeof value === "string" ? value.split(",") : (value ?? []);
    if (Array.isArray(items) && items.every((item) => typeof item === "string"))
      return items.map((item) => item.trim()).filter(Boolean);
    faults.push({ id: `\`${key}\``, why: "it is no list of texts" });
    return [];
  };
  const ignores = list("allow-ghsas").map((id) => {
    const line = lineOf(id);
    return {
      id,
      source: line === undefined ? { path } : { path, startLine: line },
      isOwn: false,
      advisory: id.toLowerCase(),
      matches: () => true,
    };
  });
  const denials = (key: string, end: string) =>
    list(key).map((purl) => ({
      package: `${purl.replace(/\/$/, "")}${end}`,
      reason: `\`${key}\` of ${path}`,
    }));
  return {
    ignores,
    faults,
    denied: [...denials("deny-packages", ""), ...denials("deny-groups", "/*")],
  };
}
