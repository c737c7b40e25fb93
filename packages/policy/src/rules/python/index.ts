import type { PolicyRule } from "../../rule.ts";
import { pythonAnalysis } from "./static-analysis.ts";

/** In the order of reports and documentation. One line each. */
export const PYTHON_RULES: readonly PolicyRule[] = [pythonAnalysis];
