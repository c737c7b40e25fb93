import { inflateRawSync } from "node:zlib";
import type { InstalledFiles } from "../../installed/files.ts";
import type { FoundPackage } from "../ecosystem.ts";
import { readInstalledManifest } from "./installed.ts";

const MAX_ARCHIVE = 32 * 1024 * 1024;
const MAX_MANIFEST = 1024 * 1024;

/**
 * In a cache of Yarn 2 and later, from which packages are used without being unpacked: `<name>-npm-<version>-<hash>-<checksum>.zip`, which
 * holds `node_modules/<name>/`.
 */
export async function searchArchives(
  name: string,
  version: string,
  files: InstalledFiles,
  folder: string,
): Promise<readonly FoundPackage[]> {
  const stem = `${name.replace("/", "-")}-npm-${version}-`;
  const file = (await files.names(folder)).find(
    (each) => each.startsWith(stem) && /^[\da-f]+-[\da-z]+\.zip$/.test(each.slice(stem.length)),
  );
  const bytes = file && (await files.bytes(`${folder}/${file}`, MAX_ARCHIVE));
  if (!bytes) return [];
  const text = fileInZip(Buffer.from(bytes), `node_modules/${name}/package.json`);
  const said = text === undefined ? "" : readInstalledManifest(text.toString());
  return typeof said === "string" ? [] : [{ ...said, path: `${folder}/${file}`, folders: [] }];
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** One file of a ZIP archive (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), stored or deflated. */
function fileInZip(zip: Buffer, wanted: string): Buffer | undefined {
  try {
    let end = zip.length - 22;
    while (end > zip.length - 0x10040 && zip.readUInt32LE(end) !== END) end--;
    let at = zip.readUInt32LE(end + 16);
    while (zip.readUInt32LE(at) === ENTRY) {
      const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
      if (zip.toString("utf8", at + 46, at + 46 + (name ?? 0)) === wanted) {
        const local = zip.readUInt32LE(at + 42);
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
        const isStored = zip.readUInt16LE(at + 10) === 0;
        return isStored ? data : inflateRawSync(data, { maxOutputLength: MAX_MANIFEST });
      }
      at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
    return undefined;
  } catch {
    // Offsets that lead out of it, or data that is none: nothing can be said of it.
    return undefined;
  }
}
