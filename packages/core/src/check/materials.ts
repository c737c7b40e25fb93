/**
 * What several checks of one run stand on is made once and shared: the first who asks makes it, the others get the same.
 * Who makes a material names its key; nothing here knows which there are.
 */
export interface Materials {
  /** @param key Unique to the material and to what it is made from, such as `inventory`. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
}

/** An empty store, for one run. */
export function createMaterials(): Materials {
  const made = new Map<string, Promise<unknown>>();
  return {
    once<T>(key: string, make: () => Promise<T>): Promise<T> {
      const existing = made.get(key);
      // Whoever put it there used the same key, and with it the same type.
      if (existing !== undefined) return existing as Promise<T>;
      const material = make();
      made.set(key, material);
      return material;
    },
  };
}
