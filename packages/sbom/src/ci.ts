import type { Artifact, CheckContext, ConfigReader, Finding } from "@assay/core";
import { ciInventory, type RepositoryFacts, withOrigin } from "@assay/inventory";
import { assembleDocument } from "./assemble.ts";
import type { SbomConfig } from "./config-facts.ts";
import { manufacturerOf, withConfig } from "./config-facts.ts";
import type { SbomFormat } from "./options.ts";
import type { Provenance } from "./subject.ts";
import { type Finish, writeDocuments } from "./writers.ts";

/** Where GitHub looks for workflows. */
const WORKFLOWS = ".github/workflows";

/** Documents of their own on what workflows and actions use: `sbom.ci.cdx.json` beside `sbom.cdx.json`. */
export async function ciDocuments(
  context: CheckContext & { readonly config?: ConfigReader },
  repository: RepositoryFacts,
  provenance: Provenance,
  formats: readonly SbomFormat[],
  finish?: Finish,
): Promise<{
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
  readonly notices: readonly string[];
}> {
  const { inventory: read, findings } = await ciInventory(context, repository);
  const inventory = withOrigin(read, provenance.origin);
  if (inventory.graphs.length === 0) {
    const notices = ["There is no document on CI: no workflow and no action was read."];
    return { artifacts: [], findings, notices };
  }
  const config = context.config?.section<SbomConfig>("sbom") ?? {};
  const about = { ...provenance, workspace: WORKFLOWS };
  const document = withConfig(
    await assembleDocument(inventory, about, "all", manufacturerOf(config)),
    config,
  );
  const artifacts = await writeDocuments(document, formats, finish);
  return {
    artifacts: artifacts.map((each) => ({ ...each, name: each.name.replace("sbom.", "sbom.ci.") })),
    findings,
    notices: [],
  };
}
