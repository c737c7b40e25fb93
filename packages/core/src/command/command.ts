import type { ActResult, ProductSink } from "../act/act.ts";
import type { CheckResult } from "../check/check.ts";
import type { CheckContext } from "../check/context.ts";
import type { Location } from "../findings/finding.ts";
import type { RuleCatalog } from "../findings/rule.ts";
import type { Schema } from "../schema/schema.ts";
import type { InputSpecs, InputValues, Loosening } from "./inputs.ts";

/** The section of the config file that has the command's name. What inputs can be given by is in it without being named here. */
export interface CommandConfig {
  /** One sentence for the reference. */
  readonly description: string;
  /** A commented YAML example for `assay init` and the reference, without the section's own key, not indented. */
  readonly example: string;
  /** Keys that are no inputs, each with a `.describe()`. Loaded only where there is a config file. */
  readonly ownKeys?: () => Promise<Readonly<Record<string, Schema>>>;
  /** Of those keys: which change of one makes a run less strict; `any` where it is not given. */
  readonly loosened?: Readonly<Record<string, Loosening>>;
}

/** A file of the repository that decides over findings beside the config file, such as `.gitleaksignore`. */
export interface SettingsFile {
  /** Relative to the working directory. */
  readonly path: string;
  /** `added`: only a line more does. */
  readonly loosened: "any" | "added";
  /** A variable that may name another file in its place, wherever it lies. */
  readonly environment?: string;
}

/** The inputs that say which documents a command makes and where they are written. */
export interface DocumentInputs {
  /** The list input whose choices are documents: the CLI can print one of them with `--format`. */
  readonly formats: string;
  /** The path input that names a file, for one document, or a folder; `-` is the standard output. */
  readonly output: string;
  /** The boolean input that makes further documents beside them. */
  readonly more?: string;
  /** Each format may be several documents: `output` names a folder. */
  readonly folder?: true;
}

/** The input that the words of a command line without an option are for. */
export interface Positional {
  readonly input: string;
  /** As the usage line writes it: `[folder]`, `<file>...`. */
  readonly term: string;
  /**
   * The inputs that a word stands for where these depend on what lies there; `undefined` where it is just the value of `input`.
   *
   * @param cwd Absolute path of the folder that the run starts in.
   */
  resolve?(word: string, cwd: string): Promise<Readonly<Record<string, string>> | undefined>;
}

export interface OutputSpec {
  readonly description: string;
}
export type OutputSpecs = Readonly<Record<string, OutputSpec>>;

/** A permission of the workflow token that a command needs, and for what. */
export interface Permission {
  /** Such as `contents`, `id-token`, `pull-requests`. */
  readonly scope: string;
  readonly level: "read" | "write";
  /** A clause: "to read the repository". */
  readonly reason: string;
  /** Needed only when this input is on. */
  readonly when?: string;
  /** Not needed when this input is given. */
  readonly unless?: string;
}

/** The config file's section of a command, as its package's schema made it. */
export interface ConfigReader {
  /** Relative to the root; absent when the run has no config file. */
  readonly path?: string;
  section<T>(key: string): T | undefined;
  /** Where a dotted key that the file has is written; items of a list count from 0 (`suppressions.0`). */
  place(key: string): Location | undefined;
}

export interface CommandContext extends CheckContext {
  readonly config: ConfigReader;
  readonly products: ProductSink;
  /** Keeps a secret that the command got while it ran out of every log and report, from now on. */
  mask(secret: string): void;
}

/** An output that is the path of an artifact of this run, once that is written; left out where it is not written. */
export interface ArtifactOutput {
  /** The artifact's `name`. */
  readonly artifact: string;
}

export interface CommandOutcome<O extends OutputSpecs> {
  readonly results: readonly CheckResult[];
  /** What an act did; its verdict can't be tuned. */
  readonly acts?: readonly ActResult[];
  readonly outputs: { readonly [K in keyof O]?: string | number | boolean | ArtifactOutput };
}

/** One declaration: `action.yml`, `assay <name>` and the reference docs are made from it. */
export interface Command<I extends InputSpecs = InputSpecs, O extends OutputSpecs = OutputSpecs> {
  readonly name: string;
  /**
   * `act`: it signs, attests or verifies and succeeds or fails; it has no `fail-on` and no `baseline`, and suppressions don't
   * touch it. `check` where it is not given.
   */
  readonly kind?: "check" | "act";
  /** What every report calls it, whether it succeeds or fails: one to three words, such as "Bill of materials". */
  readonly label: string;
  /** A phrase of at most 80 characters. */
  readonly title: string;
  /** Two to four sentences for a newcomer. */
  readonly description: string;
  readonly inputs: I;
  readonly outputs: O;
  /** Beyond what the inputs of every action need (`actionPermissions`). */
  readonly permissions: readonly Permission[];
  readonly rules: RuleCatalog;
  readonly config?: CommandConfig;
  /** Alone it is over in a fraction of a second: the engine then spends no time on optimising its code. */
  readonly brief?: boolean;
  /** What else it reads from the repository through `context.settings`. */
  readonly settingsFiles?: readonly SettingsFile[];
  /** The working directory where it is not given. */
  readonly positional?: Positional;
  /** Where it makes documents, as an SBOM is one. */
  readonly documents?: DocumentInputs;
  /** Commands of the CLI below this one, such as `assay sbom validate`; their names are one word each. */
  readonly subcommands?: () => Promise<readonly Command[]>;
  /**
   * The hosts that this run may reach, as `host`, `host:port` or `*.domain`; none where it is not given.
   *
   * @param run.root Absolute path of the working directory, which relative paths of the inputs start from.
   * @param run.environment The variables of the run; read by name only.
   */
  hosts?(
    inputs: InputValues<I>,
    run: Pick<CheckContext, "root" | "environment">,
  ): readonly string[];
  /**
   * Other commands that run as part of this one. Each has its own inputs, from the same variables and config file, and
   * its own hosts. A failure of one is told in the report and stops no other.
   */
  parts?(
    inputs: InputValues<I>,
    config: Pick<ConfigReader, "section">,
  ): Promise<readonly Command[]>;
  run(context: CommandContext, inputs: InputValues<I>): Promise<CommandOutcome<O>>;
}

/** Keeps the literal types of a declaration, so that `run` sees exact input types. */
export function defineCommand<const I extends InputSpecs, const O extends OutputSpecs>(
  command: Command<I, O>,
): Command<I, O> {
  return command;
}
