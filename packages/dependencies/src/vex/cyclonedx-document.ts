import { createHash } from "node:crypto";
import type { AdvisoryGroup } from "@assay/advisories";
import { compareText, VERSION } from "@assay/core";
import type { Component } from "@assay/inventory";
import type { Vulnerability } from "../vulnerability.ts";
import { JUSTIFIED, STATES, wordFor } from "./cyclonedx-words.ts";
import { type DocumentFacts, type Said, saidOf, versionsIn } from "./said.ts";

const SCOPES = { runtime: "required", optional: "optional", development: "excluded" } as const;

interface Entry {
  readonly vulnerability: Vulnerability;
  readonly said: Said | undefined;
  readonly refs: Set<string>;
}

/**
 * Every vulnerability that was found, as CycloneDX 1.6 with the packages that have them, the ratings and what the project says:
 * https://cyclonedx.org/docs/1.6/json/#vulnerabilities. The same commit and advisories give the same bytes.
 */
export function cycloneDxVexDocument(facts: DocumentFacts): Uint8Array {
  const components = new Map<string, Component>();
  const entries = new Map<string, Entry>();
  for (const vulnerability of facts.vulnerabilities) {
    const said = saidOf(vulnerability, facts.exceptions);
    const key = JSON.stringify([vulnerability.match.group.id, said ?? null]);
    const entry = entries.get(key) ?? { vulnerability, said, refs: new Set() };
    entries.set(key, entry);
    for (const { ref, component } of versionsIn(vulnerability)) {
      components.set(ref, component);
      entry.refs.add(ref);
    }
  }
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => compareText(a, b));
  const isPurl = facts.product?.startsWith("pkg:") === true;
  const body = {
    metadata: {
      timestamp: facts.created,
      tools: { components: [{ type: "application", name: "assay", version: VERSION }] },
      component: {
        type: "application",
        "bom-ref": "root",
        name: facts.name,
        ...(isPurl && { purl: facts.product }),
      },
    },
    components: sorted(components).map(([ref, component]) => componentOf(ref, component)),
    vulnerabilities: sorted(entries).map(([, entry]) => vulnerabilityOf(entry)),
  };
  const hash = createHash("sha256")
    .update(JSON.stringify([facts.page, body]))
    .digest("hex");
  const document = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf(hash)}`,
    version: 1,
    ...body,
  };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}

/** Version 8 of RFC 9562: of a hash. */
function uuidOf(hex: string): string {
  const text = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`;
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, text);
}

function componentOf(ref: string, { name, version, purl, scope }: Component) {
  return {
    type: "library",
    "bom-ref": ref,
    name,
    ...(version !== undefined && { version }),
    scope: SCOPES[scope],
    ...(purl !== undefined && { purl }),
  };
}

function vulnerabilityOf({ vulnerability: { match }, said, refs }: Entry) {
  const { group, records } = match;
  const others = group.ids.filter((id) => id !== group.id);
  const fixed = [...new Set(records.flatMap((each) => each.fixed ?? []))].sort(compareText);
  return {
    id: group.id,
    source: sourceOf(group.id),
    ...(others.length > 0 && {
      references: others.map((id) => ({ id, source: sourceOf(id) })),
    }),
    ratings: [ratingOf(group)],
    ...(group.summary !== undefined && { description: group.summary }),
    ...(fixed.length > 0 && { recommendation: `Upgrade to ${fixed.join(" or ")}.` }),
    ...(group.references.length > 0 && { advisories: group.references.map((url) => ({ url })) }),
    ...(group.published !== undefined && { published: group.published }),
    ...(said !== undefined && { analysis: analysisOf(said) }),
    affects: [...refs].sort(compareText).map((ref) => ({ ref })),
  };
}

function sourceOf(id: string) {
  if (id.startsWith("CVE-")) return { name: "NVD", url: `https://nvd.nist.gov/vuln/detail/${id}` };
  if (id.startsWith("GHSA-")) return { name: "GitHub", url: `https://github.com/advisories/${id}` };
  return { name: "OSV", url: `https://osv.dev/vulnerability/${encodeURIComponent(id)}` };
}

function ratingOf({ severity: { level, score, vector, decidedBy } }: AdvisoryGroup) {
  const version = vector === undefined ? undefined : /^CVSS:(\d\.\d)/.exec(vector)?.[1];
  const method = { "4.0": "CVSSv4", "3.1": "CVSSv31", "3.0": "CVSSv3" }[version ?? ""];
  return {
    source: { name: decidedBy },
    ...(score !== undefined && { score }),
    severity: level,
    method: method ?? (vector?.startsWith("AV:") ? "CVSSv2" : "other"),
    ...(vector !== undefined && { vector }),
  };
}

function analysisOf({ status, justification, text, at }: Said) {
  return {
    state: wordFor(STATES, status),
    ...(justification !== undefined && { justification: wordFor(JUSTIFIED, justification) }),
    ...(status === "affected" && { response: ["will_not_fix"] }),
    detail: text,
    ...(at !== undefined && { lastUpdated: at }),
  };
}
