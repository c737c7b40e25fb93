import { isRecord } from "@assay/core";
import { parseToml } from "@assay/inventory";
import type { Vulnerability } from "../vulnerability.ts";
import type { Ignore } from "./entry.ts";
import { type Imported, lineFinder } from "./imported.ts";

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
  const lineOf = lineFinder(text);
  const ignores: Ignore[] = [];
  const faults: { id: string; why: string; line?: number }[] = [];
  const isHere = ({ graph }: Vulnerability) =>
    graph.path.slice(0, Math.max(graph.path.lastIndexOf("/"), 0)) === folder;
  const add = (
    id: string,
    fields: Fields,
    until: string,
    rest: Pick<Ignore, "advisory" | "matches">,
    fault?: string,
  ) => {
    const line = lineOf(id);
    const end = fields[until];
    const why =
      fault ?? (end === undefined || end instanceof Date ? undefined : `\`${until}\` is no date`);
    if (why !== undefined) faults.push({ id, why, ...(line !== undefined && { line }) });
    else
      ignores.push({
        id,
        source: line === undefined ? { path } : { path, startLine: line },
        isOwn: false,
        ...(typeof fields["reason"] === "string" && { reason: fields["reason"] }),
        // The zero of Go's clock stands for "never" there too.
        ...(end instanceof Date && end.getUTCFullYear() > 1 && { endsAt: end.getTime() }),
        ...rest,
      });
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
      faults.push({ id: "an entry of IgnoredVulns", why: "it has no `id`" });
    else add(id, fields, "ignoreUntil", { advisory: id.trim().toLowerCase(), matches: isHere });
  }
  for (const fields of listOf("PackageOverrides")) {
    const { name, version, ecosystem, group, ignore, vulnerability } = fields;
    const isIgnored =
      ignore === true || (isRecord(vulnerability) && vulnerability["ignore"] === true);
    if (!isIgnored) continue;
    const unknown = Object.keys(fields).find((key) => !OVERRIDE_KEYS.has(key));
    const conditions = { name, version, ecosystem, group };
    const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
    add(
      typeof name === "string" ? name : "packages of PackageOverrides",
      fields,
      "effectiveUntil",
      {
        matches: (each) =>
          isHere(each) &&
          (name === undefined ||
            [each.component.name, each.match.query.name].includes(`${name}`)) &&
          (version === undefined || each.component.version === version) &&
          (ecosystem === undefined ||
            each.match.query.ecosystem.split(":", 1)[0] === `${ecosystem}`.split(":", 1)[0]) &&
          // Its groups are those of the lockfile; only `dev` is one that every reader knows.
          (group === undefined || each.component.scope === "development"),
      },
      unknown !== undefined
        ? `\`${unknown}\` is not understood`
        : given.some(([, value]) => typeof value !== "string")
          ? "a condition is no text"
          : group !== undefined && group !== "dev"
            ? `the group ${JSON.stringify(group).slice(0, 60)} is not understood, only "dev" is`
            : undefined,
    );
  }
  return { ignores, faults };
}
