import type { Finding, Severity } from "@assay/core";
import { addTo, fingerprint, plural } from "@assay/core";
import type { Component } from "@assay/inventory";
import type { PackageChange } from "./changes.ts";
import { changedHash, lostHash } from "./hashes.ts";
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
  if (kind === "same" && isSame(before, after)) return [];
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
  } else if (kind === "same" && lostHash(before, after)) {
    findings.push({
      ...finding("changed-hash", "high", change),
      message: `${name} has no checksum any more, or only a weaker one, for the same version`,
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

/** Most packages of a lockfile that changes: nothing that is judged here is another. */
function isSame(before: readonly LockedPackage[], after: readonly LockedPackage[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ graph, component: { scope, flags, artifacts } }, at) => {
      const now = after[at];
      return (
        now !== undefined &&
        graph.format === now.graph.format &&
        scope === now.component.scope &&
        flags.join() === now.component.flags.join() &&
        JSON.stringify(artifacts) === JSON.stringify(now.component.artifacts)
      );
    })
  );
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
  if (changes.length === 0) return [];
  // Of each ecosystem that the base has packages of, where they come from.
  const known = new Map<string, { readonly hosts: Set<string>; hasUrls: boolean }>();
  for (const { component, graph } of base) {
    const of = known.get(component.ecosystem) ?? { hosts: new Set(), hasUrls: false };
    const urls = urlsOf(component);
    const places = placesOf(component);
    // What a requirements file names no index for.
    if (component.ecosystem === "pypi" && places.length === 0) of.hosts.add("pypi.org");
    const others = graph.sources?.map(({ url }) => url) ?? [];
    for (const host of hostsOf([...urls, ...places, ...others])) of.hosts.add(host);
    if (urls.length > 0) of.hasUrls = true;
    known.set(component.ecosystem, of);
  }
  const found = new Map<string, PackageChange[]>();
  for (const change of changes) {
    const components = change.after.map(({ component }) => component);
    const of = known.get(components[0]?.ecosystem ?? "");
    if (of === undefined) continue;
    // A base without any address says nothing of addresses; another place than the registry is named nevertheless.
    const urls = components.flatMap((each) => [
      ...(of.hasUrls ? urlsOf(each) : []),
      ...placesOf(each),
    ]);
    for (const host of hostsOf(urls))
      if (!of.hosts.has(host)) addTo(found, `${change.manifest}\0${host}`, change);
  }
  const graphs = new Set(changes.flatMap(({ after }) => after.map(({ graph }) => graph)));
  const more = [...graphs].flatMap(({ path: manifest, ecosystem, sources = [] }) =>
    sources.flatMap(({ url, path, line }): readonly Finding[] => {
      const host = hostOf(url);
      const hosts = known.get(ecosystem)?.hosts;
      if (host === "" || hosts === undefined || hosts.has(host)) return [];
      const ruleId = "dependencies.new-source";
      return [
        {
          ...{ ruleId, severity: "medium", change: "new" },
          location: { path, startLine: line },
          message: `Any package of ${manifest} may now come from ${host}, where nothing came from before`,
          fingerprint: fingerprint(ruleId, manifest, host),
        },
      ];
    }),
  );
  const own = [...found].flatMap(([key, [first, ...others]]): readonly Finding[] => {
    if (first === undefined) return [];
    const [manifest = "", host = ""] = key.split("\0");
    const rest = others.length === 0 ? "" : ` and ${plural(others.length, "other package")}`;
    return [
      {
        ...finding("new-source", "medium", first),
        message: `${nameOf(foremost(first.after).component)}${rest} of ${manifest} come from ${host}, where nothing came from before`,
        fingerprint: fingerprint("dependencies.new-source", manifest, host),
      },
    ];
  });
  return [...own, ...more];
}

function urlsOf({ artifacts }: Component): readonly string[] {
  return artifacts.flatMap(({ url }) => url ?? []);
}

/** The place that a purl names, which is none where it is the registry of its type. */
function placesOf({ purl = "" }: Component): readonly string[] {
  if (!purl.includes("?")) return [];
  const place = new URLSearchParams(purl.split("#", 1)[0]?.split("?", 2)[1] ?? "");
  return ["repository_url", "download_url", "vcs_url"].flatMap((key) => place.get(key) ?? []);
}

function hostsOf(urls: readonly string[]): ReadonlySet<string> {
  return new Set(urls.map(hostOf).filter((host) => host !== ""));
}

function hostOf(url: string): string {
  // As almost all are written, and far quicker.
  const plain = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+)\//.exec(url)?.[1];
  return plain ?? (URL.canParse(url) ? new URL(url).host : "");
}
