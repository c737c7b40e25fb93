import type { Finding, Severity } from "@assay/core";
import { addTo, fingerprint, plural } from "@assay/core";
import type { PackageChange } from "./changes.ts";
import { changedHash } from "./hashes.ts";
import { foremost, type LockedPackage, nameOf, subjectOf } from "./packages.ts";

/** What a change does to packages, beyond their vulnerabilities. */
export function changeFindings(
  changes: readonly PackageChange[],
  base: readonly LockedPackage[],
): readonly Finding[] {
  return [
    ...changes.flatMap((change) => (change.after.length === 0 ? [] : findingsOf(change))),
    ...newSources(changes, base),
  ];
}

function findingsOf(change: PackageChange): readonly Finding[] {
  const { kind, before, after, isKnown } = change;
  const findings: Finding[] = [];
  const hash = kind === "same" ? changedHash(before, after) : undefined;
  const { component } = foremost(after);
  const name = nameOf(component);
  if (hash !== undefined) {
    const file = hash.file === undefined ? "" : ` of ${hash.file}`;
    findings.push({
      ...finding("changed-hash", "critical", change),
      message: `The checksum of ${name} is another one than at the base, for the same version`,
      evidence: [
        { label: `${hash.algorithm}${file} at the base`, value: hash.before },
        { label: "Now", value: hash.after },
      ],
    });
  }
  const scopeBefore = before.length > 0 ? foremost(before).component.scope : undefined;
  if (scopeBefore === "development" && component.scope === "runtime") {
    findings.push({
      ...finding("scope-raised", "low", change),
      message: `${name} was needed by development only and is now part of the product`,
    });
  }
  const runs = (entries: readonly LockedPackage[]) =>
    entries.some(({ component: each }) => each.flags.includes("hasInstallScript"));
  if (runs(after) && !runs(before)) {
    findings.push({
      // A package that had none and gets one is how most takeovers look.
      ...finding("install-script", isKnown ? "medium" : "low", change),
      message: isKnown
        ? `${name} now runs a script when it is installed, which it did not at the base`
        : `${name} is new and runs a script when it is installed`,
    });
  }
  if (kind === "downgraded") {
    findings.push({
      ...finding("downgraded", "low", change),
      message: `${name} was at ${foremost(before).component.version ?? "another version"} at the base`,
    });
  }
  return findings;
}

function finding(
  rule: string,
  severity: Severity,
  { after, manifest }: PackageChange,
): Omit<Finding, "message"> {
  const { component, nameKey } = foremost(after);
  const ruleId = `dependencies.${rule}`;
  return {
    ruleId,
    severity,
    location: component.location,
    subject: subjectOf(component),
    fingerprint: fingerprint(ruleId, ...nameKey.split("\0").slice(1), manifest),
    change: "new",
  };
}

/** One finding for each lockfile and host. */
function newSources(
  changes: readonly PackageChange[],
  base: readonly LockedPackage[],
): readonly Finding[] {
  const known = new Map<string, string[]>();
  for (const { component } of base)
    for (const host of hostsOf([{ component }])) addTo(known, component.ecosystem, host);
  const found = new Map<string, PackageChange[]>();
  for (const change of changes) {
    const { component } = change.after[0] ?? {};
    const hosts = component === undefined ? undefined : known.get(component.ecosystem);
    // A base without any address says nothing.
    if (hosts === undefined) continue;
    for (const host of hostsOf(change.after)) {
      if (!hosts.includes(host)) addTo(found, `${change.manifest}\0${host}`, change);
    }
  }
  return [...found].flatMap(([key, [first, ...others]]): readonly Finding[] => {
    if (first === undefined) return [];
    const [manifest = "", host = ""] = key.split("\0");
    const more = others.length === 0 ? "" : ` and ${plural(others.length, "other package")}`;
    return [
      {
        ...finding("new-source", "medium", first),
        message: `${nameOf(foremost(first.after).component)}${more} of ${manifest} come from ${host}, where nothing came from before`,
        fingerprint: fingerprint("dependencies.new-source", manifest, host),
      },
    ];
  });
}

function hostsOf(entries: readonly Pick<LockedPackage, "component">[]): ReadonlySet<string> {
  const urls = entries.flatMap(({ component }) =>
    component.artifacts.flatMap(({ url }) => url ?? []),
  );
  return new Set(
    urls.flatMap((url) => (URL.canParse(url) && new URL(url).host !== "" ? new URL(url).host : [])),
  );
}
