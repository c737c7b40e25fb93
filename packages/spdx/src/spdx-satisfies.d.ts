declare module "spdx-satisfies" {
  /** Whether an expression is satisfied by a list of licences. Throws on anything that its own parser can't read. */
  function satisfies(expression: string, allowed: readonly string[]): boolean;
  export = satisfies;
}
