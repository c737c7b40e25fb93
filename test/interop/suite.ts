/** One case that must hold against the real counterpart: it throws when it does not. */
export interface InteropCase {
  readonly name: string;
  run(): void | Promise<void>;
}

export interface InteropSuite {
  readonly name: string;
  setup?(): void | Promise<void>;
  readonly cases: readonly InteropCase[];
  teardown?(): void | Promise<void>;
}
