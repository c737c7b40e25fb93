import assert from "node:assert/strict";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { readRoot } from "../os/read-root.ts";
import { DIFFERENCES, type Difference, type Ours } from "./differences.ts";
import { installedIn, namesOf } from "./installed.ts";
import { type PeerPackage, plainPurl, scalibrPackages, syftPackages } from "./peers.ts";
import { madeUp, mavenTree, npmTree, pnpmTree, pythonTree, run, write } from "./trees.ts";

let scratch: string | undefined;

function at(name: string): string {
  scratch ??= realpathSync(mkdtempSync(join(tmpdir(), "assay-images-languages-")));
  return join(scratch, name);
}

/**
 * Installed packages of languages in an image: what ours finds is what the package managers themselves say of the same tree, and every
 * difference to syft and osv-scalibr is explained. Needs npm's registry, PyPI, Maven Central, Python, Maven, Ruby and Composer. The last case
 * is about the trees of those before it.
 */
export const languageCases: readonly InteropCase[] = [
  { name: "npm: what `npm ls` lists, place by place", run: npmCase },
  { name: "pnpm: what `pnpm list` lists", run: pnpmCase },
  { name: "pip: what `pip inspect` lists, and what of it was asked for", run: pipCase },
  { name: "RubyGems: what `gem list` lists", run: gemCase },
  { name: "Composer: what `composer show` lists", run: composerCase },
  { name: "Maven: the coordinates of jars, and of those in an application", run: mavenCase },
  { name: "languages: every difference to syft and osv-scalibr is explained", run: peersCase },
];

export function removeLanguageTrees(): void {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
}

async function npmCase(): Promise<void> {
  const root = at("all/app");
  npmTree(root);
  // `path:name@version[:flags]`, the project first.
  const listed = run(peer("npm-11"), ["ls", "--all", "--parseable", "--long"], root);
  const wanted = listed
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(":"))
    .map(([path = "", ...spec]) => `${path.slice(root.length + 1)}/package.json ${spec.join(":")}`);
  const found = await installedIn(root, "npm");
  const ours = found.flatMap(({ component: { name, version, firstParty }, places }) =>
    firstParty
      ? []
      : places
          .filter(({ evidence }) => evidence === "installed")
          .map(({ path }) => `${path} ${name}@${version}`),
  );
  // npm calls an alias by its own name: the folder says it already.
  const plain = (all: readonly string[]) =>
    [...new Set(all.map((each) => each.replace(/ \S+@(?:npm:\S+@)?([^@]+)$/, " $1")))].sort();
  assert.deepEqual(plain(ours), plain(wanted));
}

async function pnpmCase(): Promise<void> {
  const root = at("all/pnpm");
  pnpmTree(root);
  const args = ["list", "--depth", "Infinity", "--json"];
  const [project] = JSON.parse(run(peer("pnpm-10"), args, root)) as readonly PnpmNode[];
  const wanted = new Set<string>();
  const visit = (node: PnpmNode | undefined) => {
    for (const each of Object.values({ ...node?.dependencies, ...node?.devDependencies })) {
      const { from = "", version = "" } = each;
      if (each.path === undefined || existsSync(each.path)) wanted.add(`${from}@${version}`);
      visit(each);
    }
  };
  visit(project);
  const found = await installedIn(root, "npm");
  const installed = found.filter(({ places }) => places[0]?.evidence === "installed");
  assert.deepEqual(namesOf(installed), [...wanted].sort());
}

interface PnpmNode {
  readonly from?: string;
  readonly version?: string;
  readonly path?: string;
  readonly dependencies?: Readonly<Record<string, PnpmNode>>;
  readonly devDependencies?: Readonly<Record<string, PnpmNode>>;
}

async function pipCase(): Promise<void> {
  const root = at("all/python");
  pythonTree(root);
  const python = join(root, "venv", "bin", "python");
  const { installed } = JSON.parse(run(python, ["-m", "pip", "inspect", "--local"], root)) as {
    readonly installed: readonly {
      readonly metadata: { readonly name: string; readonly version: string };
      readonly requested: boolean;
      readonly installer: string;
    }[];
  };
  const normal = (name: string) => name.toLowerCase().replace(/[-_.]+/g, "-");
  const wanted = installed.map(
    ({ metadata: { name, version }, requested }) => `${normal(name)}@${version} ${requested}`,
  );
  const found = (await installedIn(root, "pypi")).filter(
    ({ component }) => !component.flags.includes("bundled"),
  );
  const ours = found.map(({ component: c }) => `${c.name}@${c.version} ${c.direct === true}`);
  assert.deepEqual(ours.sort(), wanted.sort());
}

async function gemCase(): Promise<void> {
  const root = at("gems");
  const spec = (name: string, ...lines: string[]) =>
    `Gem::Specification.new do |s|\n${[`s.name = "${name}"`, 's.version = "1.2.3"', 's.summary = "x"', 's.authors = ["A"]', 's.license = "MIT"', "s.files = []", ...lines].map((line) => `  ${line}\n`).join("")}end\n`;
  write(root, {
    "a/a.gemspec": spec(
      "a",
      's.add_dependency "b", ">= 1", "< 2"',
      's.add_development_dependency "c"',
    ),
    "b/b.gemspec": spec("b"),
  });
  for (const name of ["b", "a"]) run("gem", ["build", `${name}.gemspec`], join(root, name));
  const home = join(root, "image/usr/local/bundle");
  const gems = ["b", "a"].map((name) => join(root, name, `${name}-1.2.3.gem`));
  run(
    "gem",
    ["install", "--local", "--no-document", "--force", "--install-dir", home, ...gems],
    root,
  );
  const listed = run("gem", ["list", "--local"], root, { GEM_HOME: home, GEM_PATH: home });
  // Default gems are those of the machine.
  const wanted = [...listed.matchAll(/^(\S+) \((?!default)([^),]+)\)$/gm)].map(
    ([, name, version]) => `${name}@${version}`,
  );
  const found = await installedIn(join(root, "image"), "gem");
  assert.deepEqual(namesOf(found), wanted.sort());
  assert.equal(found[0]?.component.declaredLicense, "MIT");
  const { inventory } = await readRoot(join(root, "image"));
  const edges = inventory.graphs.flatMap((graph) => graph.edges);
  assert.deepEqual(
    edges.map(({ requirement }) => requirement),
    [">= 1, < 2"],
  );
}

async function composerCase(): Promise<void> {
  const root = at("composer");
  const library = (name: string, require: object) =>
    JSON.stringify({ name, version: "1.0.0", license: "MIT", require });
  write(root, {
    "one/composer.json": library("x/one", { "x/two": "^1" }),
    "two/composer.json": library("x/two", {}),
    "dev/composer.json": library("x/dev", {}),
    "image/app/composer.json": JSON.stringify({
      name: "x/app",
      repositories: [
        { "packagist.org": false },
        { type: "path", url: "../../*", options: { symlink: false } },
      ],
      require: { "x/one": "*" },
      "require-dev": { "x/dev": "*" },
    }),
  });
  const app = join(root, "image/app");
  const root_ = { COMPOSER_ALLOW_SUPERUSER: "1" };
  run("composer", ["install", "--no-interaction", "--quiet"], app, root_);
  const shown = JSON.parse(run("composer", ["show", "--format=json"], app, root_)) as {
    readonly installed: readonly { readonly name: string; readonly version: string }[];
  };
  const found = await installedIn(join(root, "image"), "composer");
  const scopes = found
    .filter(({ places }) => places.some(({ evidence }) => evidence === "installed"))
    .map(({ component: c }) => `${c.name}@${c.version} ${c.scope}`);
  assert.deepEqual(
    scopes.sort(),
    shown.installed
      .map(
        ({ name, version }) => `${name}@${version} ${name === "x/dev" ? "development" : "runtime"}`,
      )
      .sort(),
  );
}

async function mavenCase(): Promise<void> {
  const root = at("all/jars");
  const wanted = mavenTree(root).filter((each) => !each.startsWith("io.zipkin:"));
  const found = await installedIn(root, "maven");
  const names = new Set(namesOf(found));
  for (const each of wanted) {
    const [group, artifact, version] = each.split(":");
    assert.ok(names.has(`${group}:${artifact}@${version}`), each);
  }
  // What the application says itself of its class path.
  const boot = join(root, "zipkin-server-2.23.19-slim.jar");
  const script =
    "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())";
  const index = run("python3", ["-c", script, boot, "BOOT-INF/classpath.idx"], root);
  const files = [...index.matchAll(/"(?:BOOT-INF\/lib\/)?([^"/]+\.jar)"/g)].map(([, file]) => file);
  const inside = found
    .filter(({ properties = [] }) =>
      properties.some(([name]) => name === "assay:image:archive-path"),
    )
    .flatMap(({ component }) => component.artifacts.map(({ fileName }) => fileName));
  assert.deepEqual([...new Set(inside)].sort(), [...new Set(files)].sort());
}

async function peersCase(): Promise<void> {
  const root = at("all");
  madeUp(root);
  const { components } = await readRoot(root);
  const all = [...components.values()].filter(({ component: { ecosystem } }) =>
    ["npm", "pypi", "maven", "nuget", "gem", "composer"].includes(ecosystem),
  );
  const known = new Set(all.map(({ component }) => plainPurl(component.purl ?? "").toLowerCase()));
  const exact = new Set(all.map(({ component }) => plainPurl(component.purl ?? "")));
  const ours: Ours = { all, has: (purl) => known.has(purl) };
  for (const [peerName, theirs] of [
    ["syft", syftPackages(root)],
    ["osv-scalibr", scalibrPackages(root)],
  ] as const) {
    assert.ok(theirs.length > 100, `${peerName} found ${theirs.length} packages`);
    const counts = new Map<string, number>();
    const count = (difference: Difference | undefined, what: string) => {
      assert.ok(difference, `${peerName}: ${what} is not explained`);
      counts.set(difference.id, (counts.get(difference.id) ?? 0) + 1);
    };
    for (const each of byPurl(theirs))
      if (!exact.has(each.purl))
        count(
          DIFFERENCES.find(({ ofTheirs }) => ofTheirs?.(each, ours)),
          `${each.purl} in ${each.paths.join(", ")}`,
        );
    const has = new Set(theirs.map(({ purl }) => purl));
    for (const each of all) {
      const { purl, name, version } = each.component;
      if (!has.has(plainPurl(purl ?? "")))
        count(
          DIFFERENCES.find(({ ofOurs }) => ofOurs?.(each, theirs)),
          `our ${purl ?? `${name}@${version}`} in ${each.places[0]?.path}`,
        );
    }
    console.log(
      `          ours ${all.length}, ${peerName} ${has.size}: ${[...counts].map(([id, number]) => `${id} ${number}`).join(", ")}`,
    );
  }
}

/** One with all its places. */
function byPurl(all: readonly PeerPackage[]): readonly PeerPackage[] {
  const paths = new Map<string, string[]>();
  for (const each of all) paths.set(each.purl, [...(paths.get(each.purl) ?? []), ...each.paths]);
  return [...paths].map(([purl, found]) => ({ purl, paths: found }));
}
