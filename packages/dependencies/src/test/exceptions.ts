import type { AdvisoryGroup } from "@assay/advisories";
import {
  type CheckContext,
  type ConfigReader,
  createMaterials,
  fixedClock,
  NO_CONFIG,
  silentLogger,
  silentProgress,
} from "@assay/core";
import type { Component } from "@assay/inventory";
import type { ExceptionsOptions } from "../ignores/read.ts";
import { readExceptions } from "../ignores/read.ts";
import type { Vulnerability } from "../vulnerability.ts";

export const TODAY = "2026-12-01T12:00:00Z";

export interface VulnerableParts {
  readonly path?: string;
  readonly component?: Partial<Component>;
  readonly group?: Partial<AdvisoryGroup>;
  readonly level?: AdvisoryGroup["severity"]["level"];
  readonly ecosystem?: string;
  readonly fixed?: string;
}

/** One advisory of left 1.2.3 in package-lock.json: CVE-2026-1, GHSA-aaaa-bbbb-cccc. */
export function vulnerable(parts: VulnerableParts = {}): Vulnerability {
  const { path = "package-lock.json", ecosystem = "npm", level = "high", fixed } = parts;
  const name = parts.component?.name ?? "left";
  const component: Component = {
    id: name,
    name,
    version: "1.2.3",
    kind: "library",
    ecosystem: "npm",
    purl: `pkg:npm/${name}@${parts.component?.version ?? "1.2.3"}`,
    firstParty: false,
    scope: "runtime",
    artifacts: [],
    location: { path, startLine: 7 },
    aliases: [],
    flags: [],
    ...parts.component,
  };
  const group: AdvisoryGroup = {
    id: "CVE-2026-1",
    canonicalId: "GHSA-aaaa-bbbb-cccc",
    ids: ["CVE-2026-1", "GHSA-aaaa-bbbb-cccc"],
    kind: "vulnerability",
    severity: { level, decidedBy: "the label of GHSA-aaaa-bbbb-cccc", dropped: [] },
    references: [],
    ...parts.group,
  };
  return {
    graph: {
      path,
      format: "package-lock",
      ecosystem: "npm",
      roots: [],
      components: [component],
      edges: [],
      edgeCompleteness: "complete",
      covers: [],
      gaps: [],
    },
    component,
    match: {
      query: { ecosystem, name: component.name, version: component.version ?? "" },
      group,
      verdict: "affected",
      confidence: "high",
      records: [
        {
          record: {
            id: group.canonicalId,
            aliases: [],
            upstream: [],
            severity: [],
            kind: group.kind,
            affected: [],
            references: [],
          },
          verdict: "affected",
          confidence: "high",
          reason: "a range has it",
          ...(fixed !== undefined && { fixed }),
        },
      ],
    },
    path: [`${component.name}@${component.version ?? ""}`],
  };
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What readExceptions needs, over files of the settings. */
export function exceptionsContext(
  files: Files = {},
  { today = TODAY, sections = {} }: { today?: string; sections?: Record<string, object> } = {},
): CheckContext & { readonly config: ConfigReader } {
  return {
    root: "/nowhere",
    event: null,
    remote: { serverUrl: "https://github.com", repository: "acme/shop" },
    offline: true,
    http: { request: () => Promise.reject(new Error("nothing may reach the network")) },
    processes: {
      run: () => Promise.reject(new Error("no process is run")),
      stream: () => Promise.reject(new Error("no process is run")),
    } as unknown as CheckContext["processes"],
    clock: fixedClock(today),
    logger: silentLogger,
    progress: silentProgress,
    materials: createMaterials(),
    settings: {
      from: "work-tree",
      addedMarksCount: true,
      read: async (path) => {
        const file = Object.hasOwn(files, path) ? files[path] : undefined;
        return typeof file === "string" ? Buffer.from(file) : file;
      },
    },
    signal: new AbortController().signal,
    environment: {},
    config: { ...NO_CONFIG, section: <T>(key: string) => sections[key] as T | undefined },
  };
}

/** What is said of each vulnerability, and the findings as `rule path:line message`. */
export async function judged(
  {
    files = {},
    today = TODAY,
    sections = {},
    ...options
  }: Partial<ExceptionsOptions> & {
    files?: Files;
    today?: string;
    sections?: Record<string, object>;
  },
  ...vulnerabilities: readonly Vulnerability[]
) {
  const exceptions = await readExceptions(
    exceptionsContext(files, { today, sections }),
    { isWhole: true, ...options },
    vulnerabilities,
  );
  return {
    applied: vulnerabilities.map((each) => exceptions.of(each)),
    acknowledged: vulnerabilities.map((each) => exceptions.acknowledged(each)),
    findings: exceptions.findings.map(
      ({ ruleId, location, message }) =>
        `${ruleId.replace("dependencies.", "")} ${location?.path}:${location?.startLine ?? ""} ${message}`,
    ),
    denied: exceptions.denied,
  };
}
