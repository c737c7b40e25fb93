import { catalog, type Rule } from "@assay/core";
import { EXCEPTION_RULES } from "./ignores/rules.ts";

const RULES: readonly Rule[] = [
  {
    id: "dependencies.vulnerable",
    title: "A dependency with a known vulnerability",
    description: "The locked version is in a range that an advisory calls affected.",
    help: "Upgrade to the version that the finding names. If there is none, replace the package, or accept it for a time under `dependencies.ignores`.",
    severity: "high",
  },
  {
    id: "dependencies.malware",
    title: "A dependency that is malware",
    description: "A database says that this version was published to do harm.",
    help: "Remove the package now. Renew every secret on machines that installed it.",
    severity: "critical",
  },
  {
    id: "dependencies.denied",
    title: "A dependency that the deny list forbids",
    description: "Your config file forbids this package.",
    help: "Remove or replace the package, or change `dependencies.deny` on the base branch.",
    severity: "critical",
  },
  {
    id: "dependencies.changed-hash",
    title: "Another checksum for the same version",
    description:
      "Published versions do not change: the lockfile or the registry was tampered with.",
    help: "Do not install it. Lock again from the base's lockfile; if the checksum still differs, ask the maintainers.",
    severity: "critical",
  },
  {
    id: "dependencies.undetermined",
    title: "It can't be told whether a version is affected",
    description: "An advisory names the package, and the version or the range can't be compared.",
    help: "Read the advisory. Lock a released version; pin an action to a commit with its version as a comment.",
    severity: "medium",
  },
  {
    id: "dependencies.unknown-severity",
    title: "A vulnerability that no database grades",
    description: "The version is affected, and no record has a score or a label.",
    help: "Read the advisory and upgrade. `dependencies.unknown-severity` says what it counts as.",
    severity: "high",
  },
  {
    id: "dependencies.informational",
    title: "A notice on a dependency",
    description: "A database has a notice on the package, such as that nobody maintains it.",
    help: "Nothing has to be done. Look for a replacement in time.",
    severity: "info",
  },
  {
    id: "dependencies.new-source",
    title: "A host that no package came from before",
    description:
      "The base takes no package of this ecosystem from that host, or does not let any come from it (`--extra-index-url`).",
    help: "Lock the packages again if the host is not your registry or mirror. Of several indexes pip takes the highest version: name one.",
    severity: "medium",
  },
  {
    id: "dependencies.install-script",
    title: "A dependency that runs a script when it is installed",
    description: "The package runs its own code on every machine that installs it.",
    help: "Read the script. Install with scripts switched off where you don't need it.",
    severity: "low",
  },
  {
    id: "dependencies.scope-raised",
    title: "A development tool that becomes part of the product",
    description: "The change brings a package into production that only development needed.",
    help: "If that is not meant, move it back to the development dependencies.",
    severity: "low",
  },
  {
    id: "dependencies.downgraded",
    title: "A dependency that goes back to an older version",
    description: "An older version lacks fixes that the base has.",
    help: "If that is not meant, lock the newer version again.",
    severity: "low",
  },
  {
    id: "dependencies.stale-data",
    title: "Advisories that are missing or too old",
    description: "Packages were not compared with current advisories.",
    help: "Let the run reach its source, or renew the snapshot. The run went on as `dependencies.on-data-error` is `warn`.",
    severity: "high",
  },
  {
    id: "dependencies.no-base",
    title: "A change without a base to compare with",
    description: "New vulnerabilities can't be told from those that were there.",
    help: "Check the repository out with `fetch-depth: 0`, or name the revision with `base`.",
    severity: "low",
  },
  {
    id: "dependencies.update-policy",
    title: "An update that may not be merged without a person",
    description:
      "Your rules want a person: somebody else pushed to the branch, more than versions changes, or the update is not one to merge by itself.",
    help: "Look at the reasons and the diff, then merge it. `dependencies.updates` says what merges by itself.",
    severity: "info",
  },
  ...EXCEPTION_RULES,
];

export const DEPENDENCY_RULES = catalog(RULES.map((rule) => ({ ...rule, tags: ["dependencies"] })));
