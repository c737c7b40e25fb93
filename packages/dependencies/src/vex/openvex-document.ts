import { createHash } from "node:crypto";
import { compareText, VERSION } from "@assay/core";
import type { Vulnerability } from "../vulnerability.ts";
import { type DocumentFacts, type Said, saidOf, versionsIn } from "./said.ts";

/**
 * What the ignores and VEX of this run say, as OpenVEX 0.2.0. An ignore with a justification is `not_affected`; one without is
 * `affected`: who accepts a risk has not said that there is none. The same commit gives the same bytes.
 */
export function openVexDocument(facts: DocumentFacts): Uint8Array {
  const byContent = new Map<
    string,
    { group: Vulnerability["match"]["group"]; said: Said; ids: Set<string> }
  >();
  for (const vulnerability of facts.vulnerabilities) {
    const said = saidOf(vulnerability, facts.exceptions);
    if (said === undefined) continue;
    const { group } = vulnerability.match;
    const key = JSON.stringify([group.id, said]);
    const entry = byContent.get(key) ?? { group, said, ids: new Set() };
    byContent.set(key, entry);
    for (const { ref } of versionsIn(vulnerability)) entry.ids.add(ref);
  }
  const statements = [...byContent]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { group, said, ids }]) => {
      const parts = [...ids].sort(compareText).map((id) => ({ "@id": id }));
      const { status, justification, text, at } = said;
      const others = group.ids.filter((id) => id !== group.id);
      return {
        vulnerability: { name: group.id, ...(others.length > 0 && { aliases: others }) },
        ...(at !== undefined && { timestamp: at }),
        products:
          facts.product === undefined ? parts : [{ "@id": facts.product, subcomponents: parts }],
        status,
        ...(justification !== undefined && { justification }),
        ...(status === "not_affected" && { impact_statement: text }),
        ...(status === "affected" && { action_statement: text }),
        ...((status === "under_investigation" || status === "fixed") && { status_notes: text }),
      };
    });
  const content = { author: facts.author, timestamp: facts.created, version: 1, statements };
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const document = {
    "@context": "https://openvex.dev/ns/v0.2.0",
    "@id": `${facts.page ?? "https://openvex.dev/docs/public"}/vex-${hash}`,
    ...content,
    tooling: `Assay ${VERSION}`,
  };
  return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
}
