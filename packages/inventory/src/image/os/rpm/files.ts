import type { RpmHeader } from "./header.ts";

const GHOST = 64;
const CONFIG = 1;
const FOLDER = 0o040000;
const REGULAR = 0o100000;
const KIND = 0o170000;
const SHA256 = 8;
/** No path is longer in Linux. */
const MAX_PATH = 4096;
/** Of all paths of one package: a kernel with its sources has 5 MB. */
const MAX_PATHS = 64 * 1024 * 1024;
/** Files that other readers look into: for these it matters whether they are as they were installed. */
const LOOKED_INTO =
  /\.(?:jar|war|json|so[.\d]*|dll|node|py|gemspec)$|\/(?:METADATA|PKG-INFO|RECORD)$/;

/** The files that an rpm owns. */
export interface RpmFiles {
  /** Separated by line feeds. */
  readonly files: string;
  /** SHA-256 of those that other readers look into, as they were installed. */
  readonly digests: readonly (readonly [path: string, digest: string])[];
  /** Paths are left out for their length. */
  readonly isCut: boolean;
}

/** Regular files and links, but for those that the package only names (ghosts) and those that were not installed or are another's now. */
export function filesOf(header: RpmHeader): RpmFiles {
  const folders = header.texts(1118);
  const names = header.texts(1117);
  const indexes = header.numbers(1116);
  const old = names.length === 0 ? header.texts(1027) : [];
  const flags = header.numbers(1037);
  const states = header.numbers(1029);
  const modes = header.numbers(1030);
  const sums = header.number(5011) === SHA256 ? header.texts(1035) : [];
  const files: string[] = [];
  const digests: (readonly [string, string])[] = [];
  let total = 0;
  let isCut = false;
  const count = Math.max(names.length, old.length);
  for (let at = 0; at < count; at += 1) {
    const mode = modes[at] ?? REGULAR;
    const flag = flags[at] ?? 0;
    if ((flag & GHOST) !== 0 || (states[at] ?? 0) !== 0 || (mode & KIND) === FOLDER) continue;
    const folder = folders[indexes[at] ?? -1];
    const path = old[at] ?? `${folder}${names[at]}`;
    total += path.length;
    if (path.length > MAX_PATH || total > MAX_PATHS || (old.length === 0 && !folder)) {
      isCut = true;
      continue;
    }
    files.push(path);
    const sum = sums[at];
    const isLookedInto = (mode & 0o111) !== 0 || LOOKED_INTO.test(path);
    if (sum && isLookedInto && (mode & KIND) === REGULAR && (flag & CONFIG) === 0)
      digests.push([path.replace(/^\/+/, ""), `sha256:${sum.toLowerCase()}`]);
  }
  return { files: files.join("\n"), digests, isCut };
}
