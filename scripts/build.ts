/**
 * Builds `dist/`: one entry per action and the CLI, with shared chunks beside them.
 *
 * `--check` builds into a temporary folder and compares byte for byte: a stale `dist/` fails.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const committed = join(root, "dist");

if (process.argv.includes("--check")) {
  const fresh = mkdtempSync(join(tmpdir(), "assay-dist-"));
  try {
    await bundle(root, fresh);
    const stale = differences(committed, fresh);
    if (stale.length > 0) {
      console.error(`dist/ is stale: ${stale.join(", ")}\nRun \`npm run build\` and commit dist/.`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  rmSync(committed, { recursive: true, force: true });
  await bundle(root, committed);
  const files = listFiles(committed);
  const bytes = files.reduce((sum, file) => sum + statSync(join(committed, file)).size, 0);
  console.log(`dist/: ${files.length} files, ${Math.round(bytes / 1024)} KiB`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function differences(left: string, right: string): string[] {
  const leftFiles = new Set(listFiles(left));
  const rightFiles = new Set(listFiles(right));
  return [...new Set([...leftFiles, ...rightFiles])].filter(
    (file) =>
      !leftFiles.has(file) ||
      !rightFiles.has(file) ||
      !readFileSync(join(left, file)).equals(readFileSync(join(right, file))),
  );
}
