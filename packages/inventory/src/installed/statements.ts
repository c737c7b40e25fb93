import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { isAbsolute } from "node:path";
import {
  type CheckContext,
  grouped,
  openWorkspace,
  plural,
  UsageError,
  type Workspace,
} from "@assay/core";
import {
  concludeLicense,
  type DeclaredLicense,
  isSameLicense,
  normalizeDeclared,
  normalizeManifest,
} from "@assay/spdx";
import type { FoundPackage, InstalledPackage } from "../ecosystems/ecosystem.ts";
import { ecosystemOf } from "../ecosystems/index.ts";
import type { Component, Hash, Inventory } from "../graph.ts";
import { type InstalledFiles, installedFiles } from "./files.ts";
import { type InstalledTree, installedTree, searchFolders } from "./find.ts";
import type { EnrichLevel } from "./levels.ts";
import { licenseTexts } from "./license-texts.ts";
import type { PackageMetadata } from "./metadata.ts";
import { createRegistries, type Registries } from "./registries.ts";

/** What a package says of itself, and what follows from it. */
export interface PackageStatement {
  /** `project`: it is the repository's own. */
  readonly source: "project" | "installed" | "cache" | "registry";
  /** By its manifest, or, where that says nothing, by the text that lies beside it. */
  readonly declared?: DeclaredLicense;
  /** An SPDX expression that the texts beside it bear out. */
  readonly concluded?: string;
  readonly copyright: readonly string[];
  readonly metadata?: PackageMetadata;
  /** The file that it was unpacked from, of packages whose lockfile names no hash. */
  readonly archive?: { readonly fileName: string; readonly hashes: readonly Hash[] };
}

export interface PackageStatements {
  /** By the ids of the components. */
  readonly statements: ReadonlyMap<string, PackageStatement>;
  readonly notices: readonly string[];
}

/** Installed packages of the working directory: listed once in a run, whoever asks. */
export function installedPackages(
  context: Pick<CheckContext, "materials" | "root">,
): Promise<InstalledTree> {
  return context.materials.once("installed", async () =>
    installedTree(await openWorkspace(context.root)),
  );
}

const CONCURRENCY = 16;

/**
 * Looks for every package of somebody else's where it is installed, then in the user's caches, then in the public registries, as far as
 * `level` lets it. Only what has its very name and version counts. Nothing is run.
 *
 * @throws UsageError where registries are to be asked and the run is offline
 */
export async function packageStatements(
  context: CheckContext,
  { graphs }: Pick<Inventory, "graphs">,
  level: EnrichLevel,
): Promise<PackageStatements> {
  const statements = new Map<string, PackageStatement>();
  if (level === "off") return { statements, notices: [] };
  if (level === "registry" && context.offline)
    throw new UsageError("`enrich` is `registry`, and this run is offline", {
      hint: "Turn `offline` off, or set `enrich` to `installed` or `caches`, which need no network.",
    });
  const tree = await installedPackages(context);
  const caches = level === "installed" ? undefined : cacheFolders(context.environment);
  const components = graphs.flatMap((graph) =>
    graph.components.filter((each) => each.firstParty || each.version !== undefined),
  );
  const registries = level === "registry" ? createRegistries(context, components) : undefined;
  for (let from = 0; from < components.length; from += CONCURRENCY) {
    context.signal.throwIfAborted();
    const some = components.slice(from, from + CONCURRENCY);
    const said = await Promise.all(some.map((each) => statementOf(each, tree, caches, registries)));
    for (const [index, { id }] of some.entries()) {
      const statement = said[index];
      if (statement !== undefined) statements.set(id, statement);
    }
    context.progress.update("packages", from + some.length, components.length);
  }
  return {
    statements,
    notices: [...nothingSaid(components, statements, level), ...(registries?.notices() ?? [])],
  };
}

const FURTHER: Partial<Record<EnrichLevel, string>> = {
  installed: "install them first, or set `enrich` to `caches` or `registry`",
  caches: "install them first, or set `enrich` to `registry`",
};

function nothingSaid(
  components: readonly Component[],
  statements: ReadonlyMap<string, PackageStatement>,
  level: EnrichLevel,
): readonly string[] {
  // Packages as the inventory counts them: one may lie in several places.
  const names = (list: readonly Component[]) =>
    new Set(list.map(({ ecosystem, name, version }) => `${ecosystem} ${name}@${version}`));
  const others = components.filter(({ firstParty }) => !firstParty);
  const found = names(others.filter(({ id }) => statements.has(id)));
  const all = names(others).size;
  const open = all - found.size;
  const further = FURTHER[level];
  return open === 0 || further === undefined
    ? []
    : [
        `${grouped(open)} of ${plural(all, "package")} were not found, so \`enrich\` added nothing to them: ${further}.`,
      ];
}

async function statementOf(
  component: Component,
  tree: InstalledTree,
  caches: Caches | undefined,
  registries: Registries | undefined,
): Promise<PackageStatement | undefined> {
  if (component.firstParty) {
    const own = await tree.own(component);
    return statement(component, "project", own.found, own);
  }
  const there = await tree.find(component);
  if (there?.kind === "found") return statement(component, "installed", there.found, there);
  const cached = await caches?.find(component);
  if (cached !== undefined) return statement(component, "cache", cached.found, cached);
  const found = await registries?.ask(component);
  return found === undefined ? undefined : statement(component, "registry", found);
}

async function statement(
  component: Component,
  source: PackageStatement["source"],
  said: InstalledPackage & Partial<Pick<FoundPackage, "folders" | "archive">>,
  { files }: { readonly files?: InstalledFiles } = {},
): Promise<PackageStatement> {
  const { slashIsOr } = ecosystemOf(component.ecosystem)?.installed ?? {};
  const declared = normalizeManifest(said.manifest, { slashIsOr });
  const isSaid = declared.text !== "";
  const locked =
    component.declaredLicense === undefined
      ? undefined
      : normalizeDeclared(component.declaredLicense);
  const texts = files === undefined ? [] : await licenseTexts(files, said.folders ?? []);
  const ids = texts.map((each) => each.ids);
  const archive = files && (await archiveOf(component, files, said.archive));
  const isContradicted = locked !== undefined && isSaid && !isSameLicense(locked, declared);
  const concluded = isContradicted
    ? undefined
    : concludeLicense(locked ?? (isSaid ? declared : undefined), ids);
  const stated = isSaid || locked !== undefined ? declared : normalizeDeclared(concluded);
  return {
    source,
    ...(stated.text === "" ? {} : { declared: stated }),
    ...(concluded === undefined ? {} : { concluded }),
    copyright: [...new Set(texts.flatMap((each) => (each.ids.length > 0 ? each.copyright : [])))],
    ...(said.metadata === undefined ? {} : { metadata: said.metadata }),
    ...(archive === undefined ? {} : { archive }),
  };
}

const MAX_ARCHIVE = 256 * 1024 * 1024;
let hashing: Promise<unknown> = Promise.resolve();

async function sha256Of(files: InstalledFiles, path: string): Promise<string | undefined> {
  const bytes = await files.bytes(path, MAX_ARCHIVE);
  return bytes && createHash("sha256").update(bytes).digest("hex");
}

/** Archives that lockfiles name by no hash of their own: the files are there to be hashed. */
async function archiveOf(
  { artifacts }: Component,
  files: InstalledFiles,
  path: string | undefined,
): Promise<PackageStatement["archive"]> {
  if (path === undefined || artifacts.some(({ hashes }) => hashes.length > 0)) return undefined;
  // One after the other: they are large.
  const turn = hashing.then(() => sha256Of(files, path));
  hashing = turn.catch(() => undefined);
  const value = await turn;
  if (value === undefined) return undefined;
  return {
    fileName: path.slice(path.lastIndexOf("/") + 1),
    hashes: [{ algorithm: "SHA-256", value }],
  };
}

interface Caches {
  find(component: Component): ReturnType<typeof searchFolders>;
}

/** The user's own, by the variables of the tools and where they lie without those. */
function cacheFolders(environment: CheckContext["environment"]): Caches {
  const home = environment["HOME"] || environment["USERPROFILE"] || homedir();
  const opened = new Map<string, Promise<InstalledFiles | undefined>>();
  const open = (folder: string) => {
    const known = opened.get(folder) ?? openFiles(folder);
    opened.set(folder, known);
    return known;
  };
  return {
    async find(component) {
      const installed = ecosystemOf(component.ecosystem)?.installed;
      for (const folder of installed?.caches?.(environment, home) ?? []) {
        if (folder === undefined || !isAbsolute(folder)) continue;
        const files = await open(folder);
        const found =
          files && installed && (await searchFolders(component, installed, files, ["."]));
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Links may not lead out of a cache either. */
async function openFiles(folder: string): Promise<InstalledFiles | undefined> {
  const workspace: Workspace | undefined = await openWorkspace(folder).catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  return workspace && installedFiles(workspace);
}
