import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type PreRenderedChunk, rolldown } from "rolldown";
import { thirdPartyNotices } from "./third-party-notices.ts";

/** Packages that use Node's globals only when they are called: importing them for one function must not keep the rest. */
const FREE_OF_SIDE_EFFECTS = /node_modules\/(@actions|undici|tunnel|zod|yaml|@noble)\//;

/** Optional peers of @cyclonedx/cyclonedx-library, needed only by its own validators and XML writer, which are not used. */
const UNUSED_OPTIONAL_PEERS = [
  "ajv",
  "ajv-formats",
  "ajv-formats-draft2019",
  "libxmljs2",
  "xmlbuilder2",
  "packageurl-js",
  "spdx-expression-parse",
];

/**
 * Bundles every entry into `outputFolder`.
 *
 * Chunks have readable names without content hashes, and nothing is minified: a diff of `dist/` can be reviewed, and two
 * builds in two folders give the same bytes.
 */
export async function bundle(root: string, outputFolder: string): Promise<void> {
  const build = await rolldown({
    cwd: root,
    input: entries(root),
    platform: "node",
    transform: { target: "node20" },
    // Only where CycloneDX asks: spdx-satisfies needs its spdx-expression-parse in the bundle.
    external: (id, importer) =>
      importer?.includes("@cyclonedx") === true &&
      UNUSED_OPTIONAL_PEERS.some((peer) => id === peer || id.startsWith(`${peer}/`)),
    treeshake: { moduleSideEffects: (id) => !FREE_OF_SIDE_EFFECTS.test(id) },
    logLevel: "warn",
    onLog(level, log, report) {
      if (log.code !== "EVAL") report(level, log);
    },
  });
  const { output } = await build.write({
    dir: outputFolder,
    format: "esm",
    sourcemap: false,
    minify: false,
    comments: { legal: false, annotation: true, jsdoc: false },
    entryFileNames: "[name].js",
    chunkFileNames: (chunk) => `shared/${roomOf(root, chunk)}.js`,
    assetFileNames: "data/[name][extname]",
    cleanDir: true,
  });
  await build.close();
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  writeFileSync(join(outputFolder, "THIRD_PARTY_LICENSES.txt"), thirdPartyNotices(root, modules));
  // The nearest package.json decides how Node reads a .js file.
  writeFileSync(join(outputFolder, "package.json"), `${JSON.stringify({ type: "module" })}\n`);
}

function entries(root: string): Record<string, string> {
  const actions = readdirSync(join(root, "actions"))
    .sort()
    .map((name) => [name, join(root, "actions", name, "main.ts")] as const)
    .filter(([, main]) => existsSync(main));
  return { ...Object.fromEntries(actions), cli: join(root, "packages/cli/src/main.ts") };
}

/** A chunk is named after the room of the module that it is loaded for, or of the last one it holds: `licenses-check`. */
function roomOf(root: string, chunk: PreRenderedChunk): string {
  const module = chunk.facadeModuleId ?? chunk.moduleIds.findLast((id) => id.startsWith(root));
  if (module === undefined) return chunk.name;
  return relative(root, module)
    .replace(/^node_modules\/(@[^/]+\/)?([^/]+)\/.*$/, "$2")
    .replace(/^packages\/([^/]+)\/src\/(.*)\.ts$/, "$1-$2")
    .replace(/-index$|\.m?[jt]s$/g, "")
    .replaceAll("/", "-");
}
