import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { InteropSuite } from "../suite.ts";
import { checkouts } from "./checkouts.ts";
import { compareCheckout } from "./compare.ts";
import { problemsOfFixes } from "./fixes.ts";
import { record } from "./measured.ts";

/**
 * Workflow rules on the checkouts in the folder that `ASSAY_INTEROP_WORKFLOWS` names, beside zizmor offline and actionlint: each
 * difference has an explanation. What `assay policy fix` makes of them keeps all comments and brings zizmor nothing new. With `ASSAY_INTEROP_RECORD` set, `docs/accuracy.md` says what was found.
 */
export const policySuite: InteropSuite = {
  name: "policy",
  cases: checkouts().flatMap((root) => [
    {
      name: basename(root),
      run: async () => {
        const comparison = await compareCheckout(root);
        const { unexplained } = comparison;
        if (unexplained.length > 0)
          throw new Error(
            `${unexplained.length} without an explanation:\n${unexplained.join("\n")}`,
          );
        if (process.env["ASSAY_INTEROP_RECORD"] !== undefined) record(root, comparison);
      },
    },
    {
      name: `${basename(root)}, fixed`,
      run: async () => {
        const problems = existsSync(join(root, ".github")) ? await problemsOfFixes(root) : [];
        if (problems.length > 0) throw new Error(problems.join("\n"));
      },
    },
  ]),
};
