import type { ConfigReader } from "@assay/core";
import { endOfDay, fingerprint, globMatcher, matchesWildcard } from "@assay/core";
import { policyFindings } from "../findings.ts";
import type { Found } from "./apply.ts";

interface Entry {
  readonly fingerprint?: string;
  readonly rule?: string;
  readonly path?: string;
  readonly package?: string;
  readonly expires?: string;
}

/** What the entries of `suppressions` in the config file accept, whether or not a comment does. */
export function acceptedBy(
  { config }: { readonly config?: ConfigReader },
  found: readonly Found[],
  today: Date,
): (each: Found) => boolean {
  const entries = (config?.section<readonly Entry[]>("suppressions") ?? []).filter(
    ({ expires }) => (endOfDay(expires ?? "") ?? 0) > today.getTime(),
  );
  const accepted = new Set(
    policyFindings(found, today)
      .filter(({ ruleId, fingerprint: id, location }) =>
        entries.some(
          (entry) =>
            // A finding of the policy is about no package.
            entry.package === undefined &&
            (entry.fingerprint === undefined || entry.fingerprint === id) &&
            (entry.rule === undefined || matchesWildcard(entry.rule, ruleId)) &&
            (entry.path === undefined || globMatcher([entry.path])(location?.path ?? "")),
        ),
      )
      // Not all of the file: an entry that names the finding of what the base has too says nothing of what is new.
      .flatMap(({ fingerprint: id, parts = [id] }) => parts),
  );
  return ({ rule, violation: { path = "", key } }) => accepted.has(fingerprint(rule.id, path, key));
}
