import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const made: string[] = [];

/** Files of a folder: path with `/` → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An empty folder with a real path. `cleanUp` removes it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "assay-test-")));
  made.push(folder);
  return folder;
}

/** Removes every temporary folder of this process. Call it in `afterAll`. */
export async function cleanUp(): Promise<void> {
  await Promise.all(
    made.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })),
  );
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
