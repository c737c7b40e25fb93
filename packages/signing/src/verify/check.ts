import type { Check } from "@assay/core";
import type { VerifyRunOptions } from "./options.ts";
import { VERIFY_RULES } from "./rules.ts";

/** Verifies files by glob against the bundles beside them. The work is loaded when it runs. */
export const verifyCheck: Check<VerifyRunOptions> = {
  id: "verify",
  title: "Verification",
  rules: VERIFY_RULES,
  run: async (context, options) => (await import("./run-verify.ts")).runVerify(context, options),
};
