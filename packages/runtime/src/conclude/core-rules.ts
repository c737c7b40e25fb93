import { catalog } from "@assay/core";

/** The rules of core itself: what can be wrong with the exceptions to all other rules. */
export const CORE_RULES = catalog([
  {
    id: "suppressions.expired",
    title: "Suppression past its expiry day",
    description:
      "The day until which a suppression was granted is over. It no longer hides anything, and whoever owns it has to decide again.",
    help: "Fix what it was granted for and remove the entry, or have its owner renew `expires` with a current `reason`.",
    severity: "medium",
    tags: ["suppression"],
  },
  {
    id: "suppressions.expires-soon",
    title: "Suppression about to expire",
    description:
      "A suppression ends within 14 days. Findings that it hides will count again from the day after.",
    help: "Plan the fix now, or have the owner renew `expires` before that day.",
    severity: "info",
    tags: ["suppression"],
  },
  {
    id: "suppressions.unused",
    title: "Suppression without a finding",
    description:
      "An entry matched nothing in a run of the check that it is for. It may hide a finding that somebody brings back later.",
    help: "Remove the entry. If it should match, compare its `rule`, `path` and `package` with the JSON report.",
    severity: "low",
    tags: ["suppression"],
  },
]);
