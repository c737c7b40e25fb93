import { isRecord } from "@assay/core";
import { parseToml } from "@assay/inventory";
import type { Vulnerability } from "../vulnerability.ts";
import { collector, type Imported } from "./collect.ts";

type Fields = Readonly<Record<string, unknown>>;

const OVERRIDE_KEYS: ReadonlySet<string> = new Set([
  "name",
  "version",
  "ecosystem",
  "group",
  "ignore",
  "vulnerability",
  "license",
  "effectiveUntil",
  "reason",
]);

/**
 * `osv-scanner.toml`: https://google.github.io/osv-scanner/configuration/. It applies to lockfiles of its own folder.
 *
 * @throws UsageError where it is no TOML.
 */
export function readOsvScanner(path: string, text: string, folder: string): Imported {
  const table = parseToml(path, text);
  const { ignores, faults, add } = collector(path, text);
  const isHere = ({ graph }: Vulnerability) =>
    graph.path.slice(0, Math.max(graph.path.lastIndexOf("/"), 0)) === folder;
  const rest = ({ reason, ...fields }: Fields, until: string, why?: string) => {
    const end = fields[until];
    const isEnd = end === undefined || end instanceof Date;
    return {
      why: why ?? (isEnd ? undefined : `\`${until}\` is no date`),
      ...(typeof reason === "string" && { reason }),
      // The zero of Go's clock stands for "never" there too.
      ...(end instanceof Date && end.getUTCFullYear() > 1 && { endsAt: end.getTime() }),
    };
  };
  const listOf = (key: string) => {
    const value = table[key] ?? [];
    if (Array.isArray(value)) return value.filter(isRecord);
    faults.push({ id: key, why: "it is no list of tables" });
    return [];
  };
  for (const fields of listOf("IgnoredVulns")) {
    const { id } = fields;
    if (typeof id !== "string" || id === "")
      add("an entry of IgnoredVulns", { why: "it has no `id`" });
    else
      add(id, {
        ...rest(fields, "ignoreUntil"),
        advisory: id.trim().toLowerCase(),
        matches: isHere,
      });
  }
  for (const fields of listOf("PackageOverrides")) {
    const { name, version, ecosystem, group, ignore, vulnerability } = fields;
    if (ignore !== true && !(isRecord(vulnerability) && vulnerability["ignore"] === true)) continue;
    const unknown = Object.keys(fields).find((key) => !OVERRIDE_KEYS.has(key));
    const why =
      unknown !== undefined
        ? `\`${unknown}\` is not understood`
        : [name, version, ecosystem, group].some(
              (each) => !["string", "undefined"].includes(typeof each),
            )
          ? "a condition is no text"
          : group !== undefined && group !== "dev"
            ? `the group ${JSON.stringify(group).slice(0, 60)} is not understood, only "dev" is`
            : undefined;
    add(typeof name === "string" ? name : "packages of PackageOverrides", {
      ...rest(fields, "effectiveUntil", why),
      matches: (each) =>
        isHere(each) &&
        (name === undefined || [each.component.name, each.match.query.name].includes(`${name}`)) &&
        (version === undefined || each.component.version === version) &&
        (ecosystem === undefined ||
          each.match.query.ecosystem.split(":", 1)[0] === `${ecosystem}`.split(":", 1)[0]) &&
        // Its groups are those of the lockfile; only `dev` is one that every reader knows.
        (group === undefined || each.component.scope === "development"),
    });
  }
  return { ignores, faults };
}
