import { pathsOf } from "./every-change.ts";

/** A seeded source of numbers: every run with a seed makes the same mutants. */
export interface Dice {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  of<T>(list: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, of: (list) => list[below(list.length)] as never };
}

type Json = Record<string | number, unknown>;

/** Bytes with some of them changed, cut, doubled or moved. */
export function otherBytes(bytes: Buffer, { below, of }: Dice): Buffer {
  const at = below(bytes.length);
  const end = Math.min(bytes.length, at + 1 + below(8));
  const [before, part, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, end),
    bytes.subarray(end),
  ];
  const flipped = Buffer.from(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8));
  return of([
    () => flipped,
    () => Buffer.concat([before, after]),
    () => Buffer.concat([before, part, part, after]),
    () => Buffer.concat([before, Buffer.from([below(256)]), part, after]),
    () => before,
    () => Buffer.concat([bytes, Buffer.from([below(256)])]),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.concat([before, Buffer.from([...part].reverse()), after]),
  ])();
}

/** A document as text, with its text or a value in it changed. `other` is another valid one. */
export function mutant(json: object, other: object, roll: Dice): string {
  const text = JSON.stringify(json);
  const { below, of } = roll;
  return of([
    () => otherBytes(Buffer.from(text), roll).toString("utf8"),
    () => text + JSON.stringify(other),
    () => `${text.slice(0, below(text.length))}${JSON.stringify(other).slice(below(text.length))}`,
    () => withPart(json, roll, (value) => otherValue(value, roll)),
    () => withPart(json, roll, (value) => otherValue(value, roll)),
    () => withPart(json, roll, (value) => otherValue(value, roll)),
    () => withPart(json, roll, (_, path) => at(other, path)),
    () => withPart(json, roll, (_value, _path, paths) => at(json, of(paths))),
    () => fieldTwice(text, JSON.stringify(other), roll),
  ])();
}

/** One field a second time, with the value of another document. */
function fieldTwice(text: string, other: string, { of }: Dice): string {
  const names = [...text.matchAll(/"(\w+)":("[^"]*"|\d+)/g)];
  const [field = "", name = ""] = of(names) ?? [];
  const value = new RegExp(`"${name}":("[^"]*"|\\d+)`).exec(other)?.[1] ?? "null";
  return text.replace(field, of([`${field},"${name}":${value}`, `"${name}":${value},${field}`]));
}

type Part = readonly (string | number)[];

function at(json: unknown, path: Part): unknown {
  return path.reduce<unknown>((value, name) => (value as Json | undefined)?.[name], json);
}

function withPart(
  json: object,
  { of }: Dice,
  change: (value: unknown, path: Part, paths: readonly Part[]) => unknown,
): string {
  const copy = structuredClone(json);
  const paths = pathsOf(copy);
  const path = of(paths);
  const holder = at(copy, path.slice(0, -1)) as Json;
  const name = path.at(-1) ?? "";
  const value = change(holder[name], path, paths);
  if (value === undefined) delete holder[name];
  else holder[name] = value;
  return JSON.stringify(copy);
}

const VALUES: readonly unknown[] = [
  undefined,
  null,
  "",
  0,
  -1,
  1.5,
  true,
  [],
  {},
  "x",
  "é\u0000",
  Number.MAX_VALUE,
];

function otherValue(value: unknown, roll: Dice): unknown {
  const { of, below } = roll;
  if (typeof value === "string") {
    const bytes = Buffer.from(value, "base64");
    const isBase64 = value.length > 7 && bytes.toString("base64") === value;
    if (isBase64 && below(8) > 0) return insideBase64(bytes, roll).toString("base64");
    if (/^\d+$/.test(value)) {
      return of([
        Number(value),
        `${value}.0`,
        `0${value}`,
        `+${value}`,
        `0x${value}`,
        `${value}e0`,
        ` ${value}`,
        String(Number(value) + 1),
      ]);
    }
    return of([
      otherBytes(Buffer.from(value || "x"), roll).toString("utf8"),
      value.toUpperCase(),
      `${value}\u0000`,
      `\ufeff${value}`,
      [value],
      { value },
      ...VALUES,
    ]);
  }
  if (Array.isArray(value)) {
    return of([
      [...value].reverse(),
      [...value, ...value],
      value.slice(1),
      value[0],
      Object.assign({}, value),
      ...VALUES,
    ]);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    return of([
      Object.fromEntries(entries.slice(1)),
      Object.fromEntries([...entries].reverse()),
      { ...value, extra: 1 },
      [value],
      ...VALUES,
    ]);
  }
  return of(VALUES);
}

/** A text of JSON in Base64 is changed as JSON now and then. */
function insideBase64(bytes: Buffer, roll: Dice): Buffer {
  if (bytes[0] !== 0x7b || roll.below(3) === 0) return otherBytes(bytes, roll);
  const inner = parsed(bytes);
  if (inner === undefined) return otherBytes(bytes, roll);
  return Buffer.from(withPart(inner, roll, (value) => otherValue(value, roll)));
}

function parsed(bytes: Buffer): object | undefined {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
