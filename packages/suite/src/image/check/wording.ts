import type { CheckResult, Evidence, Finding } from "@assay/core";

/** Rules whose advice is an upgrade. */
const VULNERABLE: ReadonlySet<string> = new Set(
  ["vulnerable", "unknown-severity", "undetermined"].map((name) => `dependencies.${name}`),
);
/** The sentence of a check of lockfiles that helps nobody here: in an image everything is installed that will be. */
const INSTALL =
  /(?:^|(?<=\. ))(?:(?!\. ).)* before this check: it reads what installed packages declare\. ?/s;

/** Go's lockfiles don't say what its standard library is; programs do, and it is compared as a package. */
const PROGRAM_STDLIB = /^stdlib of (?!(?:.*\/)?(?:go\.(?:mod|sum|work)|modules\.txt)$)/s;
const UNPUBLISHED = /^it is from a file or folder, which no advisory names$/;
const UNNAMED = "nothing says under which name it was published, so that no advisory was compared";
const UNINSTALLED = / has no licence in the lockfile and is not installed$/;
const CLARIFICATION = "Clarification to paste";
const LOOK_UP =
  "Look up its licence where it is published, and accept the package for a time under `licenses.exceptions`, with `NOASSERTION` as its licence.";

/** In words of images; its places are no files of the working directory, so no line of those is quoted. */
export function ofImage(result: CheckResult): CheckResult {
  const { coverage, notices = [], tables = [] } = result;
  const { lockfiles, ...inspected } = coverage.inspected;
  return {
    ...result,
    findings: result.findings.map(findingOfImage),
    notices: notices.map((each) =>
      each
        .replace(INSTALL, "")
        .replace(/, and (?:the packages|they) are not installed\./, ".")
        .trimEnd(),
    ),
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((name) => (name === "Lockfile" ? "Record" : name)),
    })),
    sensitive: true,
    coverage: {
      ...coverage,
      inspected: lockfiles === undefined ? inspected : { records: lockfiles, ...inspected },
      skipped: coverage.skipped
        .filter(({ item }) => !PROGRAM_STDLIB.test(item))
        .map((each) => ({ ...each, reason: each.reason.replace(UNPUBLISHED, UNNAMED) })),
      summary: coverage.summary.replaceAll("lockfile", "record").replace(/, the whole tree$/, ""),
    },
  };
}

function findingOfImage(finding: Finding): Finding {
  if (VULNERABLE.has(finding.ruleId)) return fixedInImage(finding);
  return finding.ruleId.startsWith("licenses.") ? licenceOfImage(finding) : finding;
}

/** A clarification compares a file of the working directory, and would be void: an exception holds for what the image declares. */
function licenceOfImage(finding: Finding): Finding {
  const { message, evidence, remediation } = finding;
  const advice = remediation
    ?.replace(INSTALL, "")
    .replace(
      " and record what it says under `licenses.clarifications`, or ",
      " where it is published, and ",
    )
    .replace(/^Install again, and ask .*/, "Ask the maintainers which of them holds.");
  const isUndeclared = UNINSTALLED.test(message);
  return {
    ...finding,
    message: message.replace(UNINSTALLED, " names no licence"),
    ...(evidence && {
      evidence: evidence.filter(({ label }) => label !== CLARIFICATION).map(recordSays),
    }),
    ...(advice !== undefined && { remediation: isUndeclared ? LOOK_UP : advice }),
  };
}

function recordSays(evidence: Evidence): Evidence {
  if (evidence.label !== "Licence") return evidence;
  return {
    ...evidence,
    value: evidence.value.replace(", says the lockfile (", ", says its record ("),
  };
}

/** An image is not changed but built again; what its base brings is fixed there. */
function fixedInImage(finding: Finding): Finding {
  const { location, subject, evidence = [] } = finding;
  const fixed = evidence.find(({ label }) => label === "Fixed in")?.value;
  if (fixed === undefined) return finding;
  const name = subject?.name ?? "the package";
  if (subject?.purl?.startsWith("pkg:golang/stdlib@") === true)
    return { ...finding, remediation: `Build the program with Go ${fixed}, and the image again.` };
  const remediation = location?.path.startsWith("base-image/")
    ? `Build on a newer base image, one that has ${name} ${fixed}; until there is one, upgrade ${name} to ${fixed} in a layer of your own.`
    : `Upgrade ${name} to ${fixed} in what the image is built from, and build it again.`;
  return { ...finding, remediation };
}
