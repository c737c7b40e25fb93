import type { ManagementLayer } from "./layers.ts";
import type { Pom, PomDependency, PomProblem } from "./pom.ts";
import type { Interpolate } from "./properties.ts";

/** The text of a POM of a repository; `undefined` where it has none. @throws UsageError when it can't be read */
export type PomSource = (
  groupId: string,
  artifactId: string,
  version: string,
) => Promise<string | undefined>;

/** A POM that another one stands on and that is nowhere to be had. */
export interface MissingPom {
  /** `groupId:artifactId:version`. */
  readonly coordinates: string;
  readonly role: "parent" | "BOM";
  /** Whether packages may come from there, and not only versions. */
  readonly addsPackages: boolean;
  /** Where it is named. */
  readonly file: string;
  readonly line: number;
}

/** A dependency after parents, properties, profiles and management. */
export interface Dependency {
  readonly groupId: string;
  readonly artifactId: string;
  readonly type: string;
  readonly classifier: string;
  /** A version or a range as Maven reads it; `undefined` where nothing says it. */
  readonly version: string | undefined;
  /** Expressions in it that have no value. */
  readonly open: readonly string[];
  /** `compile` where nothing says it. */
  readonly scope: string;
  readonly isOptional: boolean;
  /** `groupId:artifactId`, each may be `*`. */
  readonly exclusions: readonly string[];
  /** Under which profile it is there. */
  readonly condition: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** What Maven makes of a POM before it builds with it. */
export interface EffectivePom {
  readonly pom: Pom;
  readonly groupId: string;
  readonly artifactId: string;
  /** `undefined` where it is not known. */
  readonly version: string | undefined;
  readonly dependencies: readonly Dependency[];
  /** Its management, by `managementKey`: the first that has a key wins. */
  readonly managed: readonly ManagementLayer[];
  readonly missing: readonly MissingPom[];
  readonly licenses: readonly string[];
  readonly problems: readonly PomProblem[];
}

/** As Maven's own: what management and a dependency must share. */
export function managementKey(
  {
    groupId,
    artifactId,
    type,
    classifier,
  }: Pick<PomDependency, "groupId" | "artifactId" | "type" | "classifier">,
  resolve: Interpolate = (text) => ({ text, open: [] }),
): string {
  const parts = [groupId, artifactId, type, classifier];
  return parts.map((part) => resolve(part).text).join(":");
}
