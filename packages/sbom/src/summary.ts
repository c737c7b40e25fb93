import { grouped, plural } from "@assay/core";
import { type Inventory, isIncomplete } from "@assay/inventory";
import { withoutEdges } from "./entries.ts";
import type { SbomDocument } from "./model.ts";

const SCOPES = ["runtime", "optional", "development"] as const;
const MAX_NAMED = 3;

interface SummaryOptions {
  /** The folder of the only member of a workspace that the documents are about. */
  readonly workspace?: string | undefined;
  /** What the files were read from git for. */
  readonly revision?: string | undefined;
}

/**
 * What is in the documents, in a line. Components are those of the documents: each place of a package, and
 * first-party ones; the inventory counts names with versions.
 */
export function summaryOf(
  inventory: Inventory,
  document: SbomDocument | undefined,
  { workspace = "", revision }: SummaryOptions,
): string {
  if (document === undefined) return "No lockfile was read, so there is no document";
  const { components } = document;
  const parts = SCOPES.flatMap((each) => {
    const count = components.filter((component) => component.scope === each).length;
    return count === 0 ? [] : [`${grouped(count)} ${each}`];
  });
  const [only] = parts;
  const count =
    parts.length === 1 && components.every(({ scope: own }) => own !== undefined)
      ? `${only} ${components.length === 1 ? "component" : "components"}`
      : `${plural(components.length, "component")}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
  const of = workspace === "" ? "" : ` of ${workspace}`;
  const at = revision === undefined ? "" : `, read from git at ${revision}`;
  return `${count}${of} in ${plural(inventory.graphs.length, "lockfile")}${at}`;
}

/** Why the documents are not complete, as every report and the summary of a run show it. */
export function incompleteNotice(
  inventory: Inventory,
  document: SbomDocument | undefined,
  scope: "all" | "runtime",
): readonly string[] {
  return document === undefined || document.completeness === "complete"
    ? []
    : [`The documents are not complete: ${missingParts(inventory, scope).join("; ")}.`];
}

function missingParts({ graphs, skipped }: Inventory, scope: "all" | "runtime"): readonly string[] {
  const isFound =
    graphs.some(({ gaps }) => gaps.some(isIncomplete)) ||
    skipped.some(({ kind }) => kind !== "excluded" && kind !== "unselected");
  const silent = graphs.filter((graph) => withoutEdges({ graphs: [graph] }, { id: "" }).length > 0);
  const more = silent.length - MAX_NAMED;
  const names = silent.slice(0, MAX_NAMED).map(({ path }) => path);
  const files = `${names.join(", ")}${more > 0 ? ` and ${grouped(more)} more` : ""}`;
  return [
    ...(isFound ? ["findings of the inventory say what is missing"] : []),
    ...(silent.length === 0
      ? []
      : [`the dependencies between packages of ${files} are not all known`]),
    ...(skipped.some(({ kind }) => kind === "unselected")
      ? ["what the settings leave out is missing"]
      : []),
    ...(scope === "runtime" ? ["packages for development are left out"] : []),
  ];
}
