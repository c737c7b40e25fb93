import type { Artifact, CheckContext } from "@assay/core";
import type { InventoryMaterial } from "@assay/inventory";
import type { VexOptions } from "../ignores/inputs.ts";
import type { Exceptions } from "../ignores/read.ts";
import type { Vulnerability } from "../vulnerability.ts";
import { cycloneDxVexDocument } from "./cyclonedx-document.ts";
import { openVexDocument } from "./openvex-document.ts";
import type { DocumentFacts } from "./said.ts";

/** The documents that a run is asked for: `vex.openvex.json` and `vulnerabilities.cdx.json`. */
export async function vexDocuments(
  { clock, environment }: Pick<CheckContext, "clock" | "environment">,
  { documents }: Pick<VexOptions, "documents">,
  { repository, inventory }: Pick<InventoryMaterial, "repository" | "inventory">,
  vulnerabilities: readonly Vulnerability[],
  exceptions: Exceptions,
): Promise<readonly Artifact[]> {
  if (documents.length === 0) return [];
  const { origin, head } = repository;
  const page = origin && `${origin.serverUrl}/${origin.repository}`;
  const isGitHub = origin?.serverUrl.toLowerCase() === "https://github.com";
  const first = inventory.graphs.flatMap((graph) => graph.components).find((one) => one.firstParty);
  const time = environment["SOURCE_DATE_EPOCH"] ? undefined : head?.committedAt;
  const facts: DocumentFacts = {
    vulnerabilities,
    exceptions,
    created:
      time ??
      clock
        .now()
        .toISOString()
        .replace(/\.\d{3}Z$/, "Z"),
    page,
    product: isGitHub ? `pkg:github/${origin.repository.toLowerCase()}` : page,
    name: origin?.repository ?? first?.name ?? "project",
    author: page ?? "unknown",
  };
  const made: Artifact[] = [];
  if (documents.includes("openvex")) {
    const name = "vex.openvex.json";
    made.push({ name, mediaType: "application/json", bytes: openVexDocument(facts) });
  }
  if (documents.includes("cyclonedx")) {
    const mediaType = "application/vnd.cyclonedx+json; version=1.6";
    const bytes = cycloneDxVexDocument(facts);
    made.push({ name: "vulnerabilities.cdx.json", mediaType, bytes });
  }
  return made;
}
