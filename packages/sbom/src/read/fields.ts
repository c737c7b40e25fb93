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
  const opened: OpenFields[] = [];
  const kept: Kept = {
    add: (path, count = 1) => counts.set(path, (counts.get(path) ?? 0) + count),
    open(given, path) {
      const made = new OpenFields(kept, isRecord(given) ? given : {}, path);
      opened.push(made);
      return made;
    },
  };
  return {
    ...kept,
    list() {
      for (const each of opened.splice(0)) each.countLeft();
      return [...counts]
        .map(([path, count]) => ({ path, count }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}

interface Kept {
  add(path: string, count?: number): void;
  open(given: unknown, path: string): Fields;
}

/** A class, for a document has a million objects: their methods are there once, and the few keys that are taken stand in a list. */
class OpenFields implements Fields {
  readonly path: string;
  readonly #kept: Kept;
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #taken: string[] = [];
  #isDropped = false;

  constructor(kept: Kept, value: Readonly<Record<string, unknown>>, path: string) {
    this.#kept = kept;
    this.#value = value;
    this.path = path;
  }

  take(key: string): unknown {
    this.#taken.push(key);
    return this.peek(key);
  }

  peek(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? this.#value[key] : undefined;
  }

  text(key: string): string | undefined {
    const found = this.peek(key);
    if (typeof found !== "string") return undefined;
    this.#taken.push(key);
    return found;
  }

  texts(key: string): readonly string[] {
    return this.#some(key, isText);
  }

  one(key: string): Fields | undefined {
    const found = this.peek(key);
    if (!isRecord(found)) return undefined;
    this.#taken.push(key);
    return this.#kept.open(found, this.#below(key));
  }

  all(key: string): readonly Fields[] {
    const found = this.#some(key, isRecord);
    const path = found.length === 0 ? "" : `${this.#below(key)}[]`;
    return found.map((item) => this.#kept.open(item, path));
  }

  skip(...keys: readonly string[]): void {
    for (const key of keys) this.#taken.push(key);
  }

  leave(key: string, count: number): void {
    this.#kept.add(this.#below(key), count);
  }

  drop(what: string): void {
    this.#kept.add(`${this.path} (${what.slice(0, 50)})`);
    this.#isDropped = true;
  }

  countLeft(): void {
    if (this.#isDropped) return;
    for (const [key, each] of Object.entries(this.#value)) {
      if (this.#taken.includes(key) || saysNothing(each)) continue;
      const isList = Array.isArray(each);
      this.#kept.add(this.#below(isList ? `${key}[]` : key), isList ? each.length : 1);
    }
  }

  /** The items of a list that fit; the others are unread. */
  #some<T>(key: string, fits: (item: unknown) => item is T): readonly T[] {
    const found = this.peek(key);
    if (found === undefined) return [];
    this.#taken.push(key);
    const items: readonly unknown[] = Array.isArray(found) ? found : [found];
    const good = items.filter(fits);
    if (good.length < items.length)
      this.#kept.add(`${this.#below(key)}[]`, items.length - good.length);
    return good;
  }

  #below(key: string): string {
    return this.path === "" ? key : `${this.path}.${key}`;
  }
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
