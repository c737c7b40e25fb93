import type { Location, Report } from "@assay/core";

/**
 * The report with paths from the root of the checkout, as a server names files; in a report they are relative to the working
 * directory.
 */
export function atCheckout(report: Report): Report {
  const folder = report.subject.workingDirectory;
  if (folder === "." || folder === "" || folder.startsWith("..")) return report;
  const move = (location: Location): Location => ({
    ...location,
    path: `${folder}/${location.path}`,
  });
  const findings = report.findings.map(({ location, relatedLocations, ...finding }) => ({
    ...finding,
    ...(location !== undefined && { location: move(location) }),
    ...(relatedLocations !== undefined && { relatedLocations: relatedLocations.map(move) }),
  }));
  return { ...report, findings };
}
