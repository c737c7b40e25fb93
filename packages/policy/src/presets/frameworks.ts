import type { Preset } from "../presets.ts";
import type { PolicyRule, Sources } from "../rule.ts";
import { CRA_NOT_SHOWN, OSPS_NOT_SHOWN, SLSA_NOT_SHOWN, SSDF_NOT_SHOWN } from "./not-shown.ts";

/** Maturity levels of the OSPS baseline v2026.02.19 above 1, of the clauses that a rule serves. */
const OSPS_LEVELS: Readonly<Record<string, number>> = {
  ...level(2, "AC-04.01 BR-06.01 QA-03.01 VM-01.01 VM-03.01"),
  ...level(
    3,
    "AC-04.02 QA-02.02 QA-07.01 VM-04.02 VM-05.01 VM-05.03 VM-06.01 VM-06.02 DO-03.01 DO-03.02",
  ),
};

function level(number: number, ids: string): Record<string, number> {
  return Object.fromEntries(ids.split(" ").map((id) => [id, number]));
}

/** Those of the OpenSSF OSPS baseline, SLSA, NIST SSDF and the Cyber Resilience Act: the rules that serve a clause of it. */
export const FRAMEWORKS: readonly Preset[] = [
  ...[1, 2, 3].map((maturity) =>
    framework(
      `openssf-osps-${maturity}`,
      `OpenSSF OSPS baseline, maturity ${maturity}`,
      ({ osps }) => (osps ?? []).filter((id) => (OSPS_LEVELS[id] ?? 1) <= maturity),
      Object.assign({}, ...OSPS_NOT_SHOWN.slice(0, maturity)),
    ),
  ),
  framework("slsa-build-3", "SLSA build level 3", ({ slsa }) => slsa ?? [], SLSA_NOT_SHOWN),
  framework("nist-ssdf", "NIST SP 800-218 (SSDF)", ({ ssdf }) => ssdf ?? [], SSDF_NOT_SHOWN),
  framework("eu-cra", "EU Cyber Resilience Act", ({ cra }) => cra ?? [], CRA_NOT_SHOWN),
];

function framework(
  id: string,
  title: string,
  clausesOf: (sources: Sources) => readonly string[],
  notShown: Readonly<Record<string, string>>,
): Preset {
  const clauses = ({ sources }: PolicyRule) => clausesOf(sources);
  return {
    id,
    title,
    clauses,
    notShown,
    has: (rule) => clauses(rule).length > 0,
  };
}
