import type { CheckResult, Skipped } from "@assay/core";
import { addTo, plural } from "@assay/core";
import { type Answer, baseEcosystem } from "./ask.ts";
import type { Audit } from "./check.ts";
import type { DependenciesOptions } from "./inputs.ts";
import { type LockedPackage, nameOf } from "./packages.ts";
import { auditTables } from "./tables.ts";

/** What an audit found, as the result of a check. */
export function resultOf(
  audit: Omit<Audit, "result">,
  { warnOnly }: DependenciesOptions,
  unread: readonly Skipped[],
): CheckResult {
  const { packages, answer, vulnerabilities, fixed, changes, graphs, findings, exceptions, fixes } =
    audit;
  const asked = packages.filter(
    ({ query }) => query !== undefined && !answer.missing.includes(baseEcosystem(query)),
  );
  const firstParty = graphs.flatMap(({ components }) => components).filter((one) => one.firstParty);
  return {
    check: "dependencies",
    findings,
    artifacts: [],
    coverage: {
      inspected: {
        lockfiles: graphs.length,
        packages: new Set(asked.map(({ query }) => query)).size,
        "first-party packages": firstParty.length,
      },
      skipped: [
        ...unread.map(({ item, reason }) => ({ item, reason })),
        ...uncovered(packages, answer),
        ...standardLibraries(graphs),
      ],
      summary: summaryOf(audit),
      ...(graphs.length === 0 ? { nothingToDo: "no lockfile was read" } : {}),
    },
    tables: auditTables(vulnerabilities, fixed, changes, answer, fixes, exceptions),
    notices: [
      ...(warnOnly ? ["`warn-only` is on: nothing that was found fails the run."] : []),
      ...(answer.info?.notices ?? []),
      ...(answer.age?.frozen
        ? [
            `The newest advisory of ${answer.age.frozen}, whenever the data was taken: whoever serves it may hold back what is new.`,
          ]
        : []),
    ],
  };
}

/** `go` and `toolchain` name the least version that a module asks for; a build may have any newer one. */
function standardLibraries(graphs: Audit["graphs"]): readonly Skipped[] {
  return graphs
    .filter(({ ecosystem }) => ecosystem === "golang")
    .map(({ path }) => ({
      item: `stdlib of ${path}`,
      reason:
        "no lockfile says which standard library a build has; run `govulncheck` with the toolchain that builds",
    }));
}

/** The packages that nobody was asked about, each once, by why. */
function uncovered(packages: readonly LockedPackage[], { missing }: Answer): readonly Skipped[] {
  const reasons = new Map<string, string[]>();
  for (const { component, query } of packages) {
    if (query === undefined)
      addTo(
        reasons,
        component.purl === undefined
          ? "it is from a file or folder, which no advisory names"
          : `no advisory database covers ${component.ecosystem} packages of this kind`,
        nameOf(component),
      );
    else if (missing.includes(baseEcosystem(query)))
      addTo(reasons, `there is no data for ${baseEcosystem(query)}`, nameOf(component));
  }
  return [...reasons].flatMap(([reason, names]) =>
    [...new Set(names)].map((item) => ({ item, reason })),
  );
}

function summaryOf({
  packages,
  graphs,
  comparison,
  answer,
  vulnerabilities,
  fixed,
}: Omit<Audit, "result">): string {
  if (graphs.length === 0) return "No lockfile was read, so nothing was compared with advisories";
  const age = answer.age === undefined ? "" : `, data ${answer.age.text}`;
  const whole = `${plural(packages.length, "package")} of ${plural(graphs.length, "lockfile")}${age}`;
  if (comparison.kind !== "base") return `${whole}, the whole tree`;
  const count = (change: "new" | "existing") =>
    vulnerabilities.filter((each) => each.change === change).length;
  return `${whole}; ${count("new")} new, ${count("existing")} existing and ${fixed.length} fixed in the ${comparison.description}`;
}
