import { isDeepStrictEqual } from "node:util";
import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { RFC3161Timestamp } from "@sigstore/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Forged, type Forgery, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";
import { dice, mutant } from "../test/mutate.ts";

/** Mutants of each form of bundle. `ASSAY_FUZZ_MUTANTS` makes more of them, `ASSAY_FUZZ_SEED` others. */
const MUTANTS = Number(process.env["ASSAY_FUZZ_MUTANTS"] ?? 200);
const SEED = Number(process.env["ASSAY_FUZZ_SEED"] ?? 20261128);

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

describe.each(FORMS)("mutants of a bundle signed with a $key in a $log log, as $form", (form) => {
  const content = `content ${Object.values(form).join(" ")}`;
  let forged: Forged;
  let other: Forged;

  beforeAll(async () => {
    other = await forge(mini, { ...form, content: "other" });
    forged = await forge(mini, { ...form, content });
    await forge(mini, { ...form, content: "later" });
  });

  it("are refused, each with a reason, but for those that mean the same", async () => {
    const roll = dice(SEED);
    const publicKey = form.key === "key" ? forged.publicKey : undefined;
    const harmful: string[] = [];
    const harmless = new Map<string, number>();
    const codes = new Map<string, number>();
    for (let made = 0; made < MUTANTS; made++) {
      const text = mutant(forged.bundle, other.bundle, roll);
      const said = await judge(mini, { content, bundle: text, publicKey });
      const [code = ""] = said.split(": ", 1);
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (code !== "verified") {
        expect(said).toMatch(/^[a-z-]+: .{10}/);
        continue;
      }
      const reason = reasonOf(forged.bundle, text, form);
      if (reason === undefined) harmful.push(text);
      else harmless.set(reason, (harmless.get(reason) ?? 0) + 1);
    }
    expect(harmful).toEqual([]);
    if (process.env["ASSAY_FUZZ_MUTANTS"] !== undefined) {
      const figures = [Object.fromEntries(codes), Object.fromEntries(harmless)];
      process.stderr.write(`${content}: ${MUTANTS} mutants ${JSON.stringify(figures)}\n`);
    }
  });
});

type Form = (typeof FORMS)[number];

const entriesOf = (json: Loose) => json.verificationMaterial?.tlogEntries ?? [];

/** What nobody signs or what is one too many, each taken out. */
const UNSIGNED: readonly (readonly [string, (json: Loose, form: Form) => void])[] = [
  ["hint", (json) => delete json.verificationMaterial?.publicKey],
  [
    "keyid",
    (json) => {
      for (const each of json.dsseEnvelope?.signatures ?? []) delete each.keyid;
    },
  ],
  [
    "integratedTime of v2",
    (json, { log }) => {
      if (log === "v2") for (const each of entriesOf(json)) delete each.integratedTime;
    },
  ],
  [
    "one witness of two",
    (json, { log, key }) => {
      if (log === "v1" || key === "key")
        delete json.verificationMaterial?.timestampVerificationData;
    },
  ],
  [
    "the promise beside a proof",
    (json) => {
      for (const each of entriesOf(json)) delete each.inclusionPromise;
    },
  ],
];

/** Why a mutant that verifies may do so; `undefined` where it may not. */
function reasonOf(bundle: object, text: string, form: Form): string | undefined {
  const mutated = normal(JSON.parse(text));
  const original = normal(bundle);
  if (isDeepStrictEqual(mutated, original)) return "the same JSON";
  for (const [reason, without] of UNSIGNED) {
    const [a, b] = [original, mutated].map((json) => {
      const copy = structuredClone(json) as Loose;
      without(copy, form);
      return copy;
    });
    if (isDeepStrictEqual(a, b)) return reason;
  }
  const [before, after] = [original, mutated].map(stampedOf);
  if (before !== undefined && isDeepStrictEqual(before, after))
    return "around what the timestamp authority signed";
  return undefined;
}

/** A bundle with its timestamp as that which the authority signed (RFC 3161, `TSTInfo`). */
function stampedOf(json: unknown): unknown {
  const copy = structuredClone(json) as Loose;
  const stamps = copy.verificationMaterial?.timestampVerificationData?.rfc3161Timestamps ?? [];
  for (const stamp of stamps) {
    const bytes = Buffer.from(String(stamp.signedTimestamp), "base64");
    stamp.signedTimestamp = RFC3161Timestamp.parse(bytes).tstInfo.root.toDER().toString("hex");
  }
  return copy;
}

interface Loose {
  readonly verificationMaterial?: {
    publicKey?: unknown;
    timestampVerificationData?: { readonly rfc3161Timestamps?: { signedTimestamp: unknown }[] };
    readonly tlogEntries?: { integratedTime?: unknown; inclusionPromise?: unknown }[];
  };
  readonly dsseEnvelope?: { readonly signatures?: { keyid?: unknown }[] };
}

/** proto3 JSON: nothing, and zero, are what is left out; numbers are texts. */
function normal(json: unknown): unknown {
  if (typeof json === "number") return String(json);
  if (Array.isArray(json)) return json.map(normal);
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, normal(value)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}
