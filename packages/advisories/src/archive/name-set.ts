import { hash, randomBytes } from "node:crypto";

/** Names that were seen. Some hundred thousand texts that live for the whole of a build make the heap many times as large. */
export interface NameSet {
  readonly size: () => number;
  has(name: string): boolean;
  /** False where it is in already. */
  add(name: string): boolean;
}

/**
 * A set that keeps 64 bits of each name's hash. The key of the hash is another one in each process, so that nobody can make a name
 * that stands for another one's.
 */
export function nameSet(): NameSet {
  const key = randomBytes(16).toString("hex");
  // Two numbers a name; a first one of zero is a place that is free.
  let table = new Uint32Array(2048);
  let count = 0;
  const hashOf = (name: string): readonly [number, number] => {
    const digest = hash("sha256", key + name);
    return [Number.parseInt(digest.slice(0, 8), 16) || 1, Number.parseInt(digest.slice(8, 16), 16)];
  };
  const placeOf = (one: number, other: number) => {
    let place = (other * 2) & (table.length - 1);
    while (table[place] !== 0 && !(table[place] === one && table[place + 1] === other))
      place = (place + 2) & (table.length - 1);
    return place;
  };
  const put = (one: number, other: number) => {
    const place = placeOf(one, other);
    if (table[place] !== 0) return false;
    [table[place], table[place + 1]] = [one, other];
    return true;
  };
  return {
    size: () => count,
    has: (name) => table[placeOf(...hashOf(name))] !== 0,
    add(name) {
      if (!put(...hashOf(name))) return false;
      count += 1;
      if (count * 4 < table.length) return true;
      const old = table;
      table = new Uint32Array(old.length * 2);
      for (let at = 0; at < old.length; at += 2)
        if (old[at] !== 0) put(old[at] ?? 0, old[at + 1] ?? 0);
      return true;
    },
  };
}
