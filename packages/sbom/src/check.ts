import type { CheckContext, CheckResult, ConfigReader } from "@assay/core";
import { type Inventory, inventoryOf, isChange, namedOrigin, withOrigin } from "@assay/inventory";
import { assembleDocument } from "./assemble.ts";
import type { SbomConfig } from "./config-facts.ts";
import type { Made } from "./destinations/destination.ts";
import type { SbomOptions } from "./options.ts";
import { provenanceOf } from "./subject.ts";
import { incompleteNotice, summaryOf } from "./summary.ts";
import { writeDocuments } from "./writers.ts";

export interface SbomRun {
  readonly result: CheckResult;
  /** What is to be reported of the inventory that the documents are made from. */
  readonly inventory: CheckResult;
  readonly componentCount: number;
  readonly complete: boolean;
  /** What destinations are sent; absent where there is no document. */
  readonly made?: Made;
}

/** The check `sbom`, with the figures that the command gives out. */
export async function runSbom(
  context: CheckContext & { readonly config?: ConfigReader },
  options: SbomOptions,
): Promise<SbomRun> {
  const { repository, ref, workspace, lockfiles, scope } = options;
  const config = context.config?.section<SbomConfig>("sbom") ?? {};
  const { signKey, signKeyPassword, formats } = options;
  const signer =
    signKey === undefined
      ? undefined
      : await (await import("./signature/sign.ts")).documentSigner(context, {
          formats,
          signKey,
          signKeyPassword,
        });
  const selection = { ref, workspace, lockfiles };
  const material = await inventoryOf(context, selection);
  // Where the commit is there, its own name says more than a tag's.
  const label = material.repository.source === undefined ? ref : undefined;
  const origin = namedOrigin(material.repository, { repository, ref: label });
  const isNamed = repository !== undefined || label !== undefined;
  const inventory = isNamed ? withOrigin(material.inventory, origin) : material.inventory;
  const provenance = provenanceOf(context, { ...material.repository, origin }, material.workspace);
  // No lockfile, no document: an empty one would be taken for an answer.
  const isEmpty = inventory.graphs.length === 0;
  const said = isEmpty ? undefined : await saidOfThemselves(context, inventory, options);
  const facts = Object.keys(config).length === 0 ? undefined : await import("./config-facts.ts");
  const manufacturer = facts?.manufacturerOf(config);
  const assembled = isEmpty
    ? undefined
    : await assembleDocument(inventory, provenance, scope, manufacturer, said?.statements);
  const document = (assembled && facts?.withConfig(assembled, config)) ?? assembled;
  const made = document && { inventory, provenance, document };
  const changes =
    made !== undefined && (options.changes ?? (isChange(context) && ref === undefined))
      ? await (await import("./changes/changes.ts")).changesOf(context, { scope, selection }, made)
      : undefined;
  const artifacts =
    document === undefined ? [] : await writeDocuments(document, formats, signer?.sign);
  const ci = options.includeCi
    ? await (await import("./ci.ts")).ciDocuments(
        context,
        material.repository,
        provenance,
        formats,
        signer?.sign,
      )
    : undefined;
  const result: CheckResult = {
    check: "sbom",
    findings: ci?.findings ?? [],
    artifacts: [...artifacts, ...(ci?.artifacts ?? [])],
    coverage: {
      inspected: {
        lockfiles: inventory.graphs.length,
        components: document?.components.length ?? 0,
      },
      skipped: [],
      summary: summaryOf(inventory, document, {
        workspace: material.workspace,
        revision: material.repository.source && ref,
      }),
      // The findings of the inventory say why, and fail the run.
      ...(document === undefined ? { nothingToDo: "no lockfile was read" } : {}),
    },
    notices: [
      ...incompleteNotice(inventory, document, scope),
      ...(document === undefined && ci === undefined ? [] : provenance.notices),
      ...(said?.notices ?? []),
      ...(changes?.notices ?? []),
      ...(ci?.notices ?? []),
      ...(signer?.notices ?? []),
    ],
    tables: changes?.tables ?? [],
  };
  return {
    result,
    inventory: material.result,
    componentCount: document?.components.length ?? 0,
    complete: document?.completeness === "complete",
    ...(made !== undefined && {
      made: { ...made, artifacts, scope, ref, parts: partsOf(options) },
    }),
  };
}

/** What packages say of themselves, where that is asked for. */
async function saidOfThemselves(
  context: CheckContext,
  inventory: Inventory,
  { enrich = "off" }: SbomOptions,
) {
  if (enrich === "off") return undefined;
  const { packageStatements } = await import("@assay/inventory/installed");
  return packageStatements(context, inventory, enrich);
}

function partsOf({ workspace, lockfiles = [] }: SbomOptions): readonly string[] {
  return [workspace ?? "", ...lockfiles].filter((part) => part !== "");
}
