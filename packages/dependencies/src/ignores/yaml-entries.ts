import { UsageError } from "@assay/core";
import { plainYaml } from "@assay/inventory";

type Fields = Readonly<Record<string, unknown>>;

export interface Fault {
  readonly id: string;
  readonly why: string;
  readonly line?: number;
}

/**
 * The entries of a list at the top of a YAML file; those with keys that are not understood are faults, for a condition that is
 * left out makes an ignore hide more than it says.
 *
 * @throws UsageError where the file is no YAML that is read, or the key holds no list.
 */
export function entriesOf(path: string, text: string, key: string, known: readonly string[]) {
  const value = fieldsOf(plainYaml(path, text))?.[key] ?? [];
  if (!Array.isArray(value)) throw new UsageError(`\`${key}\` of ${path} is no list`);
  const faults: Fault[] = [];
  const entries: { readonly fields: Fields }[] = [];
  for (const each of value) {
    const fields = fieldsOf(each);
    const unknown = Object.keys(fields ?? {}).find((name) => !known.includes(name));
    const id = textOf(fields ?? {}, known[0] ?? "") ?? "an entry";
    if (fields === undefined) faults.push({ id, why: `it is no mapping in \`${key}\`` });
    else if (unknown !== undefined)
      faults.push({ id, why: `\`${unknown.slice(0, 60)}\` is not understood` });
    else entries.push({ fields });
  }
  return { entries, faults };
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
