import { command } from "./shell.ts";
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
  /** The manifest beside the lockfile, by its name. */
  file(name: string): string;
  /** Whether a file is there. */
  has(name: string): boolean;
  /** The text of the lockfile's manifest, where it was read. */
  readonly manifest: string;
}

export interface Manager {
  /** The project's own manifest. */
  readonly manifest?: string;
  /** Takes the new version where every requirement takes it. */
  readonly refresh?: (wanted: Wanted) => readonly string[];
  /** Overrules what other packages ask for. */
  readonly override?: (wanted: Wanted) => readonly FixEdit[];
  /** In place of writing the lockfile again, once the edits are made. */
  readonly after?: (wanted: Wanted) => readonly string[];
  readonly note?: string;
}

const CANT = (tool: string) =>
  `${tool} can't overrule what another package asks for: update that package, or have it take the new version.`;

const entries = (file: string, at: string, list: FixEntries): readonly FixEdit[] => [
  { kind: "entries", file, at, entries: list },
];

/** One key for all, or one for each that asks for it. */
function byParent(
  { name, to, parents, isOnly }: Wanted,
  nest: (parent: string) => FixEntries,
): FixEntries {
  if ((isOnly && parents.length !== 1) || parents.length === 0) return { [name]: to };
  return Object.assign({}, ...parents.map(nest)) as FixEntries;
}

const xml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const quoted = (text: string) => JSON.stringify(text);

/** By the format of the lockfile. What is not here is told to write the lockfile again. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  "package-lock": {
    manifest: "package.json",
    refresh: ({ name }) => [command`npm update --package-lock-only ${name}`],
    override: (wanted) => {
      const { name, to, direct } = wanted;
      // What the project asks for itself may not be overruled with anything else.
      const value = direct ? `$${name}` : to;
      const all = byParent({ ...wanted, to: value }, (parent) => ({ [parent]: { [name]: value } }));
      return entries(wanted.file("package.json"), "overrides", all);
    },
  },
  "yarn-lock": {
    manifest: "package.json",
    refresh: ({ name, manifest, direct }) =>
      /"packageManager"\s*:\s*"yarn@[2-9]/.test(manifest)
        ? [command`yarn up -R ${name}`]
        : direct
          ? [command`yarn upgrade ${name}`]
          : [],
    override: (wanted) =>
      entries(
        wanted.file("package.json"),
        "resolutions",
        byParent(wanted, (parent) => ({ [`${parent}/${wanted.name}`]: wanted.to })),
      ),
  },
  "pnpm-lock": {
    manifest: "package.json",
    refresh: ({ name }) => [command`pnpm update --lockfile-only --depth Infinity ${name}`],
    override: ({ name, to, manifest, file }) => {
      const isOld =
        /"pnpm"\s*:\s*\{[\s\S]*"overrides"/.test(manifest) ||
        /"packageManager"\s*:\s*"pnpm@[1-9]\./.test(manifest);
      const all = { [`${name}@<${to}`]: to };
      return isOld
        ? entries(file("package.json"), "pnpm.overrides", all)
        : entries(file("pnpm-workspace.yaml"), "overrides", all);
    },
  },
  "bun-lock": {
    manifest: "package.json",
    refresh: ({ name, direct }) => (direct ? [command`bun update ${name}`] : []),
    override: ({ name, to, file }) => entries(file("package.json"), "overrides", { [name]: to }),
  },
  "cargo-lock": {
    manifest: "Cargo.toml",
    refresh: ({ name, from, to }) => [
      command`cargo update -p ${`${name}@${from}`} --precise ${to}`,
    ],
    note: "Cargo can't overrule what another crate asks for: update that crate (`cargo update -p`), or put a copy of it that takes the new version under `[patch.crates-io]`.",
  },
  "go-mod": {
    manifest: "go.mod",
    refresh: ({ name, to }) => [
      command`go get ${`${name}@v${to.replace(/^v/, "")}`}`,
      "go mod tidy",
    ],
  },
  uv: {
    manifest: "pyproject.toml",
    refresh: ({ name, to }) => [command`uv lock --upgrade-package ${`${name}==${to}`}`],
    override: ({ name, to, file }) =>
      entries(file("pyproject.toml"), "[tool.uv]", { "override-dependencies": [`${name}>=${to}`] }),
  },
  poetry: {
    manifest: "pyproject.toml",
    refresh: ({ name }) => [command`poetry update --lock ${name}`],
    note: CANT("Poetry"),
  },
  pdm: {
    manifest: "pyproject.toml",
    refresh: ({ name, direct }) => [direct ? command`pdm update --no-sync ${name}` : "pdm lock"],
    override: ({ name, to, file }) =>
      entries(file("pyproject.toml"), "[tool.pdm.resolution.overrides]", { [name]: `>=${to}` }),
    after: () => ["pdm lock --update-reuse"],
  },
  pipenv: {
    manifest: "Pipfile",
    refresh: ({ name, to }) => [command`pipenv upgrade ${`${name}==${to}`}`],
    note: CANT("Pipenv"),
  },
  bundler: {
    manifest: "Gemfile",
    refresh: ({ name }) => [command`bundle lock --conservative --update ${name}`],
    note: CANT("Bundler"),
  },
  composer: {
    manifest: "composer.json",
    refresh: ({ name, to }) => [
      command`composer update ${name} --with ${`${name}:>=${to}`} --with-dependencies --no-install`,
    ],
    override: ({ name, from, to, file }) =>
      entries(file("composer.json"), "require", { [name]: `${to} as ${from}` }),
    after: ({ name }) => [command`composer update ${name} --with-dependencies --no-install`],
  },
  "maven-pom": {
    manifest: "pom.xml",
    override: ({ name, to, file }) => {
      const [group = "", artifact = ""] = name.split(":").map(xml);
      return [
        {
          kind: "text",
          file: file("pom.xml"),
          text: `<dependencyManagement>\n  <dependencies>\n    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${artifact}</artifactId>\n      <version>${xml(to)}</version>\n    </dependency>\n  </dependencies>\n</dependencyManagement>`,
        },
      ];
    },
  },
  gradle: {
    override: ({ name, to, file, has }) => [
      {
        kind: "text",
        file: file(has("build.gradle.kts") ? "build.gradle.kts" : "build.gradle"),
        text: `dependencies {\n  constraints {\n    implementation(${quoted(`${name}:${to}`)})\n  }\n}`,
      },
    ],
    after: ({ name }) => [command`./gradlew dependencies --update-locks ${name}`],
  },
  "nuget-lock": {
    override: ({ name, to, has, file }) =>
      has("Directory.Packages.props")
        ? [
            {
              kind: "text",
              file: file("Directory.Packages.props"),
              text: `<PropertyGroup>\n  <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>\n</PropertyGroup>\n<ItemGroup>\n  <PackageVersion Include="${xml(name)}" Version="${xml(to)}" />\n</ItemGroup>`,
            },
          ]
        : [
            {
              kind: "text",
              file: "the project file",
              text: `<PackageReference Include="${xml(name)}" Version="${xml(to)}" />`,
            },
          ],
    after: () => ["dotnet restore --force-evaluate"],
  },
  mix: {
    manifest: "mix.exs",
    refresh: ({ name }) => [command`mix deps.update ${name}`],
    override: ({ name, to, file }) => [
      {
        kind: "text",
        file: file("mix.exs"),
        text: `{:${name.replaceAll(/\W/g, "_")}, ${quoted(`~> ${to}`)}, override: true}`,
      },
    ],
    after: ({ name }) => [command`mix deps.update ${name}`],
  },
  pub: {
    manifest: "pubspec.yaml",
    refresh: ({ name }) => [command`dart pub upgrade ${name}`],
    override: ({ name, to, file }) =>
      entries(file("pubspec.yaml"), "dependency_overrides", { [name]: `^${to}` }),
    after: () => ["dart pub get"],
  },
  swift: {
    manifest: "Package.swift",
    refresh: ({ name }) => [
      command`swift package update ${
        name
          .split("/")
          .at(-1)
          ?.replace(/\.git$/, "") ?? name
      }`,
    ],
    note: CANT("SwiftPM"),
  },
};
