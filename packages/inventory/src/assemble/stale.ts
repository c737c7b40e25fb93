import { plural, UsageError } from "@assay/core";
import { withoutCredentials } from "../credentials.ts";
import type { ReaderInput } from "../ecosystems/ecosystem.ts";
import type { LockProblem } from "./parts.ts";

const MAX_NAMED = 5;
const MAX_TEXT = 1000;

/** That a manifest asks for other packages than the lockfile was made for; nothing where there are no differences. */
export function staleProblems(
  manifest: string,
  differences: readonly string[],
): readonly LockProblem[] {
  if (differences.length === 0) return [];
  const { text, identity } = listed(differences);
  return [
    { kind: "stale", item: manifest, reason: `it asks for other packages: ${text}`, identity },
  ];
}

/** The first of several differences as a text, and all of them as what makes it the same finding in the next run. */
export function listed(
  differences: readonly string[],
  separator = ", ",
): { readonly text: string; readonly identity: string } {
  const sorted = [...new Set(differences.map(withoutCredentials))].sort();
  const more = sorted.length - MAX_NAMED;
  const named = sorted.slice(0, MAX_NAMED).join(separator).slice(0, MAX_TEXT);
  const rest = more > 0 ? ` and ${plural(more, "more difference")}` : "";
  return { text: named + rest, identity: sorted.join("\n") };
}

/** The text of a manifest; a problem where it is there and can't be read. */
export async function manifestText(
  path: string,
  { readText }: Pick<ReaderInput, "readText">,
): Promise<{ readonly text?: string | undefined; readonly problems: readonly LockProblem[] }> {
  try {
    return { text: await readText(path), problems: [] };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { problems: [unknownFit(path, error.message)] };
  }
}

/** That a lockfile can't be compared with a manifest. */
export function unknownFit(manifest: string, why: string): LockProblem {
  return { reason: `nobody can say whether it fits ${manifest}: ${why}` };
}
