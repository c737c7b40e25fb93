import { lstat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The nearest folder from here up that has a `.git`; the folder itself where none has. No program below it is ever run. */
export async function enclosingCheckout(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const marked = await lstat(join(at, ".git")).then(
      () => true,
      () => false,
    );
    if (marked) return at;
    if (dirname(at) === at) return folder;
  }
}
