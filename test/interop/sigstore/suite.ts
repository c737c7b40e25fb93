import assert from "node:assert/strict";
import { peer } from "../peers.ts";
import type { InteropSuite } from "../suite.ts";
import { missingFromTable } from "./migration-table.ts";
import { type CaseResult, runIsolated } from "./namespace.ts";
import { cases } from "./sigstore.interop.ts";

let results: ReadonlyMap<string, CaseResult> = new Map();

/** cosign and we, both ways, over Fulcio, Rekor v2 and a timestamp authority as they are shipped. */
export const sigstoreSuite: InteropSuite = {
  name: "sigstore",
  setup() {
    // Installed here, where there is a network.
    for (const name of ["cosign", "fulcio", "rekor", "timestamp-server"] as const) peer(name);
    results = new Map(runIsolated().map((result) => [result.name, result]));
  },
  cases: [
    {
      name: "the migration table has every command and flag of cosign",
      run: () => assert.deepEqual(missingFromTable(), []),
    },
    ...cases.map(({ name }) => ({
      name,
      run() {
        const result = results.get(name);
        assert.ok(result !== undefined, "the case did not run");
        assert.equal(result.error, undefined, result.error);
      },
    })),
  ],
};
