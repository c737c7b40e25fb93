import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import type { PackageArtifact, Scope } from "../../graph.ts";

/** One entry of a lockfile. Entries with one key are one package: wheels of several platforms, variants of one source. */
export interface CondaEntry {
  readonly key: string;
  /** Without artifacts. */
  readonly node: LockNode;
  readonly artifact?: PackageArtifact;
  /** The name in its own ecosystem, as others ask for it. */
  readonly name: string;
  readonly manager: Manager;
  /** Names of PyPI that a conda package stands for. */
  readonly provides: readonly string[];
  readonly needs: readonly CondaNeed[];
  readonly problems: readonly LockProblem[];
}

export type Manager = "conda" | "pypi";

/** What an entry, or the project, asks for. */
export interface CondaNeed {
  readonly manager: Manager;
  readonly name: string;
  readonly requirement?: string;
  /** A marker, as it is written. */
  readonly condition?: string;
  /** Extras of the target. */
  readonly extras?: readonly string[];
  /** The extras that the marker asks for one of. */
  readonly ofExtras?: readonly string[];
}

/** One environment on one platform: within it a name leads to one package. */
export interface CondaContext {
  readonly environment: string;
  readonly platform: string;
  /** How its packages are needed. */
  readonly scope: Scope;
  readonly entries: readonly CondaEntry[];
  /** The source package that is built in it: it is no environment of the project. */
  readonly builds?: CondaEntry;
  /** It holds what no environment has. */
  readonly isUnused?: boolean;
}

/** What the project itself asks for in one context. */
export interface OwnNeeds {
  readonly root: LockNode;
  /** @param context its number */
  needsIn(context: number): readonly CondaNeed[];
}

const DEVELOPMENT =
  /^(?:dev(?:el(?:op(?:ment)?)?)?|tests?(?:ing)?|lint(?:ing|er)?|docs?|doc(?:s|umentation)?-?build|build|ci|format(?:ting)?|style|typing|mypy|pre-commit|bench(?:marks?)?|release)(?:[-_.].*|\d*)$/i;

/** Whether an environment, a feature or a category is for those who work on the project: neither file says it but by its name. */
export function isForDevelopment(name: string): boolean {
  return DEVELOPMENT.test(name);
}
