import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  MINI_IDENTITY,
  type MiniSigstore,
  startMiniSigstore,
  temporaryFolder,
} from "@assay/testkit";
import { keylessRun, readBundle, signAndWrite, type TestBundle, verifyFiles } from "./run.ts";

/** Files signed keyless with every log, for tests that change a bundle or a trusted root and expect a refusal. */
export interface SignedSamples {
  readonly mini: MiniSigstore;
  readonly root: string;
  /** `v1` and `v2` by their log; `first` and `other` are the entries before them. */
  bundle(name: string): TestBundle | undefined;
  /** The rule that refuses a bundle for the file `name`, or `verified`. */
  ruleOf(name: string, bundle: unknown, trustedRoot?: unknown): Promise<string>;
}

export async function signedSamples(): Promise<SignedSamples> {
  const mini = await startMiniSigstore();
  const root = await temporaryFolder();
  const bundles = new Map<string, TestBundle>();
  await writeFile(join(root, "root.json"), mini.trustedRoot);
  // Two entries come first: proofs then have hashes, and indexes are not zero.
  for (const [name, version] of [
    ["first", 1],
    ["v1", 1],
    ["other", 2],
    ["v2", 2],
  ] as const) {
    await mkdir(join(root, name));
    await writeFile(join(root, name, "f"), `content ${name}`);
    await signAndWrite(keylessRun(root, mini), {
      tokenRequestUrl: mini.tokenUrl,
      fulcioUrl: mini.fulcioUrl,
      trustedRoot: "root.json",
      files: [`${name}/f`],
      rekorUrls: [version === 1 ? mini.rekorV1Url : mini.rekorV2Url],
      rekorVersion: version,
      tsaUrl: mini.tsaUrl,
    });
    bundles.set(name, await readBundle(root, `${name}/f`));
  }
  return {
    mini,
    root,
    bundle: (name) => bundles.get(name),
    ruleOf: async (name, bundle, trustedRoot) => {
      await writeFile(join(root, name, "changed.json"), JSON.stringify(bundle));
      await writeFile(join(root, "changed-root.json"), JSON.stringify(trustedRoot ?? {}));
      const { findings, coverage } = await verifyFiles(
        { root },
        {
          files: [`${name}/f`],
          bundle: `${name}/changed.json`,
          certificateIdentity: MINI_IDENTITY,
          certificateOidcIssuer: mini.issuer.url,
          trustedRoot: trustedRoot === undefined ? "root.json" : "changed-root.json",
        },
      );
      if (findings.length === 0 && coverage.inspected["verified"] !== 1) return "nothing happened";
      return findings[0]?.ruleId ?? "verified";
    },
  };
}

export type Path = readonly (string | number)[];
export type Change = (value: never) => unknown;

/** A copy with one value replaced; `undefined` takes it out. */
export function changed(json: unknown, path: Path, change: Change): unknown {
  const copy = structuredClone(json);
  let holder = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>;
  const last = path.at(-1) ?? "";
  holder[last] = change(holder[last] as never);
  return copy;
}

/** One bit in the middle of base64 bytes. */
export function flip(text: string): string {
  const bytes = Buffer.from(text, "base64");
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  return bytes.toString("base64");
}
