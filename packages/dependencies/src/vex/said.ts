import type { Component } from "@assay/inventory";
import { buildPurl } from "@assay/purl";
import type { Exceptions } from "../ignores/read.ts";
import type { Vulnerability } from "../vulnerability.ts";
import type { Justification, VexStatus } from "./statement.ts";

/** What documents are made of. */
export interface DocumentFacts {
  readonly vulnerabilities: readonly Vulnerability[];
  readonly exceptions: Pick<Exceptions, "of" | "acknowledged">;
  /** RFC 3339 in UTC: of the commit, so that it gives the same bytes again. */
  readonly created: string;
  /** The page of the repository. */
  readonly page?: string | undefined;
  /** A purl of the repository without a version, or its page. */
  readonly product?: string | undefined;
  /** What the repository is called. */
  readonly name: string;
  readonly author: string;
}

/** What the project says of a vulnerability. */
export interface Said {
  readonly status: VexStatus;
  readonly justification?: Justification;
  readonly text: string;
  /** Of VEX; the document's own time where it is not given. */
  readonly at?: string;
}

export function saidOf(
  vulnerability: Vulnerability,
  { of, acknowledged }: Pick<Exceptions, "of" | "acknowledged">,
): Said | undefined {
  const exception = of(vulnerability);
  if (exception === undefined) {
    const answer = acknowledged(vulnerability);
    return answer && { status: answer.status, text: answer.note ?? answer.status, at: answer.at };
  }
  const { status, justification, reason, owner, expires, at } = exception;
  const why = justification !== undefined && { justification };
  if (status !== undefined)
    return { status, ...why, text: reason, ...(at !== undefined && { at }) };
  if (justification !== undefined) return { status: "not_affected", justification, text: reason };
  const until = expires === undefined ? "" : ` until ${expires}`;
  const by = owner === undefined ? "" : ` by ${owner}`;
  return { status: "affected", text: `Accepted${until}${by}: ${reason}` };
}

/** Each version of a vulnerability, with the reference under which documents name it: its purl. */
export function versionsIn({
  component,
  entries = [],
}: Vulnerability): readonly { readonly ref: string; readonly component: Component }[] {
  const all = [{ component }, ...entries].map((each) => each.component);
  return [...new Map(all.map((each) => [refOf(each), each]))].map(([ref, each]) => ({
    ref,
    component: each,
  }));
}

function refOf({ purl, name, version }: Component): string {
  return purl ?? buildPurl({ type: "generic", name, version });
}
