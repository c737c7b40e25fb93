import { isRecord, UsageError } from "@assay/core";
import type { ImageFile } from "../../reader.ts";
import { isNamed, parseJson } from "../record.ts";
import { zipContent, zipEntries } from "../zip.ts";

const MAX_MANIFEST = 4 * 1024 * 1024;

/** Packages that are used without being unpacked. */
export interface ArchivedPackages {
  readonly packed: readonly {
    readonly name: string;
    readonly version: string | undefined;
    readonly license: unknown;
  }[];
}

/** `.yarn/cache/<name>-npm-<version>-<hash>.zip`: https://yarnpkg.com/features/caching */
export function isYarnArchive(path: string): boolean {
  return path.endsWith(".zip") && /(?:^|\/)\.yarn\/(?:berry\/)?cache\/[^/]+$/.test(path);
}

const MANIFEST = /^node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/;

/** It holds one package below `node_modules/<name>/`. */
export async function readYarnArchive({ path, content }: ImageFile): Promise<ArchivedPackages> {
  try {
    const { entries } = await zipEntries(content, (each) => MANIFEST.test(each));
    const [manifest] = entries;
    if (manifest === undefined) return { packed: [] };
    const text = new TextDecoder().decode(await zipContent(content, manifest, MAX_MANIFEST));
    const json = parseJson(manifest.name, text);
    const { name, version, license, licenses } = isRecord(json) ? json : {};
    if (!isNamed(name, version)) return { packed: [] };
    const said = { name: String(name), version: version === undefined ? version : String(version) };
    return { packed: [{ ...said, license: license ?? licenses }] };
  } catch (error) {
    if (error instanceof UsageError)
      throw new UsageError(`${path} can't be read: ${error.message}`);
    throw error;
  }
}
