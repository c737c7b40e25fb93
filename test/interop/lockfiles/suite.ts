import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type PeerName, peer } from "../peers.ts";
import type { InteropCase, InteropSuite } from "../suite.ts";
import { bunBinary, graph as bunGraph } from "./bun.ts";
import { bundlerCases } from "./bundler.ts";
import { cargoCases } from "./cargo-cases.ts";
import { composerCases } from "./composer.ts";
import { conanCases } from "./conan.ts";
import { denoCases } from "./deno.ts";
import { goCases } from "./golang-cases.ts";
import { differences, isRead, type NamedGraph, ourGraph } from "./graph.ts";
import { hexCases } from "./hex.ts";
import { mavenCases } from "./maven.ts";
import { nixCases } from "./nix.ts";
import { graph as npmGraph } from "./npm.ts";
import { pixiCases } from "./pixi.ts";
import { graph as pnpmGraph } from "./pnpm.ts";
import {
  BUN,
  COMMON,
  NPM,
  PNPM,
  type ProjectFiles,
  writeProject,
  YARN_4,
  YARN_BERRY,
  YARN_CLASSIC,
} from "./projects.ts";
import { run } from "./run.ts";
import { terraformCases } from "./terraform.ts";
import { graph as berryGraph } from "./yarn-berry.ts";
import { graph as classicGraph } from "./yarn-classic.ts";

/** A package manager, how it locks a project, and what it says that it locked. */
interface PackageManager {
  readonly name: PeerName;
  /** What a case is called after, where one peer locks in several ways. */
  readonly title?: string;
  /** Whether it has locked the project in this folder. */
  hasLocked(folder: string): boolean;
  readonly projects: Readonly<Record<string, ProjectFiles>>;
  readonly install: readonly string[];
  /** Its binary, where npm's link is none. */
  command?(): string;
  graph(folder: string, command: readonly string[]): NamedGraph;
}

const LOCK_ONLY = ["install", "--lockfile-only", "--ignore-scripts"];
const INSTALL = ["install", "--ignore-scripts"];

const MANAGERS: readonly PackageManager[] = [
  ...[1, 2, 3].map((version) => ({
    name: "npm-11" as const,
    title: `npm-11, lockfileVersion ${version}`,
    hasLocked: (folder: string) => existsSync(join(folder, "package-lock.json")),
    projects: npmProjects(version),
    install: [
      ...["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"],
      `--lockfile-version=${version}`,
    ],
    graph: npmGraph,
  })),
  ...(["pnpm-7", "pnpm-8"] as const).map((name) => ({
    name,
    hasLocked: (folder: string) => existsSync(join(folder, "pnpm-lock.yaml")),
    projects: COMMON,
    install: INSTALL,
    graph: (folder: string, command: readonly string[]) => pnpmGraph(folder, command, true),
  })),
  ...(["pnpm-10", "pnpm-12"] as const).map((name) => ({
    name,
    hasLocked: (folder: string) => existsSync(join(folder, "pnpm-lock.yaml")),
    projects: { ...COMMON, ...PNPM },
    install: LOCK_ONLY,
    graph: (folder: string, command: readonly string[]) => pnpmGraph(folder, command, false),
  })),
  {
    name: "yarn-1",
    hasLocked: (folder: string) => isYarnLock(folder, false),
    projects: { ...COMMON, ...YARN_CLASSIC },
    install: [...INSTALL, "--ignore-platform"],
    graph: classicGraph,
  },
  {
    name: "bun",
    hasLocked: (folder: string) => existsSync(join(folder, "bun.lock")),
    projects: { ...COMMON, ...BUN },
    install: ["install", "--lockfile-only", "--ignore-scripts"],
    command: bunBinary,
    graph: bunGraph,
  },
  ...(["yarn-2", "yarn-3", "yarn-4"] as const).map((name) => ({
    name,
    hasLocked: (folder: string) => isYarnLock(folder, true),
    projects: berryProjects(name),
    install: ["install", ...(name === "yarn-2" ? [] : ["--mode=update-lockfile"])],
    graph: berryGraph,
  })),
];

const REPOSITORIES = process.env["ASSAY_INTEROP_REPOSITORIES"]?.split(":") ?? [];

/** Version 1 has neither versions of what lies in a folder nor peers. */
function npmProjects(version: number): PackageManager["projects"] {
  const { "archives and folders": archives, ...common } = COMMON;
  return version === 1 ? common : { ...COMMON, ...NPM };
}

/** Yarn 2 does not fetch what is not the registry's with the Node of today. */
function berryProjects(name: PeerName): PackageManager["projects"] {
  const { "archives and folders": archives, ...common } = COMMON;
  return name === "yarn-2"
    ? common
    : { ...COMMON, ...YARN_BERRY, ...(name === "yarn-4" ? YARN_4 : {}) };
}

/** Yarn 1 and the later ones give their lockfiles one name. */
function isYarnLock(folder: string, isBerry: boolean): boolean {
  const path = join(folder, "yarn.lock");
  return existsSync(path) && readFileSync(path, "utf8").includes("\n__metadata:") === isBerry;
}

let scratch = "";

/**
 * Packages and edges of lockfiles, as their own package managers tell them: of made-up projects that they lock here, and of those whose
 * folders `ASSAY_INTEROP_REPOSITORIES` names (separated by colons).
 */
export const lockfileSuite: InteropSuite = {
  name: "lockfiles",
  setup() {
    scratch = mkdtempSync(join(tmpdir(), "assay-lockfiles-"));
  },
  cases: [
    ...MANAGERS.flatMap(madeUpCases),
    ...realCases(),
    ...cargoCases(() => scratch, REPOSITORIES),
    ...goCases(() => scratch, REPOSITORIES),
    ...bundlerCases(() => scratch, REPOSITORIES),
    ...composerCases(() => scratch, REPOSITORIES),
    ...denoCases(() => scratch),
    ...hexCases(() => scratch, REPOSITORIES),
    ...mavenCases(() => scratch, REPOSITORIES),
    ...pixiCases(() => scratch, REPOSITORIES),
    ...conanCases(() => scratch),
    ...terraformCases(() => scratch, REPOSITORIES),
    ...nixCases(() => scratch, REPOSITORIES),
  ],
  teardown() {
    rmSync(scratch, { recursive: true, force: true });
  },
};

function madeUpCases(manager: PackageManager): readonly InteropCase[] {
  return Object.entries(manager.projects).map(([project, files]) => ({
    name: `${manager.title ?? manager.name}: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch, "project-"));
      writeProject(folder, files);
      run([commandOf(manager)], manager.install, folder);
      await compare(manager, folder);
    },
  }));
}

function realCases(): readonly InteropCase[] {
  return REPOSITORIES.flatMap((repository) => {
    // Of several the newest: what an older one makes of a lockfile says little.
    const manager = MANAGERS.findLast(({ hasLocked }) => hasLocked(repository));
    if (manager === undefined) return [];
    return [
      {
        name: `${manager.name}: ${repository}`,
        run: async () => {
          const folder = mkdtempSync(join(scratch, "repository-"));
          cpSync(resolve(repository), folder, { recursive: true, filter: isRead });
          await compare(manager, folder);
        },
      },
    ];
  });
}

function commandOf({ name, command }: PackageManager): string {
  return command?.() ?? peer(name);
}

async function compare(manager: PackageManager, folder: string): Promise<void> {
  const theirs = manager.graph(folder, [commandOf(manager)]);
  assert.ok(theirs.edges.size > 0);
  assert.deepEqual(differences(await ourGraph(folder), theirs), []);
}
