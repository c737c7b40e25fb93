import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHANGES, pathsOf } from "../test/every-change.ts";
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
