import { createHash } from "node:crypto";
import {
  publishTuf,
  TUF_LATER,
  type TufPublished,
  type TufRoles,
  type TufSigner,
  tufKey,
  tufMetadata,
  tufRoot,
} from "@assay/testkit";
import { type TufState, updateTuf } from "../tuf/client.ts";

export const NOW = new Date("2027-01-01T00:00:00Z");
export const EARLIER = "2026-12-31T23:59:59Z";

export function rolesOf(change: Partial<TufRoles> = {}): TufRoles {
  return {
    root: [tufKey()],
    timestamp: [tufKey()],
    snapshot: [tufKey()],
    targets: [tufKey()],
    ...change,
  };
}

export interface Repository {
  readonly files: Map<string, Uint8Array>;
  readonly roles: TufRoles;
  /** Version 1. */
  readonly first: Buffer;
}

/** Root 1, and everything else of version 5. */
export function repository(
  roles = rolesOf(),
  threshold = 1,
  published: Partial<TufPublished> = {},
): Repository {
  const files = new Map<string, Uint8Array>();
  publishTuf(files, { version: 5, roles, ...published });
  return { files, roles, first: tufMetadata(tufRoot(1, roles, threshold), roles.root) };
}

export async function update(
  files: ReadonlyMap<string, Uint8Array>,
  state: TufState,
  { now = NOW, target = "trusted_root.json" }: { now?: Date; target?: string } = {},
) {
  const asked: string[] = [];
  const limits = new Map<string, number>();
  const roots: Uint8Array[] = [];
  const result = await updateTuf(state, {
    now,
    target,
    onRoot: async (root) => void roots.push(root),
    async fetch(path, maxBytes) {
      asked.push(path);
      limits.set(path, maxBytes);
      const found = files.get(path);
      if (found !== undefined && found.length > maxBytes)
        throw new Error(`${path} is larger than ${maxBytes}`);
      return found;
    },
  });
  return { result, asked, limits, roots, text: Buffer.from(result.target).toString() };
}

/** `accepted`, or why not. */
export async function refused(
  files: ReadonlyMap<string, Uint8Array>,
  state: TufState,
  options: { now?: Date; target?: string } = {},
): Promise<string> {
  return await update(files, state, options).then(
    () => "accepted",
    (error: Error) => error.message,
  );
}

/** A role that targets metadata delegates to, as a test thinks of it. */
export interface DelegatedRole {
  readonly name: string;
  readonly paths?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly terminating?: boolean;
  /** What it says of targets: their contents by path. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly roles?: readonly DelegatedRole[];
  readonly key?: TufSigner;
  /** Whose signature it has instead of its key's. */
  readonly signer?: TufSigner;
  /** Replaces fields of its metadata. */
  readonly change?: object;
}

/** A repository whose top-level targets delegate. */
export function delegating(
  roles: readonly DelegatedRole[],
  { more = {}, keys = rolesOf() }: { more?: object; keys?: TufRoles } = {},
): Repository {
  const files = new Map<string, Uint8Array>();
  const meta: Record<string, object> = {};
  const put = (content: string, path: string) => {
    const bytes = Buffer.from(content);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const slash = path.lastIndexOf("/") + 1;
    files.set(`targets/${path.slice(0, slash)}${hash}.${path.slice(slash)}`, bytes);
    return { length: bytes.length, hashes: { sha256: hash } };
  };
  const delegations = (list: readonly DelegatedRole[]): object => {
    const known = list.map((role) => ({ ...role, key: role.key ?? tufKey() }));
    for (const role of known) {
      const { name, key, signer = key, targets = {}, roles: inner, change } = role;
      if (Object.hasOwn(meta, `${name}.json`)) continue;
      meta[`${name}.json`] = { version: 5 };
      const signed = {
        _type: "targets",
        spec_version: "1.0",
        version: 5,
        expires: TUF_LATER,
        targets: Object.fromEntries(
          Object.entries(targets).map(([path, content]) => [path, put(content, path)]),
        ),
        ...(inner === undefined ? {} : { delegations: delegations(inner) }),
        ...change,
      };
      files.set(encodeURIComponent(`5.${name}.json`), tufMetadata(signed, [signer]));
    }
    return {
      keys: Object.fromEntries(known.map(({ key }) => [key.id, key.json])),
      roles: known.map(({ name, key, paths, prefixes, terminating = false }) => ({
        name,
        keyids: [key.id],
        threshold: 1,
        terminating,
        ...(paths === undefined ? {} : { paths }),
        ...(prefixes === undefined ? {} : { path_hash_prefixes: prefixes }),
      })),
    };
  };
  const change = {
    targets: { targets: {}, delegations: delegations(roles), ...more },
  };
  publishTuf(files, { version: 5, roles: keys, change });
  publishTuf(files, {
    version: 5,
    roles: keys,
    change: { ...change, snapshot: { meta: { ...meta, "targets.json": { version: 5 } } } },
  });
  return { files, roles: keys, first: tufMetadata(tufRoot(1, keys), keys.root) };
}
