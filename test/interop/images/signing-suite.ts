import assert from "node:assert/strict";
import { join } from "node:path";
import { peer } from "../peers.ts";
import { type CaseResult, runIsolated } from "../sigstore/namespace.ts";
import type { InteropSuite } from "../suite.ts";
import { installRegistries } from "./servers.ts";
import { signingCases } from "./signing-cases.ts";

let results: ReadonlyMap<string, CaseResult> = new Map();

/** cosign and we over two real registries, both ways, and every way in which an image is not what it should be. */
export const imageSigningSuite: InteropSuite = {
  name: "images-signing",
  setup() {
    // Installed here, where there is a network.
    for (const name of ["cosign", "oras", "fulcio", "rekor", "timestamp-server"] as const) {
      peer(name);
    }
    installRegistries();
    const entry = join(import.meta.dirname, "run-cases.ts");
    results = new Map(runIsolated(entry).map((result) => [result.name, result]));
  },
  cases: signingCases.map(({ name }) => ({
    name,
    run() {
      const result = results.get(name);
      assert.ok(result !== undefined, "the case did not run");
      assert.equal(result.error, undefined, result.error);
    },
  })),
};
