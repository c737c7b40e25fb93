import { catalog } from "@assay/core";

/** The rules of core itself: what can be wrong with settings, and with the exceptions to all other rules. */
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
  {
    id: "settings.loosened",
    title: "Setting made less strict by a change",
    description:
      "The change brings a setting that lets more pass than the one on the branch that it wants to go to: a higher threshold, a check less, a suppression more. Whoever writes a change should not be the only one to decide by what it is judged.",
    help: "Have somebody who answers for the settings look at it. `settings.loosening: block` in the config file of the base branch makes it fail the run.",
    severity: "low",
    tags: ["settings"],
  },
  {
    id: "settings.base-unreadable",
    title: "Settings of the base branch could not be read",
    description:
      "The settings of the change were not compared with those of the branch that it wants to go to, so nobody knows whether it loosens them.",
    help: "Set `fetch-depth: 0` on actions/checkout, or give the step its `token`, so that the base branch can be fetched.",
    severity: "low",
    tags: ["settings"],
  },
]);
