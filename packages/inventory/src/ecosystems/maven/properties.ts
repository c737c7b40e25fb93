/** What a text is once its expressions are replaced. */
export interface Resolved {
  /** What is not known stands in it as it is written. */
  readonly text: string;
  /** Expressions that nothing here gives a value, as they are written: `${a.version}`. */
  readonly open: readonly string[];
}

export type Interpolate = (text: string) => Resolved;

const MAX_LENGTH = 1000;
const MAX_DEPTH = 50;

/**
 * Replaces `${name}` by what `lookup` says, and the expressions in that in turn. A name that leads back to itself has no value, like a
 * text that grows beyond every version and name.
 *
 * @param used gets every name that was looked up
 */
export function interpolator(
  lookup: (name: string) => string | undefined,
  used: Set<string> = new Set(),
): Interpolate {
  const known = new Map<string, Resolved | undefined>();
  const valueNamed = (name: string, depth: number): Resolved | undefined => {
    if (known.has(name)) return known.get(name);
    used.add(name);
    const text = depth > MAX_DEPTH ? undefined : lookup(name);
    // For as long as it is looked for it has no value: then a circle has none.
    known.set(name, undefined);
    const value = text === undefined ? undefined : resolve(text, depth + 1);
    known.set(name, value);
    return value;
  };
  const resolve = (text: string, depth: number): Resolved => {
    if (!text.includes("${")) return { text, open: [] };
    const open = new Set<string>();
    const result =
      text.length > MAX_LENGTH
        ? text
        : text.replace(/\$\{([^${}]*)\}/g, (all, name: string) => {
            const value = valueNamed(name, depth);
            if (value === undefined) open.add(all);
            for (const each of value?.open ?? []) open.add(each);
            return value?.text ?? all;
          });
    if (result.length > MAX_LENGTH || (open.size === 0 && result.includes("${")))
      return { text: text.slice(0, MAX_LENGTH), open: [text.slice(0, 80)] };
    return { text: result, open: [...open] };
  };
  return (text) => resolve(text, 0);
}
