import { UsageError } from "@assay/core";
import { plainYaml } from "@assay/inventory";
import type { Fault } from "./collect.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The entries of a list at the top of a YAML file; those with keys that are not understood are faults, for a condition that is
 * left out makes an ignore hide more than it says.
 *
 * @param faults Where those are put.
 * @throws UsageError where the file is no YAML that is read, or the key holds no list.
 */
export function entriesOf(
  path: string,
  text: string,
  key: string,
  known: readonly string[],
  faults: Fault[],
): readonly Fields[] {
  const value = fieldsOf(plainYaml(path, text))?.[key] ?? [];
  if (!Array.isArray(value)) throw new UsageError(`\`${key}\` of ${path} is no list`);
  return value.flatMap((each: unknown): readonly Fields[] => {
    const fields = fieldsOf(each);
    const unknown = Object.keys(fields ?? {}).find((name) => !known.includes(name));
    const id = textOf(fields ?? {}, known[0] ?? "") ?? "an entry";
    if (fields !== undefined && unknown === undefined) return [fields];
    const why =
      unknown === undefined
        ? `it is no mapping in \`${key}\``
        : `\`${unknown.slice(0, 60)}\` is not understood`;
    faults.push({ id, why });
    return [];
  });
}

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}

export function textOf(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
