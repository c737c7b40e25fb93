import type { PackageGraph } from "../../graph.ts";
import type { ReaderInput } from "../ecosystem.ts";

/** Two formats share one name: of Yarn 1, and of Yarn 2 and later, which write `__metadata`. */
export async function readYarnLock(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { readClassicLock } = await import("./yarn-classic/read.ts");
  return [await readClassicLock(input)];
}
