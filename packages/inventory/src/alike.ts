/** What has the same key, together: lists in the order of their first item. `Map.groupBy` without Node 21. */
export function alike<T>(
  list: readonly T[],
  keyOf: (each: T) => string,
): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return [...groups.values()];
}
