import { type ManagementLayer, managedIn } from "./layers.ts";
import { type Dependency, managementKey } from "./model.ts";
import type { PomDependency } from "./pom.ts";
import type { Interpolate, Resolved } from "./properties.ts";

/** Those of Maven 3, and what is like them in Maven 4. */
const SCOPES: ReadonlyMap<string, string> = new Map([
  ...["compile", "runtime", "provided", "system", "test"].map((each) => [each, each] as const),
  ["compile-only", "provided"],
  ["test-only", "test"],
  ["test-runtime", "test"],
]);

/** Management gives what the dependency itself does not say; never whether it is optional. */
export function managedDependency(
  own: PomDependency,
  resolve: Interpolate,
  layers: readonly ManagementLayer[],
  condition: string | undefined,
): Dependency {
  const by = managedIn(layers, managementKey(own, resolve));
  const either = (key: "version" | "scope"): Resolved | undefined => {
    const text = own[key] ?? by?.entry[key];
    return text === undefined
      ? undefined
      : (own[key] === undefined ? by?.resolve : resolve)?.(text);
  };
  const version = either("version");
  const text = (part: string) => resolve(part).text;
  const exclusions =
    own.exclusions.length > 0
      ? own.exclusions.map(text)
      : (by?.entry.exclusions.map((each) => by.resolve(each).text) ?? []);
  return {
    groupId: text(own.groupId),
    artifactId: text(own.artifactId),
    type: text(own.type),
    classifier: text(own.classifier),
    version: version?.text,
    open: version?.open ?? [],
    scope: SCOPES.get(either("scope")?.text ?? "") ?? "compile",
    isOptional: own.isOptional ?? false,
    exclusions,
    condition,
    file: own.file,
    line: own.line,
  };
}
