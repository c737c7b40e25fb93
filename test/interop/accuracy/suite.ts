import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { InteropSuite } from "../suite.ts";
import { compareCheckout } from "./checkout.ts";

const REPOSITORIES = process.env["ASSAY_INTEROP_REPOSITORIES"]?.split(":") ?? [];

let scratch = "";

/**
 * Packages and edges of the repositories whose folders `ASSAY_INTEROP_REPOSITORIES` names (separated by colons), beside those of syft and
 * osv-scalibr: each difference has an explanation.
 */
export const accuracySuite: InteropSuite = {
  name: "accuracy",
  setup() {
    scratch = process.env["ASSAY_ACCURACY_KEEP"] ?? mkdtempSync(join(tmpdir(), "assay-accuracy-"));
  },
  cases: REPOSITORIES.map((repository) => ({
    name: repository,
    run: async () => {
      const root = resolve(repository);
      const { unexplained, counts } = await compareCheckout(root, join(scratch, basename(root)));
      console.log(Object.fromEntries(counts));
      if (unexplained.length > 0)
        throw new Error(`${unexplained.length} without an explanation:\n${unexplained.join("\n")}`);
    },
  })),
  teardown() {
    if (process.env["ASSAY_ACCURACY_KEEP"] === undefined)
      rmSync(scratch, { recursive: true, force: true });
  },
};
