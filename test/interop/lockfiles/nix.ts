import assert from "node:assert/strict";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { InteropCase } from "../suite.ts";
import { differences } from "./graph.ts";
import { onlyGraph } from "./only-graph.ts";
import { writeProject } from "./projects.ts";
import { run } from "./run.ts";

type Inputs = Readonly<Record<string, string | readonly string[]>>;

/** Inputs of the root and of each node, by node keys; nothing is fetched. */
const NIX: Readonly<Record<string, Readonly<Record<string, Inputs>>>> = {
  "a tree": { root: { a: "a", b: "b" }, a: { c: "c" }, b: {}, c: {} },
  "two of one name": { root: { a: "a", c: "c" }, a: { c: "c_2" }, c: {}, c_2: {} },
  follows: { root: { a: "a", b: "b" }, a: { c: "c" }, b: { a: ["a"], c: ["a", "c"] }, c: {} },
  "follows that follow": {
    root: { a: "a", b: ["a", "c"], d: "d" },
    a: { c: ["a", "x"], x: "x" },
    d: { q: ["b"], a: ["a"] },
    x: {},
  },
  "a long way": { root: { a: "a", z: ["a", "b", "c"] }, a: { b: "b" }, b: { c: "c" }, c: {} },
};

/** Made-up lockfiles, and those of the given folders that have a `flake.lock`, as Nix itself shows them. Needs `nix`. */
export function nixCases(
  scratch: () => string,
  repositories: readonly string[],
): readonly InteropCase[] {
  const madeUp = Object.entries(NIX).map(([project, nodes]) => ({
    name: `nix: ${project}`,
    run: async () => {
      const folder = mkdtempSync(join(scratch(), "project-"));
      writeProject(folder, madeUpFlake(nodes));
      await compare(folder);
    },
  }));
  const real = repositories
    .filter((folder) => existsSync(join(folder, "flake.lock")))
    .map((folder) => ({ name: `nix: ${folder}`, run: () => compare(folder) }));
  return [...madeUp, ...real];
}

function madeUpFlake(nodes: (typeof NIX)[string]): Readonly<Record<string, string>> {
  const commits = Object.keys(nodes).sort();
  const locked = Object.entries(nodes).map(([key, inputs]) => {
    const [repo = ""] = key.split("_");
    const original = { type: "github", owner: "acme", repo };
    const rev = String(commits.indexOf(key)).repeat(40);
    const narHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    const place = { locked: { ...original, rev, narHash, lastModified: 1 }, original };
    return [key, key === "root" ? { inputs } : { inputs, ...place }] as const;
  });
  const follows = (name: string, to: readonly string[]) =>
    `inputs.${name}.follows = "${to.join("/")}";`;
  // Nix fetches an input to confirm what follows in it, where the flake itself does not say so.
  const declared = Object.entries(nodes["root"] ?? {}).flatMap(([name, to]) =>
    typeof to !== "string"
      ? [follows(name, to)]
      : [
          `inputs.${name}.url = "github:acme/${to}";`,
          ...Object.entries(nodes[to] ?? {}).flatMap(([inner, way]) =>
            typeof way === "string" ? [] : [follows(`${name}.inputs.${inner}`, way)],
          ),
        ],
  );
  return {
    "flake.nix": `{ ${declared.join(" ")} outputs = _: { }; }`,
    "flake.lock": JSON.stringify({
      nodes: Object.fromEntries(locked),
      root: "root",
      version: 7,
    }),
  };
}

/** By the way from the root: where each input leads. What Nix shows as a tree is walked by the names in it. */
async function compare(folder: string): Promise<void> {
  const graph = await onlyGraph(folder, /^flake\.(?:lock|nix)$/);
  const told = run(
    ["nix"],
    [
      ...["--extra-experimental-features", "nix-command flakes", "flake", "metadata"],
      ...["--no-update-lock-file", "path:."],
    ],
    folder,
  );
  const names = new Map(
    graph.components.map(({ id, version }) => [
      id,
      version ?? (graph.roots.includes(id) ? "." : id),
    ]),
  );
  const ours = new Set(graph.edges.map(({ from, to }) => `${names.get(from)} > ${names.get(to)}`));
  const packages = new Set([...names.values()].filter((each) => each !== "."));
  const theirs = treeOf(told);
  assert.deepEqual(differences({ packages, edges: ours }, theirs), []);
}

interface Input {
  readonly way: string;
  readonly parent: string;
  readonly commit?: string;
  readonly follows?: string;
}

function treeOf(told: string) {
  const inputs = new Map<string, Input>();
  const open: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Nix writes names in bold
  for (const line of told.replace(/\u001b\[\d*m/g, "").split("\n")) {
    const [, indent = "", name = "", rest = ""] =
      /^((?:[│ ] {3})*)[├└]───([^\s:]+)(.*)$/.exec(line) ?? [];
    if (name === "") continue;
    open.length = indent.length / 4;
    const parent = open.join("/");
    open.push(name);
    const [, follows] = /^ follows input '(.*)'$/.exec(rest) ?? [];
    const [, commit] = /\b([0-9a-f]{40})\b/.exec(rest) ?? [];
    const way = open.join("/");
    inputs.set(way, {
      way,
      parent,
      ...(follows === undefined ? {} : { follows }),
      ...(commit === undefined ? {} : { commit }),
    });
  }
  const commitAt = (way: string, depth = 0): string => {
    if (way === "" || depth > 100) return ".";
    const found = inputs.get(way);
    if (found?.follows !== undefined) return commitAt(found.follows, depth + 1);
    if (found !== undefined) return found.commit ?? "none";
    // The way goes through an input that follows another one, which is shown once.
    const parts = way.split("/");
    for (let length = parts.length - 1; length > 0; length--) {
      const before = inputs.get(parts.slice(0, length).join("/"));
      if (before?.follows !== undefined)
        return commitAt([before.follows, ...parts.slice(length)].join("/"), depth + 1);
    }
    return "none";
  };
  return {
    packages: new Set([...inputs.values()].flatMap(({ commit }) => commit ?? [])),
    edges: new Set(
      [...inputs.values()].map(({ way, parent }) => `${commitAt(parent)} > ${commitAt(way)}`),
    ),
  };
}
