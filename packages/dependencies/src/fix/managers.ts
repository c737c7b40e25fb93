import type { FixEdit, FixEntries } from "./suggestion.ts";

/** What a package manager is told of one package. */
export interface Wanted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** The names of those that ask for it, without the project itself. */
  readonly parents: readonly string[];
  /** No other version of it is locked. */
  readonly isOnly: boolean;
  readonly direct: boolean;
  /** Whether a file is there beside the lockfile. */
  has(name: string): boolean;
  /** Of the lockfile, relative to the root. */
  readonly path: string;
  /** The texts of the lockfile and its manifest, where they were read. */
  readonly lockfile: string;
  readonly manifest: string;
}

type Entries = readonly [file: string, at: string, entries: FixEntries];

export interface Manager {
  /** The project's own manifest. */
  readonly manifest?: string;
  /** Further files whose presence makes a difference, beside the lockfile. */
  readonly beside?: readonly string[];
  /**
   * Takes the new version where every requirement takes it: a command with `{name}`, `{from}`, `{to}`, `{last}`, `{folder}`. A manager without one
   * takes what is asked for and nothing newer.
   */
  readonly refresh?: string | ((wanted: Wanted) => string);
  /** Overrules what other packages ask for: entries, or a text to add to a file. */
  readonly override?: (wanted: Wanted) => Entries | readonly [file: string, text: string];
  /** In place of writing the lockfile again, once the edits are made. */
  readonly after?: Manager["refresh"];
  readonly note?: string;
}

/** One key for all, or one for each that asks for it. */
function byParent(
  { name, parents, isOnly }: Wanted,
  all: FixEntries,
  nest: (parent: string) => FixEntries,
): FixEntries {
  const isWhole = (isOnly && parents.length !== 1) || parents.length === 0;
  return isWhole ? { [name]: all[name] ?? "" } : Object.assign({}, ...parents.map(nest));
}

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
/** Yarn's lockfiles have one name, and the version of pnpm is in no lockfile from 9 on. */
const isYarn1 = ({ lockfile }: Wanted) => !lockfile.includes("__metadata:");
const isOldPnpm = ({ lockfile, manifest }: Wanted) =>
  /^lockfileVersion: '?[1-8]\b/m.test(lockfile) ||
  /"packageManager"\s*:\s*"pnpm@[1-9]\.|"pnpm"\s*:\s*\{[^}]*"overrides"/.test(manifest);

const CARGO = "cargo update -p {name}@{from} --precise {to}";
const PDM = "pdm update --no-sync {name}";
const COMPOSER = "composer update {name} --with-dependencies --no-install";
const MIX = "mix deps.update {name}";

/** By the format of the lockfile. What is not here is told to write the lockfile again. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  "package-lock": {
    manifest: "package.json",
    refresh: "npm update --package-lock-only {name}",
    override(wanted) {
      const { name, to, direct } = wanted;
      // What the project asks for itself may not be overruled with anything else.
      const all = { [name]: direct ? `$${name}` : to };
      return ["package.json", "overrides", byParent(wanted, all, (parent) => ({ [parent]: all }))];
    },
  },
  "yarn-lock": {
    manifest: "package.json",
    // Yarn 1 has no command for what others ask for.
    refresh: (wanted) =>
      isYarn1(wanted) ? (wanted.direct ? "yarn upgrade {name}" : "") : "yarn up -R {name}",
    override: (wanted) => {
      const { name, to } = wanted;
      const prefix = isYarn1(wanted) ? "**/" : "";
      const nest = (parent: string) => ({ [`${prefix}${parent}/${name}`]: to });
      return ["package.json", "resolutions", byParent(wanted, { [name]: to }, nest)];
    },
  },
  "pnpm-lock": {
    manifest: "package.json",
    // Where the project asks for another version, the command changes that one alone.
    refresh: ({ direct, isOnly }) =>
      direct || isOnly ? "pnpm update --lockfile-only --depth Infinity {name}" : "",
    override(wanted) {
      const all = { [`${wanted.name}@<${wanted.to}`]: wanted.to };
      return isOldPnpm(wanted)
        ? ["package.json", "pnpm.overrides", all]
        : ["pnpm-workspace.yaml", "overrides", all];
    },
  },
  "bun-lock": {
    manifest: "package.json",
    refresh: "bun update --lockfile-only {name}",
    override: ({ name, to }) => ["package.json", "overrides", { [name]: to }],
  },
  "cargo-lock": {
    manifest: "Cargo.toml",
    refresh: CARGO,
    after: CARGO,
    note: "or patch it with a copy that takes the new version (`[patch.crates-io]`)",
  },
  "go-mod": { manifest: "go.mod", refresh: "go get {name}@{to}\ngo mod tidy" },
  // `go work sync` alone raises nothing.
  "go-work": { refresh: "go -C {folder} get {name}@{to}\ngo work sync" },
  uv: {
    manifest: "pyproject.toml",
    refresh: "uv lock --upgrade-package {name}=={to}",
    override: ({ name, to }) => [
      "pyproject.toml",
      "[tool.uv]",
      { "override-dependencies": [`${name}>=${to}`] },
    ],
  },
  poetry: { manifest: "pyproject.toml", refresh: "poetry update --lock {name}" },
  pdm: {
    manifest: "pyproject.toml",
    refresh: PDM,
    override: ({ name, to }) => [
      "pyproject.toml",
      "[tool.pdm.resolution.overrides]",
      { [name]: `>=${to}` },
    ],
    after: PDM,
  },
  pipenv: { manifest: "Pipfile", refresh: "pipenv upgrade {name}=={to}" },
  bundler: { manifest: "Gemfile", refresh: "bundle lock --conservative --update {name}" },
  composer: {
    manifest: "composer.json",
    refresh: COMPOSER,
    override: ({ name, from, to }) => ["composer.json", "require", { [name]: `${to} as ${from}` }],
    after: COMPOSER,
  },
  "maven-pom": {
    manifest: "pom.xml",
    override({ name, to }) {
      const [group = "", artifact = ""] = name.split(":").map(xml);
      return [
        "pom.xml",
        `<dependencyManagement>\n  <dependencies>\n    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${artifact}</artifactId>\n      <version>${xml(to)}</version>\n    </dependency>\n  </dependencies>\n</dependencyManagement>`,
      ];
    },
  },
  gradle: {
    // A subproject has no wrapper of its own.
    beside: ["gradlew", "build.gradle.kts", "settings.gradle.kts"],
    override: ({ name, to, path, has }) => {
      const [, of] = /(?:^|\/)(buildscript|settings)-[^/]*$/.exec(path) ?? [];
      const text = `dependencies {\n  constraints {\n    ${of === undefined ? "implementation" : "classpath"}(${JSON.stringify(`${name}:${to}`)})\n  }\n}`;
      const file = of === "settings" ? "settings.gradle" : "build.gradle";
      return [
        has(`${file}.kts`) ? `${file}.kts` : file,
        of === undefined ? text : `buildscript {\n${text.replaceAll(/^/gm, "  ")}\n}`,
      ];
    },
    after: ({ path, has }) => {
      const up = has("gradlew") ? "" : "../".repeat(path.split("/").length - 1);
      return `${up || "./"}gradlew dependencies --update-locks {name}`;
    },
  },
  "nuget-lock": {
    override: ({ name, to, has }) =>
      has("Directory.Packages.props")
        ? [
            "Directory.Packages.props",
            `<PropertyGroup>\n  <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>\n</PropertyGroup>\n<ItemGroup>\n  <PackageVersion Include="${xml(name)}" Version="${xml(to)}" />\n</ItemGroup>`,
          ]
        : [
            "the project file",
            `<ItemGroup>\n  <PackageReference Include="${xml(name)}" Version="${xml(to)}" />\n</ItemGroup>`,
          ],
  },
  mix: {
    manifest: "mix.exs",
    refresh: MIX,
    override: ({ name, to }) => [
      "the deps of mix.exs",
      `{:${name.replaceAll(/\W/g, "_")}, ${JSON.stringify(`~> ${to}`)}, override: true}`,
    ],
    after: MIX,
  },
  pub: {
    manifest: "pubspec.yaml",
    refresh: "dart pub upgrade {name}",
    override: ({ name, to }) => ["pubspec.yaml", "dependency_overrides", { [name]: `^${to}` }],
  },
  swift: { manifest: "Package.swift", refresh: "swift package update {last}" },
};

/** Whether the manager of a format takes what is asked for and nothing newer: everyone who asks for a version holds it back. */
export function takesNothingNewer(format: string): boolean {
  const { refresh, override } = MANAGERS[format] ?? {};
  return refresh === undefined && override !== undefined;
}

/** The edit of an override. */
export function overrideEdit(
  [file, ...rest]: ReturnType<NonNullable<Manager["override"]>>,
  folder: string,
): FixEdit {
  const [first, entries] = rest;
  const path = file.startsWith("the ") ? file : folder + file;
  return entries === undefined
    ? { kind: "text", file: path, text: first }
    : { kind: "entries", file: path, at: first, entries };
}
