import type { Ignore } from "./entry.ts";

/** An entry that is not applied: which, and why, as a clause. */
export interface Fault {
  readonly id: string;
  readonly why: string;
  readonly line?: number;
}

/** A package that another tool's file denies. */
export interface ImportedDenial {
  /** A selector of packages/purl. */
  readonly package: string;
  readonly reason: string;
}

/** What one file of another tool says. */
export interface Imported {
  readonly ignores: readonly Ignore[];
  readonly faults: readonly Fault[];
  readonly denied?: readonly ImportedDenial[];
}

interface Entry extends Partial<Omit<Ignore, "id" | "source" | "isOwn">> {
  /** Why it is not applied. */
  readonly why?: string | undefined;
  /** Where it stands; by default where its id does, below the entry before it. */
  readonly line?: number | undefined;
  /** What to look for in place of its id. */
  readonly wanted?: string;
}

/** Takes the entries of a file in their order, and finds the line of each. */
export function collector(path: string, text: string) {
  const lines = text.split("\n");
  let from = 0;
  const lineOf = (wanted: string) => {
    const at = lines.findIndex((line, index) => index >= from && line.includes(wanted));
    if (at < 0) return undefined;
    from = at;
    return at + 1;
  };
  const ignores: Ignore[] = [];
  const faults: Fault[] = [];
  const add = (id: string, { why, wanted = id, line = lineOf(wanted), ...entry }: Entry) => {
    if (why !== undefined) faults.push({ id, why, ...(line !== undefined && { line }) });
    else {
      const source = line === undefined ? { path } : { path, startLine: line };
      ignores.push({ id, source, isOwn: false, matches: () => true, ...entry });
    }
  };
  return { ignores, faults, add };
}

/** The start of a day in UTC, or of an instant: other tools' entries end there. `undefined` for what is neither. */
export function instantOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:$|[Tt ]\d{2}:\d{2})/.test(text)) return undefined;
  const at = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 8))
    ? undefined
    : at;
}
