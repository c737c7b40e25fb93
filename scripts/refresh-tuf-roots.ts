/**
 * The TUF roots that the command line has built in: `packages/sigstore/src/tuf/built-in/{public,github}.json`.
 *
 *     node scripts/refresh-tuf-roots.ts                 asks both repositories, from the roots that are there
 *     node scripts/refresh-tuf-roots.ts --check         offline: the files are what this script would write of what stands in them
 *     node scripts/refresh-tuf-roots.ts public --root FILE [--trusted-root FILE] --seen DAY --source TEXT
 *
 * The last form takes what somebody else's package ships, for a machine that does not reach the repositories. A newer root must be signed
 * by the keys of the one before, and by its own.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseTrustedRoot } from "../packages/sigstore/src/trust/trusted-root.ts";
import { canonicalJson } from "../packages/sigstore/src/tuf/canonical.ts";
import { updateTuf } from "../packages/sigstore/src/tuf/client.ts";
import {
  type Metadata,
  ROLES,
  readMetadata,
  requireSignatures,
  roleKeys,
} from "../packages/sigstore/src/tuf/metadata.ts";

const FOLDER = "packages/sigstore/src/tuf/built-in";
const URLS = {
  public: "https://tuf-repo-cdn.sigstore.dev",
  github: "https://tuf-repo.github.com",
} as const;
type Name = keyof typeof URLS;

interface BuiltIn {
  readonly url: string;
  readonly source: string;
  readonly seen: string;
  readonly root: unknown;
  readonly trustedRoot?: unknown;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean", default: false },
    root: { type: "string" },
    "trusted-root": { type: "string" },
    seen: { type: "string" },
    source: { type: "string" },
  },
});
const [name] = positionals;

if (values.check) {
  for (const each of ["public", "github"] as const) {
    const text = readFileSync(pathOf(each), "utf8");
    if (textOf(each, JSON.parse(text)) !== text) throw new Error(`${pathOf(each)} was changed`);
  }
} else if (name === "public" || name === "github") {
  const { root, seen, source, "trusted-root": trustedRoot } = values;
  if (root === undefined || seen === undefined || source === undefined)
    throw new Error("give --root, --seen and --source");
  write(name, {
    url: URLS[name],
    source,
    seen,
    root: JSON.parse(readFileSync(root, "utf8")),
    ...(trustedRoot === undefined
      ? {}
      : { trustedRoot: JSON.parse(readFileSync(trustedRoot, "utf8")) }),
  });
} else {
  for (const each of ["public", "github"] as const) {
    const url = URLS[each];
    const known = JSON.parse(readFileSync(pathOf(each), "utf8")) as BuiltIn;
    const updated = await updateTuf(
      { root: Buffer.from(JSON.stringify(known.root)) },
      {
        now: new Date(),
        target: "trusted_root.json",
        async fetch(path, maxBytes) {
          const response = await fetch(`${url}/${path}`);
          if (response.status === 404 || response.status === 403) return undefined;
          const bytes = Buffer.from(await response.arrayBuffer());
          if (!response.ok || bytes.length > maxBytes)
            throw new Error(`${url}/${path}: status ${response.status}, ${bytes.length} bytes`);
          return bytes;
        },
      },
    );
    write(each, {
      url,
      source: url,
      seen: new Date().toISOString().slice(0, 10),
      root: JSON.parse(Buffer.from(updated.root).toString()),
      trustedRoot: JSON.parse(Buffer.from(updated.target).toString()),
    });
  }
}

function write(each: Name, file: BuiltIn): void {
  const text = textOf(each, file);
  if (existsSync(pathOf(each))) {
    const before = rootOf(JSON.parse(readFileSync(pathOf(each), "utf8")).root);
    const after = rootOf(file.root);
    if (after.version < before.version) throw new Error(`${each}: the root is older`);
    if (after.version > before.version)
      requireSignatures(after, roleKeys(before, "root"), `root ${before.version}`);
    else if (!canonicalJson(after.signed).equals(canonicalJson(before.signed)))
      throw new Error(`${each}: another root of the same version`);
  }
  writeFileSync(pathOf(each), text);
}

function pathOf(each: Name): string {
  return `${FOLDER}/${each}.json`;
}

/** What is written, where everything in it holds. */
function textOf(each: Name, { url, source, seen, root, trustedRoot }: BuiltIn): string {
  const metadata = rootOf(root);
  for (const role of ROLES) roleKeys(metadata, role);
  if (url !== URLS[each]) throw new Error(`${each}: another repository, ${url}`);
  if (!/^\d{4}-\d\d-\d\d$/.test(seen) || new Date(seen) > new Date())
    throw new Error(`${each}: ${seen} is no day until today`);
  if (trustedRoot !== undefined)
    parseTrustedRoot(Buffer.from(JSON.stringify(trustedRoot)), `${each}: trustedRoot`);
  return `${JSON.stringify({ url, source, seen, root, trustedRoot }, null, 2)}\n`;
}

function rootOf(json: unknown): Metadata {
  const root = readMetadata(Buffer.from(JSON.stringify(json)), "root");
  requireSignatures(root, roleKeys(root, "root"), "its own");
  return root;
}
