import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** Two formats share one name: that of Yarn 1, and that of Yarn 2 and later, which have `__metadata`. */
export async function readYarnLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  if (/^["']?__metadata/m.test(input.text)) {
    const { readBerryLock } = await import("./yarn-berry/read.ts");
    return [await readBerryLock(input)];
  }
  const { readClassicLock } = await import("./yarn-classic/read.ts");
  return [await readClassicLock(input)];
}
