import { relative, resolve, sep } from "node:path";
import type { Location, Report } from "@assay/core";

/**
 * The report with paths relative to the checkout, as GitHub reads them in annotations and SARIF; in a report they are
 * relative to the working directory.
 */
export function relocate(report: Report, checkout: string, workingDirectory: string): Report {
  const folder = relative(checkout, resolve(checkout, workingDirectory)).split(sep).join("/");
  if (folder === "" || folder.startsWith("..")) return report;
  const move = (location: Location): Location => ({
    ...location,
    path: `${folder}/${location.path}`,
  });
  const findings = report.findings.map(({ location, relatedLocations, ...finding }) => ({
    ...finding,
    ...(location === undefined ? {} : { location: move(location) }),
    ...(relatedLocations === undefined ? {} : { relatedLocations: relatedLocations.map(move) }),
  }));
  return { ...report, findings };
}
