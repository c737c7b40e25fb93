import type { Justification, VexStatus } from "./statement.ts";

/** CycloneDX's `analysis.state` in OpenVEX's words; of several for one, the first is the one to write. */
export const STATES: readonly (readonly [string, VexStatus])[] = [
  ["resolved", "fixed"],
  ["resolved_with_pedigree", "fixed"],
  ["exploitable", "affected"],
  ["in_triage", "under_investigation"],
  ["not_affected", "not_affected"],
  ["false_positive", "not_affected"],
];

/** Its `analysis.justification` likewise. */
export const JUSTIFIED: readonly (readonly [string, Justification])[] = [
  ["code_not_present", "vulnerable_code_not_present"],
  // Only ever written: it is what the line above is read as.
  ["code_not_present", "component_not_present"],
  ["code_not_reachable", "vulnerable_code_not_in_execute_path"],
  ["requires_environment", "vulnerable_code_cannot_be_controlled_by_adversary"],
  ["requires_configuration", "vulnerable_code_cannot_be_controlled_by_adversary"],
  ["requires_dependency", "vulnerable_code_cannot_be_controlled_by_adversary"],
  ["protected_by_mitigating_control", "inline_mitigations_already_exist"],
  ["protected_by_compiler", "inline_mitigations_already_exist"],
  ["protected_at_runtime", "inline_mitigations_already_exist"],
  ["protected_at_perimeter", "inline_mitigations_already_exist"],
];

/** The word of CycloneDX for one of OpenVEX. */
export function wordFor<T>(pairs: readonly (readonly [string, T])[], word: T): string | undefined {
  return pairs.find(([, ours]) => ours === word)?.[0];
}
