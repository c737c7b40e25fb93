import { type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Forged, type Forgery, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

let mini: MiniSigstore;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
});

const FORMS: readonly Required<Pick<Forgery, "key" | "log" | "form">>[] = (
  ["key", "certificate"] as const
).flatMap((key) =>
  (["v1", "v2"] as const).flatMap((log) =>
    (["message", "envelope"] as const).map((form) => ({ key, log, form })),
  ),
);

/** What nothing signs, so that nothing can be wrong with it. Everything else must be refused when it changes. */
const UNSIGNED: readonly RegExp[] = [
  // The caller's key decides; the hint is for finding one.
  /^verificationMaterial\.publicKey(\.hint)?$/,
  /^dsseEnvelope\.signatures\.0\.keyid$/,
  // A v2 log gives no time: the field is not read.
  /^verificationMaterial\.tlogEntries\.0\.integratedTime$/,
];

describe.each(FORMS)("signed with a $key in a $log log, as $form", (form) => {
  const content = `content ${Object.values(form).join(" ")}`;
  let forged: Forged;
  const verdict = (bundle: unknown) =>
    judge(mini, {
      content,
      bundle,
      publicKey: form.key === "key" ? forged.publicKey : undefined,
    });

  beforeAll(async () => {
    // Entries before and after it: proofs have hashes.
    for (const name of ["a", "b"]) await forge(mini, { ...form, content: name });
    forged = await forge(mini, { ...form, content });
  });

  it("verifies as it is", async () => {
    expect(await verdict(forged.bundle)).toBe("verified");
  });

  it("is for no other content", async () => {
    const other = await judge(mini, {
      content: "other",
      bundle: forged.bundle,
      publicKey: form.key === "key" ? forged.publicKey : undefined,
    });
    expect(other).toMatch(/^digest-mismatch: .* \| expected sha256:\w+ \| found sha256:\w+$/);
  });

  it("is refused with any one field changed, taken out, doubled, or of another type", async () => {
    const accepted: string[] = [];
    for (const path of pathsOf(forged.bundle)) {
      for (const [what, change] of CHANGES) {
        const bundle = structuredClone(forged.bundle);
        if (!change(bundle, path)) continue;
        const said = await verdict(bundle);
        expect(said).toMatch(/^verified$|^[a-z-]+: .{10}/);
        if (said === "verified") accepted.push(`${path.join(".")}: ${what}`);
      }
    }
    const unexpected = accepted.filter(
      (entry) => !UNSIGNED.some((pattern) => pattern.test(entry.split(": ")[0] ?? "")),
    );
    expect(unexpected.filter((entry) => !isHarmless(entry, form))).toEqual([]);
  });
});

/** An optional part that was taken out, of which enough is left. */
function isHarmless(entry: string, form: (typeof FORMS)[number]): boolean {
  const material = "verificationMaterial.";
  const isKeyed = form.key === "key";
  const gone = (path: string) =>
    entry.startsWith(`${material}${path}`) && /: (taken out|null|an empty|one less)/.test(entry);
  return (
    // v1 promises a time, so that the timestamp is a second one; a key needs none.
    (gone("timestampVerificationData") && (form.log === "v1" || isKeyed)) ||
    // v1 has promise and proof, and a timestamp beside.
    gone("tlogEntries.0.inclusionPromise")
  );
}

type Holder = Record<string | number, unknown>;
type Edit = (bundle: object, path: Path) => boolean;

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
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

const CHANGES: readonly (readonly [string, Edit])[] = [
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
