import { type CheckContext, createLogger, fixedClock } from "@assay/core";
import { createGuardedHttp } from "@assay/core/host";
import { checkContext } from "../check-context.ts";

export interface RegistryTestContext {
  readonly context: CheckContext & { mask(secret: string): void };
  /** Each line with its level before it. */
  readonly log: string[];
  readonly masks: string[];
  /** Milliseconds of each pause before another try; nobody waits for them. */
  readonly pauses: number[];
}

/**
 * What a command gets that may reach these registries, with the guarded client as it is.
 *
 * @param hosts `host:port` of registries; others that they redirect to are judged as ever.
 */
export function registryContext(
  hosts: readonly string[],
  more: Partial<CheckContext> = {},
): RegistryTestContext {
  const log: string[] = [];
  const masks: string[] = [];
  const pauses: number[] = [];
  const base = {
    offline: false,
    clock: fixedClock("2026-01-01T00:00:00Z"),
    logger: createLogger((level, message) => log.push(`${level}: ${message}`)),
    environment: { HOME: "/nonexistent", PATH: process.env["PATH"] },
    ...more,
  };
  const http = createGuardedHttp({
    ...base,
    hosts,
    sleep: async (ms) => void pauses.push(ms),
    random: () => 0.5,
  });
  const context = {
    ...checkContext("/nonexistent", { http, ...base }),
    mask: (secret: string) => void masks.push(secret),
  };
  return { context, log, masks, pauses };
}
