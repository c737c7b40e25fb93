/** Each once, in the order in which they come. */
export function unique<T>(items: readonly T[]): readonly T[] {
  return items.length < 2
    ? items
    : [...new Map(items.map((each) => [JSON.stringify(each), each])).values()];
}
