import { normalize, type Ranges } from "./character-class.ts";

const known = new Map<string, Ranges | undefined>();

/**
 * The code points of `\p{name}`, where `name` is a general category or a script as in Go; `undefined` for an unknown name.
 *
 * JavaScript knows the same properties, but only under the flag `u`, which changes what case folding means; so the
 * property is asked once for each code point and becomes an ordinary class.
 */
export function unicodeProperty(name: string): Ranges | undefined {
  if (!known.has(name)) known.set(name, compute(name));
  return known.get(name);
}

function compute(name: string): Ranges | undefined {
  if (name === "Any") return [[0, 0x10ffff]];
  if (!/^[A-Za-z_]{1,40}$/.test(name)) return undefined;
  const property = propertyPattern(name);
  if (property === undefined) return undefined;
  const out: [number, number][] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (!property.test(String.fromCodePoint(code))) continue;
    const last = out.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else out.push([code, code]);
  }
  return normalize(out);
}

function propertyPattern(name: string): RegExp | undefined {
  // Go knows categories by their one- or two-letter names only.
  const expression = name.length <= 2 ? `General_Category=${name}` : `Script=${name}`;
  try {
    return new RegExp(`^\\p{${expression}}$`, "u");
  } catch {
    return undefined;
  }
}
