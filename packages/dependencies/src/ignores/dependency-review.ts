import { plainYaml } from "@assay/inventory";
import { collector, type Imported } from "./collect.ts";
import { fieldsOf } from "./yaml-entries.ts";

/**
 * The lists of actions/dependency-review-action's config file that are about packages: `allow-ghsas`, `deny-packages` and
 * `deny-groups`, each a list or a text with commas.
 *
 * @throws UsageError where it is no YAML.
 */
export function readDependencyReview(path: string, text: string): Imported {
  const fields = fieldsOf(plainYaml(path, text)) ?? {};
  const { ignores, faults, add } = collector(path, text);
  const list = (key: string) => {
    const value = fields[key];
    const items = typeof value === "string" ? value.split(",") : (value ?? []);
    if (Array.isArray(items) && items.every((item) => typeof item === "string"))
      return items.map((item) => item.trim()).filter(Boolean);
    faults.push({ id: `\`${key}\``, why: "it is no list of texts" });
    return [];
  };
  for (const id of list("allow-ghsas")) add(id, { advisory: id.toLowerCase() });
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
