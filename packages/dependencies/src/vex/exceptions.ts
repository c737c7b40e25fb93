import type { CheckContext } from "@assay/core";
import type { Acknowledgement, AppliedException, ExceptionsOptions } from "../ignores/read.ts";
import type { Vulnerability } from "../vulnerability.ts";
import type { VexStatement } from "./statement.ts";

/** What VEX says of the vulnerabilities, the newest statement for each. */
export async function vexOf(
  context: CheckContext,
  { vex, origin = context.remote ?? undefined }: ExceptionsOptions,
  candidates: (id: string) => readonly Vulnerability[],
  now: number,
) {
  const nothing = { newest: new Map<Vulnerability, VexStatement>(), findings: [] };
  if (vex === undefined || vex.vex.length === 0) return nothing;
  const { applyVex, readVex } = await import("./read.ts");
  const { statements, findings } = await readVex(context, vex);
  if (statements.length === 0) return { ...nothing, findings };
  const applied = applyVex(statements, { candidates, origin, now });
  return { ...applied, findings: [...findings, ...applied.findings] };
}

/** What a statement says against a vulnerability; `undefined` where it says nothing against it. */
export function byVex(
  { match }: Vulnerability,
  { status, justification, impact, fault, author, source, at }: VexStatement,
): AppliedException | undefined {
  if (fault !== undefined || match.group.kind === "malware") return undefined;
  if (status !== "not_affected" && status !== "fixed") return undefined;
  return {
    by: "vex",
    id: match.group.id,
    source,
    reason: impact ?? justification?.replaceAll("_", " ") ?? "it is fixed",
    owner: author,
    status,
    at: new Date(at).toISOString(),
    ...(justification !== undefined && { justification }),
  };
}

/** The answer that a statement is, of those that leave a vulnerability open. */
export function acknowledgement(statement: VexStatement | undefined): Acknowledgement | undefined {
  if (statement === undefined || statement.fault !== undefined) return undefined;
  const { status, at, author, source, impact, action } = statement;
  if (status !== "under_investigation" && status !== "affected") return undefined;
  const note = action ?? impact;
  return {
    ...{ by: author, at: new Date(at).toISOString(), status, source },
    ...(note !== undefined && { note }),
  };
}
