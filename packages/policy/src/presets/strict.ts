/** Rules that `assay:baseline` leaves out: good practice that a repository can do without, or that needs a decision of the user first. */
export const STRICT_ONLY: ReadonlySet<string> = new Set([
  "workflow.timeout",
  "workflow.concurrency",
  "workflow.pin-comment",
  "deps.min-release-age",
  "deps.rfc",
  "release.provenance",
  "security-md.slo",
  "security-insights.valid",
  "docs.verify-instructions",
  "python.static-analysis",
  "no-telemetry.opt-out",
  "server.two-factor",
  "server.immutable-releases",
  "server.actions-restricted",
]);
