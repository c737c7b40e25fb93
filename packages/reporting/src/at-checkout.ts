import type { Location, Report } from "@assay/core";

/**
 * The report with paths from the root of the checkout, as a server names files; in a report they are relative to the working
 * directory.
 */
export function atCheckout(report: Report): Report {
  const folder = report.subject.workingDirectory;
  if (folder === "." || folder === "" || folder.startsWith("..")) return report;
  // A config file that an input names may lie anywhere.
  const move = (location: Location): Location =>
    /^(?:\/|\.\.|[A-Za-z]:)/.test(location.path)
      ? location
      : { ...location, path: `${folder}/${location.path}` };
  const findings = report.findings.map(({ location, relatedLocations, ...finding }) => ({
    ...finding,
    ...(location !== undefined && { location: move(location) }),
    ...(relatedLocations !== undefined && { relatedLocations: relatedLocations.map(move) }),
  }));
  const checks = report.checks.map((check) => {
    const places = check.error?.places?.map((place) => ({
      ...place,
      location: move(place.location),
    }));
    return check.error === undefined || places === undefined
      ? check
      : { ...check, error: { ...check.error, places } };
  });
  const acts = report.acts.map((act) => ({
    ...act,
    failures: act.failures.map(({ location, ...failure }) => ({
      ...failure,
      ...(location !== undefined && { location: move(location) }),
    })),
  }));
  return { ...report, checks, acts, findings };
}
