import { type MiniSigstore, startMiniSigstore } from "@assay/testkit";
import { forge, type TestBundle } from "./forge.ts";
import { judge } from "./judge.ts";

/** Bundles made keyless with every log, for tests that change a bundle or a trusted root and expect a refusal. */
export interface SignedSamples {
  readonly mini: MiniSigstore;
  /** `v1` and `v2` by their log; `first` and `other` are the entries before them. */
  bundle(name: string): TestBundle | undefined;
  /** The code that refuses a bundle for the content of `name`, or `verified`. */
  codeOf(name: string, bundle: unknown, trustedRoot?: unknown): Promise<string>;
}

export async function signedSamples(): Promise<SignedSamples> {
  const mini = await startMiniSigstore();
  const bundles = new Map<string, TestBundle>();
  // Two entries come first: proofs then have hashes, and indexes are not zero.
  for (const [name, log] of [
    ["first", "v1"],
    ["v1", "v1"],
    ["other", "v2"],
    ["v2", "v2"],
  ] as const) {
    const { bundle } = await forge(mini, { content: `content ${name}`, log });
    bundles.set(name, bundle);
  }
  return {
    mini,
    bundle: (name) => bundles.get(name),
    codeOf: async (name, bundle, trustedRoot) => {
      const said = await judge(mini, { content: `content ${name}`, bundle, trustedRoot });
      return said.split(":", 1)[0] ?? "";
    },
  };
}
