import type {
  YamlDocument,
  YamlEntry,
  YamlMap,
  YamlNode,
  YamlProblem,
  YamlScalar,
} from "@assay/core/yaml";
import type { UsesTarget } from "./uses.ts";

/** A file of workflows or actions, with what positions need. */
export interface SourceFile {
  /** Relative to the repository root. */
  readonly path: string;
  readonly text: string;
  readonly document: YamlDocument;
  /** Comments by their line. */
  readonly comments: ReadonlyMap<number, string>;
  /** Why GitHub would not run it as it stands. */
  readonly problems: readonly YamlProblem[];
}

/** An event that starts a workflow. */
export interface Trigger {
  readonly name: string;
  /** The scalar or key that names it. */
  readonly node: YamlScalar;
  /** `types`, `branches`, `inputs` …; `undefined` where the event stands alone. */
  readonly filters?: YamlNode;
}

export interface Permissions {
  readonly node: YamlNode;
  /** The key `permissions`. */
  readonly key: YamlScalar;
  /** `read-all`, `write-all`; `undefined` where scopes are listed. */
  readonly all?: string;
  /** By scope. An empty list takes every right away. */
  readonly scopes: ReadonlyMap<string, YamlEntry>;
}

export interface Uses {
  readonly node: YamlScalar;
  readonly target: UsesTarget;
  /** The comment in the same line. */
  readonly comment?: string;
}

export interface Step {
  readonly node: YamlMap;
  /** From 0, steps of a `parallel` list counted where they stand. */
  readonly index: number;
  readonly id?: string;
  readonly name?: string;
  readonly uses?: Uses;
  readonly run?: YamlScalar;
  readonly shell?: YamlNode;
  readonly if?: YamlScalar;
  /** Inputs by name in lower case: an action reads them without regard to case. */
  readonly with: ReadonlyMap<string, YamlEntry>;
  readonly env?: YamlNode;
  readonly continueOnError?: YamlNode;
  readonly workingDirectory?: YamlNode;
}

export interface Job {
  readonly id: string;
  readonly key: YamlScalar;
  readonly node: YamlMap;
  readonly needs: readonly string[];
  readonly if?: YamlScalar;
  readonly runsOn?: YamlNode;
  readonly permissions?: Permissions;
  readonly environment?: YamlNode;
  readonly env?: YamlNode;
  readonly container?: YamlNode;
  readonly services?: YamlNode;
  readonly strategy?: YamlNode;
  readonly outputs?: YamlNode;
  readonly continueOnError?: YamlNode;
  readonly steps: readonly Step[];
  /** A call of a reusable workflow. */
  readonly uses?: Uses;
  readonly with: ReadonlyMap<string, YamlEntry>;
  readonly secrets?: YamlNode;
}

export interface Workflow extends SourceFile {
  readonly kind: "workflow";
  readonly root?: YamlMap;
  readonly name?: string;
  readonly triggers: readonly Trigger[];
  readonly permissions?: Permissions;
  readonly env?: YamlNode;
  readonly jobs: readonly Job[];
}

/** An `action.yml` of the repository. */
export interface LocalAction extends SourceFile {
  readonly kind: "action";
  /** Where it lies; empty for the root. */
  readonly folder: string;
  /** `composite`, `node24`, `docker` … */
  readonly using?: string;
  readonly inputs?: YamlNode;
  readonly outputs?: YamlNode;
  /** Of a composite action. */
  readonly steps: readonly Step[];
}
