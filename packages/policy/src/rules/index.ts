import type { PolicyRule } from "../rule.ts";
import { DEPENDABOT_RULES } from "./dependabot/index.ts";
import { DEPS_RULES } from "./deps/index.ts";
import { DOCUMENT_RULES } from "./documents.ts";
import { PYTHON_RULES } from "./python/index.ts";
import { RELEASE_RULES } from "./release/index.ts";
import { SERVER_RULES } from "./server/index.ts";
import { TELEMETRY_RULES } from "./telemetry/index.ts";
import { WIRED_RULES } from "./wired/index.ts";
import { WORKFLOW_RULES } from "./workflow/index.ts";

/** Every rule, in the order of reports and documentation. */
export const POLICY_RULES: readonly PolicyRule[] = [
  ...WORKFLOW_RULES,
  ...DEPENDABOT_RULES,
  ...DEPS_RULES,
  ...WIRED_RULES,
  ...RELEASE_RULES,
  ...PYTHON_RULES,
  ...SERVER_RULES,
  ...TELEMETRY_RULES,
  ...DOCUMENT_RULES,
];
