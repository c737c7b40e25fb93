import {
  compareText,
  isRecord,
  type ReportedFinding,
  type SettingsFiles,
  UsageError,
} from "@assay/core";

const HOW_TO_MAKE_ONE =
  "Make one with `assay check --report-formats json --report-directory reports` and point `baseline` at the JSON report in that folder.";

/** What a baseline keeps of one accepted finding. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly check: string;
  /** ISO 8601, where the report said it. */
  readonly firstSeen?: string;
  /** When the finding was accepted: it stood in a still older baseline, or the baseline was made then. */
  readonly acceptedAt: string;
  /** It is one place of a finding that has several. */
  readonly isPart?: true;
}

/** The findings that were accepted when the baseline was made, by fingerprint. */
export interface Baseline {
  readonly generatedAt: string;
  readonly entries: ReadonlyMap<string, BaselineEntry>;
}

/** A baseline stays readable when the report's form gets a new version: what it takes from a report is the same in both. */
const READABLE_SCHEMAS: ReadonlySet<unknown> = new Set([1, 2]);

/**
 * @param named An input names the file, not the config file: it may lie anywhere.
 * @throws UsageError when the file does not exist or is no report of Assay.
 */
export async function readBaseline(
  files: SettingsFiles,
  path: string | undefined,
  named: boolean,
): Promise<Baseline | undefined> {
  if (path === undefined) return undefined;
  const bytes = await files.read(path, { named });
  if (bytes === undefined) {
    throw new UsageError(`The baseline ${path} does not exist`, {
      hint: `\`baseline\` is relative to \`working-directory\`. ${HOW_TO_MAKE_ONE}`,
    });
  }
  return parseBaseline(new TextDecoder().decode(bytes), path);
}

/**
 * Reads a JSON report of Assay as a baseline. Findings that a config entry or a mark in a file suppressed then are left
 * out: their exception has its own expiry, and a baseline must not outlive it.
 *
 * @param source The file's name, for errors.
 * @throws UsageError when the text is anything but such a report: says what it is and how to make one.
 */
export function parseBaseline(text: string, source: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    throw notABaseline(source, text.trim() === "" ? "is empty" : "is not valid JSON");
  }
  if (!isRecord(value)) {
    throw notABaseline(
      source,
      Array.isArray(value) ? "is a JSON list (another tool's report?)" : "is no JSON object",
    );
  }
  if (Array.isArray(value["runs"])) throw notABaseline(source, "is a SARIF report");
  const tool = value["tool"];
  if (!isRecord(tool) || tool["name"] !== "assay") {
    throw notABaseline(source, "was not written by Assay");
  }
  if (!READABLE_SCHEMAS.has(value["schema"])) {
    const schema = JSON.stringify(value["schema"])?.slice(0, 40) ?? "missing";
    const readable = [...READABLE_SCHEMAS].join(" and ");
    throw notABaseline(source, `has report schema ${schema}; this version reads ${readable}`);
  }
  const { generatedAt, findings } = value;
  if (!isInstant(generatedAt)) throw notABaseline(source, "has no valid `generatedAt`");
  if (!Array.isArray(findings)) throw notABaseline(source, "has no list of findings");
  const entries = new Map<string, BaselineEntry>();
  for (const [index, finding] of findings.entries()) {
    const entry = entryOf(finding, generatedAt);
    if (entry === undefined) {
      throw notABaseline(
        source,
        `has a faulty finding at findings[${index}] (fingerprint or check)`,
      );
    }
    if (entry === "excepted") continue;
    entries.set(entry.fingerprint, entry);
    for (const part of partsOf(finding))
      if (!entries.has(part)) entries.set(part, { ...entry, fingerprint: part, isPart: true });
  }
  return { generatedAt, entries };
}

/**
 * Tells, per check, how many findings of the baseline are gone. Only for checks that finished and looked at everything:
 * elsewhere a missing finding says nothing.
 */
export function staleNotices(
  baseline: Baseline | undefined,
  complete: ReadonlySet<string>,
  findings: readonly Pick<ReportedFinding, "check" | "fingerprint" | "aliases">[],
): readonly string[] {
  if (baseline === undefined) return [];
  const found = new Set(
    findings.flatMap(({ check, fingerprint, aliases = [] }) =>
      [fingerprint, ...aliases].map((name) => `${check}\0${name}`),
    ),
  );
  const gone = new Map<string, number>();
  for (const { check, fingerprint, isPart } of baseline.entries.values()) {
    if (isPart || !complete.has(check) || found.has(`${check}\0${fingerprint}`)) continue;
    gone.set(check, (gone.get(check) ?? 0) + 1);
  }
  return [...gone]
    .sort(([a], [b]) => compareText(a, b))
    .map(([check, number]) =>
      number === 1
        ? `1 finding of the check ${check} in the baseline is gone. Make the baseline again, so that it can't come back unseen.`
        : `${number} findings of the check ${check} in the baseline are gone. Make the baseline again, so that they can't come back unseen.`,
    );
}

function entryOf(finding: unknown, generatedAt: string): BaselineEntry | "excepted" | undefined {
  if (!isRecord(finding)) return undefined;
  const { fingerprint, check, firstSeen, suppression, slo } = finding;
  if (typeof fingerprint !== "string" || !/^[0-9a-f]{64}$/.test(fingerprint)) return undefined;
  if (typeof check !== "string") return undefined;
  if (isRecord(suppression) && suppression["by"] !== "baseline") return "excepted";
  const wasAccepted = isRecord(suppression) && isRecord(slo) && isInstant(slo["startedAt"]);
  return {
    fingerprint,
    check,
    ...(isInstant(firstSeen) && { firstSeen }),
    acceptedAt: wasAccepted ? String(slo["startedAt"]) : generatedAt,
  };
}

function partsOf(finding: unknown): readonly string[] {
  const parts = isRecord(finding) ? finding["parts"] : undefined;
  return (Array.isArray(parts) ? parts : []).filter(
    (part) => typeof part === "string" && /^[0-9a-f]{64}$/.test(part),
  );
}

/** The entry that accepts a finding: by one of its names, or because it has every place of it. */
export function acceptedBy(
  baseline: Baseline | undefined,
  check: string,
  names: readonly string[],
  parts: readonly string[] = [],
): BaselineEntry | undefined {
  const entryFor = (name: string) => {
    const entry = baseline?.entries.get(name);
    return entry?.check === check ? entry : undefined;
  };
  const own = names.map(entryFor).find((entry) => entry !== undefined);
  if (own !== undefined) return own;
  const [first, ...others] = parts.map(entryFor);
  return others.every((entry) => entry !== undefined) ? first : undefined;
}

function notABaseline(source: string, found: string): UsageError {
  return new UsageError(`The baseline ${source} ${found}`, {
    hint: HOW_TO_MAKE_ONE,
  });
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && value.length <= 40 && !Number.isNaN(Date.parse(value));
}
