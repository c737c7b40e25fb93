import type { TufSource } from "./trusted-root.ts";

const FILES = {
  public: () => import("./built-in/public.json", { with: { type: "json" } }),
  github: () => import("./built-in/github.json", { with: { type: "json" } }),
} as const;

/** Instances whose first root comes with Assay: Sigstore's public one, and that of GitHub's attestations for private repositories. */
export type BuiltInName = keyof typeof FILES;

/** What `scripts/refresh-tuf-roots.ts` writes. */
export interface BuiltInFile {
  readonly url: string;
  /** Where it came from. */
  readonly source: string;
  /** The day on which it was current. */
  readonly seen: string;
  readonly root: { readonly signed: { readonly version: number; readonly expires: string } };
  readonly trustedRoot?: object;
}

export function isBuiltIn(name: string): name is BuiltInName {
  return Object.hasOwn(FILES, name);
}

/** A repository with its first root, and the trusted root that was last good when it was built in; GitHub's has none. */
export async function builtInSource(name: BuiltInName): Promise<TufSource> {
  const file: BuiltInFile = (await FILES[name]()).default;
  const { trustedRoot } = file;
  const bytes = (json: object) => Buffer.from(JSON.stringify(json));
  return {
    url: file.url,
    // Signatures are over canonical JSON: how it is written does not matter.
    root: bytes(file.root),
    builtIn:
      trustedRoot === undefined
        ? undefined
        : {
            target: bytes(trustedRoot),
            checked: new Date(`${file.seen}T00:00:00Z`),
            expires: new Date(file.root.signed.expires),
          },
  };
}
