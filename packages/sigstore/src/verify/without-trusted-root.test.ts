import { changed, flip, type MiniSigstore, type Path, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Forged, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

/* With a key and no trusted root: who made entries and timestamps is unknown, and reported. What they say is not. */

let mini: MiniSigstore;

beforeAll(async () => {
  mini = await startMiniSigstore();
});
afterAll(async () => {
  await mini.close();
});

const ENTRY: Path = ["verificationMaterial", "tlogEntries", 0];
const BODY: Path = [...ENTRY, "canonicalizedBody"];
const STAMP: Path = ["verificationMaterial", "timestampVerificationData"];

describe.each([
  ["v1", "message"],
  ["v1", "envelope"],
  ["v2", "message"],
  ["v2", "envelope"],
] as const)("without a trusted root, in a %s log as %s", (log, form) => {
  const content = `content of ${log} ${form}`;
  let ours: Forged;
  let other: Forged;
  const said = (bundle: unknown) =>
    judge(mini, { content, bundle, publicKey: ours.publicKey, withoutRoot: true });
  const part = (path: Path) =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], other.bundle);

  beforeAll(async () => {
    ours = await forge(mini, { content, key: "key", log, form });
    other = await forge(mini, { content, key: "key", log, form });
  });

  it("verifies as it is", async () => {
    expect(await said(ours.bundle)).toBe("verified");
  });

  it("refuses the entry of another signature", async () => {
    expect(await said(changed(ours.bundle, ENTRY, () => part(ENTRY)))).toMatch(
      /^log-entry-invalid: .*it is for another signer \| expected the bundle's own key/,
    );
    const body = Buffer.from(String(BODY.reduce<unknown>(step, ours.bundle)), "base64").toString();
    const swapped = body.replace(/"(content|signature)":"M[^"]{20}/, `"$1":"M${"A".repeat(20)}`);
    const tampered = Buffer.from(swapped).toString("base64");
    expect(await said(changed(ours.bundle, BODY, () => tampered))).toMatch(
      /it is for another signature/,
    );
  });

  it("refuses the timestamp of another signature, and one that is none", async () => {
    expect(await said(changed(ours.bundle, STAMP, () => part(STAMP)))).toMatch(
      /^untrusted-timestamp: the signed timestamp is over another signature/,
    );
    const broken: Path = [...STAMP, "rfc3161Timestamps", 0, "signedTimestamp"];
    const cut = changed(ours.bundle, broken, (text: string) => text.slice(0, 80));
    expect(await said(cut)).toMatch(/^untrusted-timestamp: .*malformed/);
  });

  it("refuses an entry of a kind that it can't read", async () => {
    const version: Path = [...ENTRY, "kindVersion", "version"];
    expect(await said(changed(ours.bundle, version, () => "0.0.7"))).toMatch(
      /^log-entry-invalid: .* \| expected hashedrekord|another kind/,
    );
    expect(await said(changed(ours.bundle, BODY, flip))).toMatch(/^log-entry-invalid/);
  });
});

function step(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key];
}
