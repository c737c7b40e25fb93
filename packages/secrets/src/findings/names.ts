import { fingerprint } from "@assay/core";
import type { SecretRule } from "../engine/rule-set.ts";
import { gitleaksFingerprints } from "../suppressions/ignore-file.ts";
import type { Hit } from "./hit.ts";

/** What findings need to know of a rule. */
export type NamedRule = Pick<SecretRule, "id" | "description" | "aliases" | "fingerprintId">;

/** The names under which a hit is known. */
export interface HitNames {
  rule(ruleId: string): NamedRule;
  /** Content only: rule, path and value. `path` where the file is known under another one. */
  fingerprint(hit: Hit, path?: string): string;
  /** The fingerprints that it would have under the other ids of its rule. */
  otherFingerprints(hit: Hit): readonly string[];
  /** Lines of a `.gitleaksignore` that mean it, under every id of its rule. */
  ignoreLines(hit: Hit): readonly string[];
}

/** @param rules the rules of the run. */
export function hitNames(rules: readonly NamedRule[]): HitNames {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const rule = (id: string): NamedRule => byId.get(id) ?? { id, description: "" };
  const idsOf = (id: string) => [...new Set([id, ...(rule(id).aliases ?? [])])];
  const under = (hit: Hit, id: string, path = hit.path) =>
    fingerprint(`secrets.${id}`, path, hit.secret?.hash(id) ?? "");
  const own = (hit: Hit, path?: string) =>
    under(hit, rule(hit.ruleId).fingerprintId ?? hit.ruleId, path);
  return {
    rule,
    fingerprint: own,
    otherFingerprints: (hit) =>
      idsOf(hit.ruleId)
        .map((id) => under(hit, id))
        .filter((other) => other !== own(hit)),
    ignoreLines: (hit) =>
      idsOf(hit.ruleId).flatMap((id) => gitleaksFingerprints(hit.path, id, hit.line, hit.commit)),
  };
}
