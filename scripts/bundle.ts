import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type PreRenderedChunk, rolldown } from "rolldown";
import { minifySync, parseSync } from "rolldown/utils";
import { minify as shorten } from "terser";
import { asModules } from "./as-modules.ts";
import { libraryChunk, ownChunks } from "./chunks.ts";
import { cycloneDxWords } from "./cyclonedx-words.ts";
import { directImports } from "./direct-imports.ts";
import { withoutFacades } from "./facades.ts";
import { inOrder } from "./file-order.ts";
import { lateParts } from "./late-parts.ts";
import { shareNames } from "./names/share-names.ts";
import { withoutNodeImports } from "./node-modules.ts";
import { spdxLists } from "./spdx-lists.ts";
import { textsOfActions } from "./texts-of-actions.ts";
import { textsOfCommands } from "./texts-of-commands.ts";
import { thirdPartyNotices } from "./third-party-notices.ts";
import { withoutUnusedMembers } from "./unused-members.ts";

/** Packages that use Node's globals only when they are called: importing them for one function must not keep the rest. */
const FREE_OF_SIDE_EFFECTS = /node_modules\/(@actions|@sigstore|undici|tunnel)\//;

/** Our own modules do nothing when they are loaded: one whose names nobody uses is not loaded with those beside it. */
const OWN = /^(?!.*node_modules).*[\\/]packages[\\/][^\\/]+[\\/]src[\\/]/s;

/** What a library does, and parts that are loaded early by some and late by others. */
const QUIET: ReadonlySet<string> = new Set(["EVAL", "INEFFECTIVE_DYNAMIC_IMPORT"]);

/**
 * Bundles every entry into `outputFolder`.
 *
 * Chunks have readable names without content hashes: a diff of `dist/` can be reviewed, and two builds in two folders give the same
 * bytes.
 */
export async function bundle(root: string, outputFolder: string): Promise<void> {
  const texts = new Map<string, string>();
  const build = await rolldown({
    cwd: root,
    input: entries(root),
    // Parts hold modules of several entries.
    preserveEntrySignatures: "allow-extension",
    platform: "node",
    // The same library as ECMAScript modules: what is not used of it stays out.
    resolve: {
      alias: {
        debug: join(root, "scripts/no-debug.cjs"),
      },
    },
    plugins: [
      textsOfActions(root, texts),
      textsOfCommands(root, texts),
      asModules,
      cycloneDxWords,
      spdxLists(root),
    ],
    transform: { target: "node20" },
    treeshake: { moduleSideEffects: (id) => !FREE_OF_SIDE_EFFECTS.test(id) && !OWN.test(id) },
    logLevel: "warn",
    onLog(level, log, report) {
      if (!QUIET.has(log.code ?? "")) report(level, log);
    },
  });
  const { output } = await build.write({
    dir: outputFolder,
    format: "esm",
    sourcemap: false,
    minify: false,
    comments: { legal: false, annotation: true, jsdoc: false },
    entryFileNames: "[name].js",
    chunkFileNames: (chunk) =>
      `shared/${/^(?:vendor-|part-|schemas$)/.test(chunk.name) ? chunk.name : roomOf(root, chunk)}.js`,
    assetFileNames: "data/[name][extname]",
    codeSplitting: {
      groups: [
        { name: "part-spdx-ids", test: /[\\/]spdx[\\/]src[\\/]data[\\/]/, priority: 3 },
        { name: "schemas", test: /[\\/]sbom[\\/]src[\\/]validate[\\/]schemas[\\/]/, priority: 3 },
        { name: "part-cli-roots", test: /[\\/]tuf[\\/]built-in[\\/]/, priority: 3 },
        { name: libraryChunk, debugName: "libraries", test: /[\\/]node_modules[\\/]/, priority: 2 },
        {
          name: ownChunks(root),
          debugName: "own",
          test: /^(?!.*node_modules).*\.ts$/s,
          priority: 1,
          includeDependenciesRecursively: false,
        },
      ],
    },
    cleanDir: true,
  });
  withoutUnusedMembers(outputFolder);
  await minify(outputFolder);
  withoutFacades(outputFolder);
  withoutNodeImports(outputFolder);
  shareNames(outputFolder);
  inOrder(outputFolder);
  directImports(outputFolder);
  const sorted = Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(
    join(outputFolder, "shared/cli-texts.json"),
    `${JSON.stringify(sorted, null, 1)}\n`,
  );
  lateParts(outputFolder);
  await build.close();
  const modules = output.flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  writeFileSync(join(outputFolder, "THIRD_PARTY_LICENSES.txt"), thirdPartyNotices(root, modules));
  // The nearest package.json decides how Node reads a .js file.
  writeFileSync(join(outputFolder, "package.json"), `${JSON.stringify({ type: "module" })}\n`);
}

/**
 * What every run downloads, made smaller: no white space, no long names, and what is called once stands where it is called. Nobody reviews
 * libraries in a diff of `dist/` (their version and integrity stand in the lockfile); of our own code each function that is called more
 * than once keeps a line of its own, so that a diff says what changed and a stack trace where it came from. What the lines say is proved
 * otherwise: the sources give these bytes.
 */
async function minify(outputFolder: string): Promise<void> {
  for (const name of readdirSync(outputFolder).filter((each) => each.endsWith(".js"))) {
    const path = join(outputFolder, name);
    writeFileSync(path, linePerStatement(name, withoutSpace(name, readFileSync(path, "utf8"))));
  }
  const folder = join(outputFolder, "shared");
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isWhole = /^vendor-|\.json\.js$/.test(name);
    const short = await shorten(withoutSpace(name, readFileSync(path, "utf8")), {
      ecma: 2020,
      module: true,
      compress: {
        passes: 3,
        keep_fargs: false,
        pure_getters: true,
        unsafe_arrows: true,
        // Both for gzip: functions beside functions are more alike, and a call is shorter than a copy of what it calls.
        hoist_funs: true,
        inline: 1,
      },
      mangle: false,
    });
    const code = withoutSpace(name, short.code ?? "");
    writeFileSync(path, isWhole ? `${code}\n` : linePerStatement(name, code));
  }
}

function withoutSpace(name: string, text: string): string {
  const { code, errors } = minifySync(name, text, {
    module: true,
    compress: true,
    mangle: { toplevel: false },
    codegen: { removeWhitespace: true },
  });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  return code;
}

function linePerStatement(name: string, code: string): string {
  const { body } = parseSync(name, code).program;
  const ends = body.map(({ end }) => (code[end] === ";" ? end + 1 : end));
  const lines = ends.map((end, index) => code.slice(ends[index - 1] ?? 0, end));
  return `${lines.join("\n")}${code.slice(ends.at(-1) ?? 0).trimEnd()}\n`;
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
