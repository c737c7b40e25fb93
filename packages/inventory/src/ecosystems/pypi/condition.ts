/** Conditions that must all hold, as one; nothing where none is given. */
export function allOf(...conditions: readonly (string | undefined)[]): string | undefined {
  const given = [...new Set(conditions.filter((each) => each !== undefined && each !== ""))];
  if (given.length < 2) return given[0];
  return given.map((each) => (/\bor\b/.test(each as string) ? `(${each})` : each)).join(" and ");
}

/** What holds if one of them does: nothing where one of them always does. */
export function anyOf(conditions: readonly (string | undefined)[]): string | undefined {
  const given = new Set<string>();
  for (const each of conditions) {
    if (each === undefined || each === "") return undefined;
    given.add(each);
  }
  const sorted = [...given].sort();
  if (sorted.length < 2) return sorted[0];
  return sorted.map((each) => (/\band\b/.test(each) ? `(${each})` : each)).join(" or ");
}

/** That an extra of the package is asked for. */
export function extraCondition(extra: string): string {
  return `extra == '${extra}'`;
}

/** That a dependency group is asked for, as https://packaging.python.org/en/latest/specifications/pylock-toml/ writes it. */
export function groupCondition(group: string): string {
  return `'${group}' in dependency_groups`;
}
