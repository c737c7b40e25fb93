import { DEFAULT_SLO, SEVERITIES, type SloPolicy } from "@assay/core";
import { defineRule, type Violation } from "../../rule.ts";
import { comparePromises, type Shortfall } from "../../security-policy/compare.ts";
import { readPromises } from "../../security-policy/promises.ts";
import { locateSecurityPolicies } from "../../security-policy/read.ts";
import type { PolicySettings } from "../../settings.ts";

const WORDS = { answer: "a first answer", fix: "a fix" } as const;

/** Rule 39. */
export const securityMdSlo = defineRule({
  id: "security-md.slo",
  title: "The security policy promises no response times, or looser ones",
  description:
    "Published times of answer and fix must be at least as strict as `slo` in the config file.",
  help: "Add a table of Severity, First answer and Fix to SECURITY.md with the times of `slo` or shorter ones.",
  severity: "medium",
  sources: { osps: ["VM-01.01", "VM-05.01", "VM-06.01"], ssdf: ["RV.2"], cra: ["II(2)"] },
  decidedBy: "files",
  confidence: "high",
  async judge(repository) {
    const [path] = locateSecurityPolicies(repository.files);
    const text = path && (await repository.read(path));
    if (path === undefined || text === undefined) {
      const message = "Without a SECURITY.md that can be read no response times are promised.";
      return { violations: [{ path: path ?? "SECURITY.md", key: "missing", message }], looked: 1 };
    }
    const shortfalls = comparePromises(readPromises(text), windows(repository.settings));
    const missing = shortfalls.filter(({ state }) => state === "missing");
    const other = shortfalls.filter(({ state }) => state === "looser" || state === "contradiction");
    const unclear = shortfalls.filter(({ state }) => state === "undetermined");
    const violations: Violation[] = other.map((shortfall) => ({
      path,
      ...placeOf(shortfall),
      key: `${shortfall.severity} ${shortfall.kind}`,
      message: messageOf(shortfall),
    }));
    if (missing.length > 0)
      violations.push({
        path,
        key: "missing",
        message: `It promises no time for ${missing.map(required).join(", ")}.`,
      });
    const unknown = unclear.map(
      (shortfall) =>
        `${path}:${shortfall.promise?.line}: "${shortfall.promise?.text.slice(0, 60)}" can't be read as ${required(shortfall)}.`,
    );
    return { violations, looked: 1, ...(unknown.length > 0 && { unknown }) };
  },
});

function windows({ slo }: PolicySettings): SloPolicy {
  const targets = SEVERITIES.map((each) => [each, { ...DEFAULT_SLO[each], ...slo?.[each] }]);
  return Object.fromEntries(targets);
}

function placeOf({ promise }: Shortfall): Pick<Violation, "place"> {
  return promise ? { place: { startLine: promise.line, startColumn: promise.column } } : {};
}

function messageOf(shortfall: Shortfall): string {
  const { severity, kind, state, promise, allowedHours } = shortfall;
  const what = `"${promise?.text.slice(0, 60)}" for ${WORDS[kind]} to ${severity}`;
  const than = `at most ${hoursText(allowedHours)} are allowed`;
  return state === "looser"
    ? `It promises ${what}; ${than}.`
    : `It promises ${what} although another place of it promises less; ${than}.`;
}

function required({ severity, kind, allowedHours }: Shortfall): string {
  return `${WORDS[kind]} to ${severity} (${hoursText(allowedHours)})`;
}

function hoursText(hours: number): string {
  return hours % 24 === 0 && hours > 48 ? `${hours / 24} days` : `${hours} hours`;
}
