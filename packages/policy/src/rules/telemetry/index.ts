import type { PolicyRule } from "../../rule.ts";
import { noTelemetry } from "./no-telemetry.ts";
import { telemetryOptOut } from "./opt-out.ts";

/** In the order of reports and documentation. One line each. */
export const TELEMETRY_RULES: readonly PolicyRule[] = [noTelemetry, telemetryOptOut];
