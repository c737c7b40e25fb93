import type { InputSpecs, Loosening } from "../command/inputs.ts";
import type { RuleCatalog } from "../findings/rule.ts";
import type { Schema } from "../schema/schema.ts";

/** The section of the config file that belongs to one command, as its declaration makes it. */
export interface ConfigSection {
  /** The top-level key, such as `licenses`. */
  readonly key: string;
  /** Whether `checks` may name it; the suite says so. */
  readonly check?: boolean;
  /** One sentence for the reference. */
  readonly description: string;
  /** A strict object: unknown keys are errors. Every key has a `.describe()`. */
  readonly schema: Schema;
  /** A commented YAML example for `assay init` and the reference, without the key itself, not indented. */
  readonly example: string;
  /** The command's inputs, for their defaults. */
  readonly inputs?: InputSpecs;
  /** The rules that it can report: `rules` may set their level, but not where the command is an act. */
  readonly rules?: RuleCatalog;
  /** By key: which change of it makes a run less strict; that of the input, else `any`, where it is not given. */
  readonly loosened?: Readonly<Record<string, Loosening>>;
}
