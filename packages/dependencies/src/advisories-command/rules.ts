import { catalog, type Rule } from "@assay/core";

const rule = (id: string, title: string, description: string, help: string): Rule => ({
  id,
  title,
  description,
  help,
  severity: "high",
  tags: ["dependencies"],
});

/** What an act with advisories can fail by. */
export const ADVISORY_RULES = catalog([
  rule(
    "advisories.unavailable",
    "Advisories can't be had",
    "Without advisories nothing can be said of dependencies.",
    "Check that the source can be reached from here, or bring a snapshot.",
  ),
  rule(
    "advisories.refused",
    "A snapshot is refused",
    "It is damaged, not signed as it must be, or older than the one before.",
    "Take it from its source once more, together with its bundle.",
  ),
  rule(
    "advisories.stale",
    "Advisories are too old",
    "What became known since then is not in them.",
    "Fetch or build them again, or allow a greater `max-age`.",
  ),
]);
