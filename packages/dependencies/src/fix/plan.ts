import type { AdvisoryData } from "@assay/advisories";
import { type CheckContext, openWorkspace } from "@assay/core";
import type { FoundVulnerability } from "../vulnerabilities.ts";
import type { FixSuggestion } from "./suggestion.ts";

const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

/** The suggestions of a run, with the lines of the manifests in its work tree. */
export async function planFixes(
  { root }: Pick<CheckContext, "root">,
  vulnerabilities: readonly FoundVulnerability[],
  data: AdvisoryData | undefined,
): Promise<readonly FixSuggestion[]> {
  if (data === undefined || vulnerabilities.length === 0) return [];
  const { suggestFixes } = await import("./fixes.ts");
  const workspace = await openWorkspace(root);
  const texts = new Map<string, Promise<string | undefined>>();
  const read = async (path: string) => {
    // A manifest that can't be read names no line; the inventory says what is wrong with it.
    const bytes = await workspace.readIfPresent(path, MAX_MANIFEST_BYTES).catch(() => undefined);
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  const readText = (path: string) => {
    const text = texts.get(path) ?? read(path);
    texts.set(path, text);
    return text;
  };
  return suggestFixes(vulnerabilities, { data, readText });
}
