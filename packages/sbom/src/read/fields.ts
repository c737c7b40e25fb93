import { isRecord } from "@assay/core";

/** A field of a document that the model has no place for, and how often it is there. */
export interface Unread {
  /** Such as `components[].evidence.callstack`. */
  readonly path: string;
  readonly count: number;
}

/** Keeps what a reader did not take: a field counts as carried over only when it was asked for in its own shape. */
export interface UnreadFields {
  /** An object of the document; a field that nobody takes is unread. */
  open(value: unknown, path: string): Fields;
  add(path: string, count?: number): void;
  /** Once everything was read. Sorted by path. */
  list(): readonly Unread[];
}

/** An object of a document, of which each field that is taken is remembered. */
export interface Fields {
  readonly path: string;
  /** The value as it is; `undefined` where the field is absent. */
  take(key: string): unknown;
  /** As `take`; the field stays unread. */
  peek(key: string): unknown;
  /** A text; what is none stays unread. */
  text(key: string): string | undefined;
  /** A list of texts, or one text that stands for a list of one. */
  texts(key: string): readonly string[];
  /** An object. */
  one(key: string): Fields | undefined;
  /** The objects of a list, or the one that stands for it. */
  all(key: string): readonly Fields[];
  /** Says that fields were understood though nothing was made from them. */
  skip(...keys: readonly string[]): void;
  /** Counts something of a field that was taken. */
  leave(path: string, count: number): void;
  /** Counts the object as unread as a whole, with a word on what it is. */
  drop(what: string): void;
}

export function unreadFields(): UnreadFields {
  const counts = new Map<string, number>();
  const opened: { readonly value: object; readonly path: string; readonly taken: Set<string> }[] =
    [];
  const add = (path: string, count = 1) => counts.set(path, (counts.get(path) ?? 0) + count);
  const open = (given: unknown, path: string): Fields => {
    const value = isRecord(given) ? given : {};
    const taken = new Set<string>();
    opened.push({ value, path, taken });
    const peek = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
    const below = (key: string) => (path === "" ? key : `${path}.${key}`);
    /** The items of a list that fit; the others are unread. */
    const some = <T>(key: string, fits: (item: unknown) => item is T): readonly T[] => {
      const found = peek(key);
      if (found === undefined) return [];
      taken.add(key);
      const items: readonly unknown[] = Array.isArray(found) ? found : [found];
      const good = items.filter(fits);
      if (good.length < items.length) add(`${below(key)}[]`, items.length - good.length);
      return good;
    };
    return {
      path,
      peek,
      take(key) {
        taken.add(key);
        return peek(key);
      },
      text(key) {
        const found = peek(key);
        if (typeof found !== "string") return undefined;
        taken.add(key);
        return found;
      },
      texts: (key) => some(key, isText),
      one(key) {
        const found = peek(key);
        if (!isRecord(found)) return undefined;
        taken.add(key);
        return open(found, below(key));
      },
      all: (key) => some(key, isRecord).map((item) => open(item, `${below(key)}[]`)),
      skip(...keys) {
        for (const key of keys) taken.add(key);
      },
      leave: (key, count) => add(below(key), count),
      drop(what) {
        add(`${path} (${what.slice(0, 50)})`);
        for (const key of Object.keys(value)) taken.add(key);
      },
    };
  };
  return {
    open,
    add,
    list() {
      for (const { value, path, taken } of opened.splice(0)) {
        for (const [key, each] of Object.entries(value)) {
          if (taken.has(key) || saysNothing(each)) continue;
          const list = Array.isArray(each) ? `${key}[]` : key;
          add(path === "" ? list : `${path}.${list}`, Array.isArray(each) ? each.length : 1);
        }
      }
      return [...counts]
        .map(([path, count]) => ({ path, count }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
