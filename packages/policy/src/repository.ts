import type { AdvisoryData } from "@assay/advisories";
import type { RemoteAccess } from "@assay/core";
import type { YamlDocument } from "@assay/core/yaml";
import { readYaml } from "@assay/core/yaml";
import type { FileSource, Inventory } from "@assay/inventory";
import type { Editor } from "./fix/editor.ts";
import type { PolicySettings } from "./settings.ts";

const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** What rules look at: the work tree, or the base of a change. Each file is read once, whoever asks for it. */
export interface PolicyRepository {
  /** Regular files that belong to the repository, relative to its root, sorted. */
  readonly files: readonly string[];
  has(path: string): boolean;
  /** The text of a file; `undefined` where there is none, or where it is binary or has more than 5 MiB (`unreadable` says so). */
  read(path: string): Promise<string | undefined>;
  /** The first bytes of a file, without reading more of it where that is possible. */
  head(path: string, bytes: number): Promise<Uint8Array | undefined>;
  yaml(path: string): Promise<YamlDocument | undefined>;
  inventory(): Promise<Inventory>;
  /** The advisories of GitHub Actions that are at hand without a network; a sentence where there are none, or too old ones. */
  advisories(): Promise<AdvisoryData | string>;
  /** Files that could not be read as text, with the reason as a clause. */
  readonly unreadable: ReadonlyMap<string, string>;
  readonly settings: PolicySettings;
  /** The day of the run. */
  readonly today: Date;
  /** Where the repository lives, as far as that is known. */
  readonly remote?: Pick<RemoteAccess, "serverUrl" | "repository">;
  /** The folder as seen from the top of the repository, such as `packages/a/`; empty at the top, and without git. */
  readonly prefix?: string;
  /** The base that a change is compared with; none when the whole tree is judged, and in the base itself. */
  readonly base?: PolicyRepository;
  /** Asks the repository's server; none without a token or a network. */
  readonly api?: (path: string) => Promise<ApiAnswer>;
  /** Only where changes are to be proposed. */
  readonly editor?: Editor;
  /** The files that were asked for as text so far. */
  readPaths(): readonly string[];
  /** Makes something once for all rules, such as the parsed workflows. */
  once<T>(key: string, make: () => T): T;
}

/** An answer of the server's API: its JSON, or why there is none. */
export type ApiAnswer =
  | { readonly status: 200; readonly body: unknown }
  | { readonly status: 0; readonly reason: string };

export interface RepositoryFacts
  extends Pick<
    PolicyRepository,
    "settings" | "today" | "remote" | "prefix" | "base" | "api" | "inventory" | "advisories"
  > {
  readonly files: readonly string[];
  readonly head?: (path: string, bytes: number) => Promise<Uint8Array | undefined>;
  /** Known before anything is read: files with the reason as a clause. */
  readonly unreadable?: Iterable<readonly [path: string, reason: string]>;
}

/** A repository over its files. What can't be read is remembered, never thrown. */
export function policyRepository(
  source: Pick<FileSource, "read">,
  { files, head, unreadable: absent = [], ...facts }: RepositoryFacts,
): PolicyRepository {
  const known = new Set(files);
  const made = new Map<string, unknown>();
  const unreadable = new Map<string, string>(absent);
  const asked = new Set<string>();
  const once = <T>(key: string, make: () => T): T => {
    // Whoever put it there used the same key, and with it the same type.
    if (made.has(key)) return made.get(key) as T;
    const value = make();
    made.set(key, value);
    return value;
  };
  const decode = async (path: string) => {
    if (!known.has(path)) return undefined;
    try {
      const bytes = await source.read(path, MAX_TEXT_BYTES);
      if (bytes === undefined) return undefined;
      if (bytes.subarray(0, 1024).includes(0)) unreadable.set(path, "it is binary");
      else return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      const reason = error instanceof TypeError ? "it is no UTF-8" : messageOf(error);
      unreadable.set(path, reason);
    }
    return undefined;
  };
  const read = (path: string) => {
    if (known.has(path)) asked.add(path);
    return once(`text ${path}`, () => decode(path));
  };
  return {
    ...facts,
    files,
    has: (path) => known.has(path),
    read,
    head:
      head ??
      (async (path, bytes) => {
        // One that is too large, or that can't be read, has no start here.
        const whole = known.has(path) && source.read(path).catch(() => undefined);
        return whole ? (await whole)?.subarray(0, bytes) : undefined;
      }),
    yaml: (path) =>
      once(`yaml ${path}`, async () => {
        const text = await read(path);
        return text === undefined ? undefined : readYaml(text);
      }),
    unreadable,
    readPaths: () => [...asked].sort(),
    once,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
