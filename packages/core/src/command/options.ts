import type { InputSpecs, InputValue, InputValues } from "./inputs.ts";

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S;

/**
 * The values of inputs under the names that code writes: `on-unknown` as `onUnknown`. One that may be undefined may also be
 * left out.
 */
export type Options<I extends InputSpecs> = {
  readonly [K in keyof I as undefined extends InputValue<I[K]>
    ? never
    : Camel<K & string>]: InputValue<I[K]>;
} & {
  readonly [K in keyof I as undefined extends InputValue<I[K]>
    ? Camel<K & string>
    : never]?: InputValue<I[K]>;
};

/** @param inputs The values of at least the inputs of `specs`; others are left out. */
export function optionsOf<const I extends InputSpecs>(
  specs: I,
  inputs: InputValues<I>,
): Options<I> {
  const named = Object.keys(specs).map((name) => [camel(name), inputs[name]] as const);
  // Built name by name from the declaration, which is what the type says.
  return Object.fromEntries(named) as Options<I>;
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
