import type { Path } from "@assay/testkit";

type Holder = Record<string | number, unknown>;
type Edit = (bundle: object, path: Path) => boolean;

/** The places of everything in a document. */
export function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, entry]) =>
    pathsOf(entry, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function edit(make: (value: unknown, holder: Holder, name: string | number) => unknown): Edit {
  return (bundle, path) => {
    let holder = bundle as Holder;
    for (const part of path.slice(0, -1)) holder = holder[part] as Holder;
    const name = path.at(-1) ?? "";
    const before = JSON.stringify(holder[name]);
    const value = make(holder[name], holder, name);
    if (value === undefined) delete holder[name];
    else holder[name] = value;
    return JSON.stringify(holder[name]) !== before;
  };
}

const onText = (change: (text: string) => string) =>
  edit((value) => (typeof value === "string" ? change(value) : value));
const onBytes = (change: (bytes: Buffer) => void) =>
  onText((text) => {
    if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(text)) return text;
    const bytes = Buffer.from(text, "base64");
    change(bytes);
    return bytes.toString("base64");
  });
const onList = (change: (list: unknown[]) => unknown[]) =>
  edit((value) => (Array.isArray(value) ? change(value) : value));

/** Changes by name; each says whether it changed anything. */
export const CHANGES: readonly (readonly [string, Edit])[] = [
  ["taken out", edit(() => undefined)],
  ["null", edit(() => null)],
  ["a number", edit(() => 7)],
  ["an empty object", edit(() => ({}))],
  ["an empty list", edit(() => [])],
  ["another text", onText((text) => (text === "x" ? "y" : "x"))],
  ["a digit more", onText((text) => (/^[0-9]+$/.test(text) ? `${text}1` : text))],
  ["one more", onText((text) => (/^[0-9]+$/.test(text) ? String(BigInt(text) + 1n) : text))],
  ["beyond 64 bits", onText((text) => (/^[0-9]+$/.test(text) ? "18446744073709551616" : text))],
  ["negative", onText((text) => (/^[0-9]+$/.test(text) ? `-${text}` : text))],
  ["zero in front", onText((text) => (/^[0-9]+$/.test(text) ? `0${text}` : text))],
  ["first bit", onBytes((bytes) => bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0))],
  [
    "middle bit",
    onBytes((bytes) => {
      const at = bytes.length >> 1;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    }),
  ],
  [
    "last bit",
    onBytes((bytes) => bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)),
  ],
  [
    "a byte more",
    onText((text) =>
      /^[A-Za-z0-9+/]{40,}={0,2}$/.test(text)
        ? Buffer.concat([Buffer.from(text, "base64"), Buffer.from([0])]).toString("base64")
        : text,
    ),
  ],
  ["base64url", onText((text) => text.replaceAll("+", "-").replaceAll("/", "_"))],
  ["a line break", onText((text) => `${text}\n`)],
  ["doubled", onList((list) => [...list, ...list])],
  ["one less", onList((list) => list.slice(1))],
  ["reversed", onList((list) => [...list].reverse())],
  ["33", onList((list) => Array(33).fill(list[0]))],
  [
    "an unknown field",
    edit((value) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? { ...value, extra: null }
        : value,
    ),
  ],
  [
    "snake_case",
    edit((value, holder, name) => {
      const snake = String(name).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      if (Array.isArray(holder) || snake === name) return value;
      holder[snake] = value;
      return undefined;
    }),
  ],
];
