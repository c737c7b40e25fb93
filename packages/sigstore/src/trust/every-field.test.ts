import { UsageError } from "@assay/core";
import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHANGES, pathsOf } from "../test/every-change.ts";
import { type Forged, forge } from "../test/forge.ts";
import { judge } from "../test/judge.ts";

/* A trusted root of which any one field is another: what it no longer vouches for is refused, and what is no root is refused by name. */

let mini: MiniSigstore;
let forged: Forged;

beforeAll(async () => {
  mini = await startMiniSigstore();
  await forge(mini, { content: "before", log: "v1" });
  forged = await forge(mini, { content: "x", log: "v1" });
  await forge(mini, { content: "after", log: "v1" });
});
afterAll(() => mini.close());

it("each field of a trusted root matters, or is of somebody who is not asked", async () => {
  const root = JSON.parse(mini.trustedRoot);
  const accepted = new Set<string>();
  for (const path of pathsOf(root)) {
    for (const [what, change] of CHANGES) {
      const trustedRoot = structuredClone(root);
      if (!change(trustedRoot, path)) continue;
      const said = await judge(mini, { content: "x", bundle: forged.bundle, trustedRoot }).catch(
        (error: unknown) => {
          if (error instanceof UsageError) return error.message;
          throw error;
        },
      );
      expect(said).toMatch(/.{10}|^verified$/);
      if (said === "verified") accepted.add(`${path.join(".")}: ${what}`);
    }
  }
  expect([...accepted].filter((entry) => !HARMLESS.some((pattern) => pattern.test(entry)))).toEqual(
    [],
  );
});

const ASKED = String.raw`(tlogs\.0|ctlogs\.0|certificateAuthorities\.0|timestampAuthorities\.0)`;

/** What is accepted trusts the same keys for the same times. */
const HARMLESS: readonly RegExp[] = [
  // Another log than that of the bundle.
  /^tlogs\.1\./,
  // The same instances, more often or in another order.
  /^\w+: (doubled|33|reversed)$/,
  /^timestampAuthorities\.0\.certChain\.certificates: (one less|reversed|doubled)$/,
  /^certificateAuthorities\.0\.certChain\.certificates: doubled$/,
  // Names, and what the key says itself; of the bundle's log the name counts, and a line break is no part of it.
  /^(ctlogs|certificateAuthorities|timestampAuthorities)\.0\.(subject|uri|baseUrl)\b/,
  /^tlogs\.0\.baseUrl: a line break$/,
  new RegExp(`^${ASKED}\\.publicKey\\.keyDetails: `),
  new RegExp(`^${ASKED}\\.hashAlgorithm: (taken out|null)$`),
  // The key is what it was: the DER around it is read leniently, and the id is made of the key.
  new RegExp(`^${ASKED}\\.(publicKey\\.rawBytes|logId\\.keyId): a byte more$`),
  /^\w+Authorities\.0\.certChain\.certificates\.\d\.rawBytes: first bit$/,
  // Without a start the certificates' own times hold.
  /^\w+Authorities\.0\.validFor(: (taken out|null|an empty object)|\.start: (taken out|null))$/,
];
