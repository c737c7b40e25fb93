import type { JsonSchema } from "./json-schema.ts";

/** What is wrong at one place of a value. */
export type Issue = { readonly path: readonly PropertyKey[] } & (
  | { readonly code: "invalid_type"; readonly expected: string }
  | { readonly code: "invalid_value"; readonly values: readonly (string | number)[] }
  | {
      readonly code: "too_small" | "too_big";
      readonly origin: "string" | "array" | "number";
      readonly limit: number;
    }
  | { readonly code: "unrecognized_keys"; readonly keys: readonly string[] }
  | { readonly code: "invalid_union"; readonly errors: readonly (readonly Issue[])[] }
  /** A rule of the key itself, in a sentence. */
  | { readonly code: "custom"; readonly message: string }
  /** The same as what follows "is <value>: ". */
  | { readonly code: "invalid_format"; readonly message: string }
);

/** A value as it counts (texts without the white space around them), or what is wrong with it; both where only keys are unknown. */
export type Checked =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly value?: unknown; readonly issues: readonly Issue[] };

/** What a value must be: for checking, and as JSON Schema for editors and the reference. */
export interface Schema {
  readonly json: JsonSchema;
  readonly isOptional: boolean;
  readonly check: (value: unknown) => Checked;
  /** The same; an object need not have it. */
  optional(): Schema;
  /** The same with its sentence for the reference. */
  describe(description: string): Schema;
  /** The same with a further rule, asked where the form is right but for unknown keys. `Value` is what the form gives. */
  refine<Value>(problems: (value: Value) => readonly Problem[]): Schema;
}

/** A rule that is broken, at the value or at one of its keys. */
export interface Problem {
  readonly message: string;
  readonly key?: string;
  /** Whether the message follows "is <value>: "; else it is a sentence of its own. */
  readonly ofFormat?: boolean;
}

export function schemaOf(json: JsonSchema, check: Schema["check"], isOptional = false): Schema {
  return {
    json,
    isOptional,
    check,
    optional: () => schemaOf(json, check, true),
    describe: (description) => schemaOf({ ...json, description }, check, isOptional),
    refine: <Value>(problems: (value: Value) => readonly Problem[]) =>
      schemaOf(
        json,
        (value) => {
          const checked = check(value);
          const { issues: known = [] } = checked;
          if (known.some(({ code }) => code !== "unrecognized_keys")) return checked;
          // The form was checked above: that it is the caller's type is the caller's word.
          const issues = problems(checked.value as Value).map(
            ({ message, key, ofFormat }): Issue => ({
              code: ofFormat === true ? "invalid_format" : "custom",
              path: key === undefined ? [] : [key],
              message,
            }),
          );
          return issues.length === 0 ? checked : { issues: [...known, ...issues] };
        },
        isOptional,
      ),
  };
}
