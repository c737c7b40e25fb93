import type { FoundVulnerability } from "../vulnerabilities.ts";
import type { FixSuggestion } from "./suggestion.ts";

/** The suggestions for the versions of a package that a vulnerability is in; none as for one that is only unmaintained. */
export function fixesOf(
  { graph, component, entries }: Pick<FoundVulnerability, "graph" | "component" | "entries">,
  suggestions: readonly FixSuggestion[],
): readonly FixSuggestion[] {
  return suggestions.filter(
    ({ path, name, from }) =>
      path === graph.path &&
      name === component.name &&
      entries.some(({ component: { version } }) => version === from),
  );
}
