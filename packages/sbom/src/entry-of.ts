/** The entry of a table by a word of a document, which may be one that every object has, such as `constructor`. */
export function entryOf<V>(table: Readonly<Record<string, V>>, word: string): V | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
