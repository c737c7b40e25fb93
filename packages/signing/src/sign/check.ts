import type { Check } from "@assay/core";
import type { SignOptions } from "./options.ts";
import { SIGN_RULES } from "./rules.ts";

/** Signs files by glob, one bundle beside each. The work is loaded when it runs. */
export const signCheck: Check<SignOptions> = {
  id: "sign",
  title: "Signing",
  rules: SIGN_RULES,
  run: async (context, options) => (await import("./run-sign.ts")).runSign(context, options),
};
