import { parseDuration } from "@assay/core";
import { packageSelector } from "@assay/purl";
import type { UpdateType } from "@assay/versions";
import type { ChangedPackage } from "./packages.ts";

/** `merge`: it may be merged without a person. `review`: a person has to look. `block`: not as it is. */
export type Decision = "merge" | "review" | "block";

/** What may be merged without a person: everything that is given must hold. */
export interface UpdateRule {
  readonly scope?: "runtime" | "development" | "optional" | undefined;
  /** Any of them. */
  readonly "update-type"?: readonly UpdateType[] | undefined;
  /** As in a suppression: `name`, `name@range`, a purl. */
  readonly packages?: readonly string[] | undefined;
  readonly ecosystems?: readonly string[] | undefined;
  /** Only what the project asks for itself, or only what others do. */
  readonly direct?: boolean | undefined;
  /** Only what fixes an advisory. */
  readonly security?: boolean | undefined;
  /** How long the version must have been published: `3d`. Where nobody knows, the rule does not hold. */
  readonly "min-age"?: string | undefined;
  readonly decision?: Decision | undefined;
}

/** The key `updates` of the section. */
export interface UpdatePolicy {
  /** Logins of the users whose pull requests are updates. */
  readonly apps?: readonly string[] | undefined;
  /** Emails that such an app writes in its commits, beside those that GitHub gives it. */
  readonly authors?: readonly string[] | undefined;
  /** What the second number of 0.x counts as. */
  readonly "zero-minor"?: "major" | "minor" | undefined;
  /** The first that matches a package decides on it; a package that none matches needs a person. */
  readonly rules?: readonly UpdateRule[] | undefined;
}

export interface Verdict {
  readonly decision: Decision;
  /** A sentence. */
  readonly reason: string;
}

/**
 * Decides on each package by the first rule that matches it.
 *
 * @throws UsageError when a rule's packages or age can't be read.
 */
export function policyOf(
  { rules = [] }: UpdatePolicy,
  placeOf: (key: string) => string = () => "",
): (each: ChangedPackage) => Verdict {
  const compiled = rules.map((rule, at) => {
    const key = `dependencies.updates.rules.${at}`;
    const selectors = rule.packages?.map((text, index) =>
      packageSelector(text, `${placeOf(`${key}.packages.${index}`)}${key}.packages[${index}]`),
    );
    const age = rule["min-age"];
    const minAge = age === undefined ? undefined : parseDuration(age, `${key}.min-age`);
    return { rule, selectors, minAge, at };
  });
  return (each) => {
    const what = changeText(each);
    for (const { rule, selectors, minAge, at } of compiled) {
      const { scope, ecosystems, direct, security, "update-type": types } = rule;
      const matches =
        (scope === undefined || scope === each.scope) &&
        (types === undefined || types.some((type) => type === each.updateType)) &&
        (ecosystems === undefined || ecosystems.includes(each.ecosystem)) &&
        (direct === undefined || direct === (each.direct === true)) &&
        (security !== true || each.fixes.length > 0) &&
        (selectors === undefined || selectors.some((isMeant) => isMeant(each)));
      if (!matches) continue;
      if (minAge !== undefined && (each.age === undefined || each.age < minAge)) {
        const why =
          each.age === undefined
            ? "nobody knows when it was published (`release-dates` says who is asked)"
            : "it is not old enough";
        return {
          decision: "review",
          reason: `${what}: rule ${at + 1} asks for an age of ${rule["min-age"]}, and ${why}.`,
        };
      }
      return { decision: rule.decision ?? "merge", reason: `${what}: by rule ${at + 1}.` };
    }
    return { decision: "review", reason: `${what}: no rule of dependencies.updates matches.` };
  };
}

/** `a 1.0.0 → 1.1.0 (minor, runtime)`. */
export function changeText({ name, from, to, updateType, scope }: ChangedPackage): string {
  const versions =
    from === undefined ? `${to} is new` : to === undefined ? `${from} is gone` : `${from} → ${to}`;
  return `${name} ${versions} (${updateType}, ${scope})`;
}
