import {
  type Artifact,
  type CheckResult,
  clip,
  type Finding,
  fingerprint,
  plural,
  UsageError,
} from "@assay/core";
import { changesTable } from "../changes/table.ts";
import { fullName, purlType } from "../names.ts";
import { type ComponentChange, compareDocuments } from "./compare.ts";
import { countsText } from "./counts.ts";
import { changedHashes } from "./hashes.ts";
import { diffJson } from "./json.ts";
import { diffMarkdown } from "./markdown.ts";
import { type DiffContext, type Side, sideOf } from "./side.ts";

export type DiffFormat = "diff-json" | "diff-markdown";

export interface DiffOptions {
  /** One or two files or revisions, the old one first; with one the work tree is the new one. */
  readonly files: readonly string[];
  readonly formats: readonly DiffFormat[];
}

/**
 * `assay sbom diff`: what the second document says that the first does not.
 *
 * @throws UsageError when there are not one or two, or one of them can't be read
 */
export async function runDiff(
  context: DiffContext,
  { files, formats }: DiffOptions,
): Promise<CheckResult> {
  const [old, now, surplus] = files;
  if (old === undefined || surplus !== undefined) {
    throw new UsageError(
      `${plural(files.length, "document")} ${files.length === 1 ? "is" : "are"} given; two can be compared`,
      {
        hint: "Give the old file or revision and then the new one; without a new one the work tree is it.",
      },
    );
  }
  const [before, after] = [await sideOf(context, old), await sideOf(context, now)];
  const changes = compareDocuments(before.document, after.document);
  const ways = [before.wayTo, after.wayTo] as const;
  const title = "Packages that differ";
  const shown = changesTable(changes, ways, { title });
  const left = shown?.leftOut ?? 0;
  const counts = [before, after].map(({ document }) => document.components.length);
  return {
    check: "diff",
    findings: [
      ...changes.flatMap((change) => hashFinding(change, after)),
      ...weakerFinding(changes, before, after),
    ],
    artifacts: artifactsOf(formats, { before, after, changes }),
    coverage: {
      inspected: { documents: 2, components: (counts[0] ?? 0) + (counts[1] ?? 0) },
      skipped: [],
      summary: `${before.name} (${plural(counts[0] ?? 0, "component")}) and ${after.name} (${plural(counts[1] ?? 0, "component")}): ${countsText(changes)}`,
    },
    notices: [
      ...before.notices,
      ...after.notices,
      ...(left === 0
        ? []
        : [
            `${plural(left, "more package")} ${left === 1 ? "is" : "are"} not in the table: \`--formats diff-json\` writes all.`,
          ]),
    ],
    tables: shown === undefined ? [] : [shown.table],
  };
}

export interface Diff {
  readonly before: Side;
  readonly after: Side;
  readonly changes: readonly ComponentChange[];
}

function artifactsOf(formats: DiffOptions["formats"], diff: Diff): readonly Artifact[] {
  const writers = {
    "diff-json": { name: "sbom-diff.json", mediaType: "application/json", write: diffJson },
    "diff-markdown": { name: "sbom-diff.md", mediaType: "text/markdown", write: diffMarkdown },
  };
  return [...new Set(formats)].sort().map((format) => {
    const { write, ...artifact } = writers[format];
    return { ...artifact, bytes: new TextEncoder().encode(write(diff)) };
  });
}

/** One for all: the cause is one. */
function weakerFinding(
  changes: readonly ComponentChange[],
  before: Side,
  after: Side,
): readonly Finding[] {
  const makers = ({ document: { tools } }: Side) => tools.map(({ name }) => name).join();
  const weaker = changes.filter(({ kinds }) => kinds.includes("weaker"));
  const [first] = weaker;
  if (first?.after === undefined || makers(before) !== makers(after)) return [];
  const path = after.path ?? first.after.places[0]?.path;
  const commit = after.commit === undefined ? {} : { commit: after.commit };
  return [
    {
      ruleId: "sbom.hash-weaker",
      severity: "medium",
      message: `${plural(weaker.length, "package")} of the same version ${weaker.length === 1 ? "has" : "have"} a weaker hash than before, or none: whether the archives are the same can't be told`,
      ...(path === undefined ? {} : { location: { path, ...commit } }),
      fingerprint: fingerprint("sbom.hash-weaker", path ?? after.name),
      evidence: weaker.slice(0, 10).map((change) => ({
        label: change.after === undefined ? "" : clip(fullName(change.after), 200),
        value: [change.before, change.after].map((each) => algorithmsOf(each)).join(" → "),
      })),
    },
  ];
}

function algorithmsOf(component: ComponentChange["after"]): string {
  const all = [component, ...(component?.references ?? [])].flatMap((each) => each?.hashes ?? []);
  return [...new Set(all.map(({ algorithm }) => algorithm))].sort().join(", ") || "none";
}

function hashFinding({ kinds, before, after }: ComponentChange, side: Side): readonly Finding[] {
  if (!kinds.includes("hash") || before === undefined || after === undefined) return [];
  const [first, ...others] = changedHashes(before, after);
  if (first === undefined) return [];
  const name = fullName(after);
  const { version, purl } = after;
  const place = after.places[0];
  const path = side.path ?? place?.path;
  const line =
    side.path === undefined && place?.line !== undefined ? { startLine: place.line } : {};
  const commit = side.commit === undefined ? {} : { commit: side.commit };
  const ecosystem = purlType(purl);
  return [
    {
      ruleId: "sbom.hash-changed",
      severity: "high",
      message: `${clip(name, 200)} ${version} has another ${first.algorithm} hash than before: ${first.before.slice(0, 16)}… became ${first.after.slice(0, 16)}…`,
      ...(path === undefined ? {} : { location: { path, ...line, ...commit } }),
      subject: {
        name,
        ...(version === undefined ? {} : { version }),
        ...(purl === undefined ? {} : { purl }),
        ...(ecosystem === undefined ? {} : { ecosystem }),
        ...(after.scope === undefined ? {} : { scope: after.scope }),
      },
      fingerprint: fingerprint("sbom.hash-changed", purl ?? name, first.after),
      evidence: [first, ...others].slice(0, 10).map((hash) => ({
        label: hash.url === undefined ? hash.algorithm : `${hash.algorithm} of ${hash.url}`,
        value: `${hash.before} → ${hash.after}`,
      })),
      remediation:
        "Compare the two archives before anybody installs the new one: a published version does not change.",
    },
  ];
}
