import { catalog, type Rule } from "@assay/core";
import { EXCEPTION_RULES } from "./ignores/rules.ts";

const RULES: readonly Rule[] = [
  {
    id: "dependencies.vulnerable",
    title: "A dependency with a known vulnerability",
    description:
      "The locked version lies in a range that an advisory calls affected. Who attacks knows the advisory too.",
    help: "Upgrade to the version that the finding names. Where none is known, replace the package, or accept the finding for a time with an entry under `dependencies.ignores`.",
    severity: "high",
  },
  {
    id: "dependencies.malware",
    title: "A dependency that is malware",
    description: "A database says that this version was published to do harm.",
    help: "Remove the package now. Treat every machine that installed it as taken over: renew the secrets that it could read.",
    severity: "critical",
  },
  {
    id: "dependencies.denied",
    title: "A dependency that the deny list forbids",
    description: "Your own config file says that this package may not be used, and why.",
    help: "Remove or replace the package, or change `dependencies.deny` on the base branch.",
    severity: "critical",
  },
  {
    id: "dependencies.changed-hash",
    title: "Another checksum for the same version",
    description:
      "The change locks other bytes under a version that the base has already. A published version does not change: the lockfile or the registry was tampered with.",
    help: "Do not install it. Restore the lockfile from the base and install again from the registry; if the checksum still differs, ask the maintainers which of both is theirs.",
    severity: "critical",
  },
  {
    id: "dependencies.undetermined",
    title: "It can't be told whether a version is affected",
    description:
      "An advisory names the package, and the version or the range can't be compared. It is neither safe nor affected.",
    help: "Read the advisory. Lock a released version; pin an action to a commit with its version as a comment. `dependencies.undetermined` says whether it fails the run.",
    severity: "medium",
  },
  {
    id: "dependencies.unknown-severity",
    title: "A vulnerability that no database grades",
    description:
      "The version is affected, and no record of the vulnerability has a score or a label. That is not the same as harmless.",
    help: "Read the advisory and upgrade. `dependencies.unknown-severity` says what it counts as.",
    severity: "high",
  },
  {
    id: "dependencies.informational",
    title: "A notice on a dependency",
    description:
      "A database says something of the package that is no vulnerability, such as that nobody maintains it.",
    help: "Nothing has to be done. Look for a replacement when you have the time.",
    severity: "info",
  },
  {
    id: "dependencies.new-source",
    title: "A host that no package came from before",
    description:
      "The change locks archives from a host that the base does not use for this ecosystem. A lockfile that points elsewhere installs whatever lies there.",
    help: "Check that the host is a registry or mirror of yours. If not, lock the packages again from your registry.",
    severity: "medium",
  },
  {
    id: "dependencies.install-script",
    title: "A dependency that runs a script when it is installed",
    description:
      "With this change the package runs code of its own on every machine that installs it, which it did not before.",
    help: "Read the script. Install with scripts switched off where you don't need it.",
    severity: "low",
  },
  {
    id: "dependencies.scope-raised",
    title: "A development tool that becomes part of the product",
    description: "The change makes a package reach production that only development needed so far.",
    help: "Nothing has to be done if that is meant; else move it back to the development dependencies.",
    severity: "low",
  },
  {
    id: "dependencies.downgraded",
    title: "A dependency that goes back to an older version",
    description: "An older version lacks fixes that the base has.",
    help: "Nothing has to be done if that is meant; else lock the newer version again.",
    severity: "low",
  },
  {
    id: "dependencies.stale-data",
    title: "Advisories that are missing or too old",
    description: "Packages were not, or not by today's knowledge, compared with advisories.",
    help: "Let the run reach the source of its data, or renew the snapshot. `dependencies.on-data-error` is `warn`, so that the run went on.",
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
      "An app for updates opened the pull request. Your rules do not let it be merged by itself, or it is not what such an app makes: somebody else pushed to its branch, or more than versions changes.",
    help: "Look at the reasons and at the diff, then merge it yourself. `dependencies.updates` says what needs nobody.",
    severity: "info",
  },
  ...EXCEPTION_RULES,
];

export const DEPENDENCY_RULES = catalog(RULES.map((rule) => ({ ...rule, tags: ["dependencies"] })));
