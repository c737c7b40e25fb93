import { catalog } from "@assay/core";

/** The rules of core itself: what can be wrong with settings, and with the exceptions to all other rules. */
export const CORE_RULES = catalog([
  {
    id: "suppressions.expired",
    title: "Suppression past its expiry day",
    description: "The suppression no longer hides anything; its owner has to decide again.",
    help: "Fix the finding and remove the entry, or have its owner renew `expires` and `reason`.",
    severity: "medium",
    tags: ["suppression"],
  },
  {
    id: "suppressions.expires-soon",
    title: "Suppression about to expire",
    description: "A suppression ends within 14 days; then its findings count again.",
    help: "Plan the fix, or have the owner renew `expires`.",
    severity: "info",
    tags: ["suppression"],
  },
  {
    id: "suppressions.unused",
    title: "Suppression without a finding",
    description: "An entry matched nothing. It may hide a finding that comes back later.",
    help: "Remove the entry, or compare its `rule`, `path` and `package` with the JSON report.",
    severity: "low",
    tags: ["suppression"],
  },
  {
    id: "settings.loosened",
    title: "Setting made less strict by a change",
    description:
      "The change brings a setting that lets more pass than that of its base branch: a higher threshold, a check less, a suppression more.",
    help: "Have somebody who answers for the settings look at it. `settings.loosening: block` on the base branch makes it fail the run.",
    severity: "low",
    tags: ["settings"],
  },
  {
    id: "settings.base-unreadable",
    title: "Settings of the base branch could not be read",
    description:
      "The change's settings were not compared with those of its base branch: nobody knows whether it loosens them.",
    help: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be fetched.",
    severity: "low",
    tags: ["settings"],
  },
]);
