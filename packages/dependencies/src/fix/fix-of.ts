import type { Vulnerability } from "../vulnerability.ts";
import type { FixSuggestion } from "./suggestion.ts";

/** The suggestion for the package of a vulnerability; `undefined` where there is none, as for one that is only unmaintained. */
export function fixOf(
  { graph, component }: Pick<Vulnerability, "graph" | "component">,
  suggestions: readonly FixSuggestion[],
): FixSuggestion | undefined {
  return suggestions.find(
    ({ path, name, from }) =>
      path === graph.path && name === component.name && from === component.version,
  );
}
