import { basename } from "node:path";
import type { InteropSuite } from "../suite.ts";
import { checkouts } from "./checkouts.ts";
import { compareCheckout } from "./compare.ts";
import { record } from "./measured.ts";

/**
 * Workflow rules on the checkouts in the folder that `ASSAY_INTEROP_WORKFLOWS` names, beside zizmor offline and actionlint: each
 * difference has an explanation. With `ASSAY_INTEROP_RECORD` set, `docs/accuracy.md` says what was found.
 */
export const policySuite: InteropSuite = {
  name: "policy",
  cases: checkouts().map((root) => ({
    name: basename(root),
    run: async () => {
      const comparison = await compareCheckout(root);
      const { unexplained } = comparison;
      if (unexplained.length > 0)
        throw new Error(`${unexplained.length} without an explanation:\n${unexplained.join("\n")}`);
      if (process.env["ASSAY_INTEROP_RECORD"] !== undefined) record(root, comparison);
    },
  })),
};
