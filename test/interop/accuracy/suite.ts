import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { InteropSuite } from "../suite.ts";
import { compareCheckout } from "./checkout.ts";
import { record } from "./measured.ts";

const REPOSITORIES = process.env["ASSAY_INTEROP_REPOSITORIES"]?.split(":") ?? [];

let scratch = "";

/**
 * Packages and edges of the repositories whose folders `ASSAY_INTEROP_REPOSITORIES` names (separated by colons), beside those of syft and
 * osv-scalibr: each difference has an explanation. With `ASSAY_INTEROP_RECORD` set, `docs/accuracy.md` says what was found.
 */
export const accuracySuite: InteropSuite = {
  name: "accuracy",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-accuracy-"));
  },
  cases: REPOSITORIES.map((repository) => ({
    name: repository,
    run: async () => {
      const root = resolve(repository);
      const comparison = await compareCheckout(root, join(scratch, basename(root)));
      const { unexplained } = comparison;
      if (unexplained.length > 0)
        throw new Error(`${unexplained.length} without an explanation:\n${unexplained.join("\n")}`);
      if (process.env["ASSAY_INTEROP_RECORD"] !== undefined) record(root, comparison);
    },
  })),
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};
