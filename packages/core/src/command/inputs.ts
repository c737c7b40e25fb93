/**
 * Which change of a value makes a run less strict: more (`added`) or fewer (`removed`) items of a list, a smaller number
 * (`lower`), a switch that goes `off`, a choice that moves `toward` the end of this order; `any` change, or `none`.
 */
export type Loosening =
  | "any"
  | "none"
  | "added"
  | "removed"
  | "lower"
  | "off"
  | { readonly toward: readonly string[] };

/** One input of a command: the action's input, the CLI's option and the config key are all made from it. */
interface InputBase {
  /** One or two sentences, in Markdown, ending in a full stop. */
  readonly description: string;
  /** Where the value may stand in the config file: `licenses.allow`. */
  readonly configKey?: string;
  /** A variable that is read when no explicit value is given. */
  readonly environment?: string;
  /** The value is masked before anything else happens and never printed. */
  readonly secret?: boolean;
  readonly required?: boolean;
  /** When a change that touches the value in the config file loosens it; `any` change does where it is not given. */
  readonly loosened?: Loosening;
  /** The only host that has this input; both where it is not given. */
  readonly host?: "action" | "cli";
  /** What `action.yml` writes as default where that is an expression of the runner (`${{ github.token }}`). */
  readonly actionDefault?: string;
}

export interface StringInput extends InputBase {
  readonly type: "string";
  readonly default?: string;
  /** An empty text is a value of its own (the password of a key that has none). */
  readonly allowEmpty?: true;
}
/** A path relative to the working directory; the resolver keeps it inside unless `outside` is set. One of the config file stays inside in any case. */
export interface PathInput extends InputBase {
  readonly type: "path";
  readonly default?: string;
  /** An input, option or variable may name a path outside the working directory. */
  readonly outside?: boolean;
  /** What stands in the file decides over findings, as its name does. */
  readonly decides?: boolean;
}
export interface BooleanInput extends InputBase {
  readonly type: "boolean";
  /** Without one the command decides by what else it was given. */
  readonly default?: boolean;
}
export interface IntegerInput extends InputBase {
  readonly type: "integer";
  readonly default?: number;
  readonly minimum: number;
  readonly maximum: number;
}
export interface ChoiceInput extends InputBase {
  readonly type: "choice";
  readonly choices: readonly string[];
  readonly default?: string;
}
/** Newline- or comma-separated in an action, repeatable in the CLI, a list in the config file. */
export interface ListInput extends InputBase {
  readonly type: "list";
  readonly choices?: readonly string[];
  /** In the config file one item may stand for a list of it. */
  readonly orOne?: true;
  readonly default: readonly string[];
}

export type InputSpec =
  | StringInput
  | PathInput
  | BooleanInput
  | IntegerInput
  | ChoiceInput
  | ListInput;

/** Keyed by the input's name in kebab case. */
export type InputSpecs = Readonly<Record<string, InputSpec>>;

type Choice<S extends { readonly choices?: readonly string[] }> =
  S["choices"] extends readonly (infer C)[] ? C : string;

type RawValue<S extends InputSpec> = S extends BooleanInput
  ? boolean
  : S extends IntegerInput
    ? number
    : S extends ListInput
      ? readonly Choice<S>[]
      : S extends ChoiceInput
        ? Choice<S>
        : string;

type IsPresent<S extends InputSpec> = S extends {
  readonly default: string | number | boolean | readonly string[];
}
  ? true
  : S extends { readonly required: true }
    ? true
    : false;

/** The type of one input's value: `undefined` only where it has neither a default nor is required. */
export type InputValue<S extends InputSpec> =
  IsPresent<S> extends true ? RawValue<S> : RawValue<S> | undefined;

export type InputValues<I extends InputSpecs> = { readonly [K in keyof I]: InputValue<I[K]> };

/** Where a value came from, in order of precedence. */
export type InputSource = "input" | "environment" | "config" | "default";
