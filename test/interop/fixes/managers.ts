import { bunBinary } from "../lockfiles/bun.ts";
import type { ProjectFiles } from "../lockfiles/projects.ts";
import { peer } from "../peers.ts";
import type { Name } from "./registry.ts";

/** What a project asks for. */
export interface Asked {
  readonly name: Name;
  /** `wide`: every version of major 1; `narrow`: those of 1.0 only; `next`: of major 2, for managers that lock two versions of a package. */
  readonly range: "wide" | "narrow" | "next";
}

export interface PackageManager {
  readonly title: string;
  /** The command that the suggestions are about, and where it lies. */
  readonly command: string;
  binary?(): string;
  /** OSV's name of the ecosystem, and the package's in it. */
  readonly ecosystem: string;
  readonly child: string;
  files(asked: readonly Asked[], url: string): ProjectFiles;
  /** Locks a project for the first time. */
  readonly lock: string;
  env?(url: string, home: string): Readonly<Record<string, string>>;
  /** That nothing can be written where other packages hold a version back. */
  readonly cantOverride?: boolean;
  /** Its lockfile has what others ask for neither in full nor at all: where they leave the version out, the command has to fail. */
  readonly fails?: boolean;
  /** Can lock two versions of one package. */
  readonly locksTwo?: boolean;
  /** What others ask for is not looked at. */
  readonly onlyDirect?: boolean;
  /** No requirement of another package can leave a version out. */
  readonly hasNoUpperBounds?: boolean;
}

const NPM_RANGES = { wide: "^1.0.0", narrow: "~1.0.0", next: "^2.0.0" };

const npmFiles =
  (more: object = {}, extra: ProjectFiles = {}) =>
  (asked: readonly Asked[]): ProjectFiles => ({
    "package.json": {
      name: "app",
      version: "1.0.0",
      private: true,
      dependencies: Object.fromEntries(
        asked.map(({ name, range }) => [`fx-${name}`, NPM_RANGES[range]]),
      ),
      ...more,
    },
    ...extra,
  });

const npmEnv = (url: string) => ({
  npm_config_registry: `${url}/npm/`,
  pnpm_config_registry: `${url}/npm/`,
});
const NPM = { ecosystem: "npm", child: "fx-child", locksTwo: true, files: npmFiles() } as const;

/** Of Python: `>=1.0,<2` or `~=1.0.0`. */
const python = ({ name, range }: Asked) => `fx-${name}${range === "wide" ? ">=1.0,<2" : "~=1.0.0"}`;
const PYTHON = { ecosystem: "PyPI", child: "fx-child" } as const;
const pyproject = (asked: readonly Asked[], more = ""): ProjectFiles => ({
  "pyproject.toml": `[project]\nname = "app"\nversion = "1.0.0"\nrequires-python = ">=3.9"\ndependencies = [\n${asked.map((each) => `  "${python(each)}",\n`).join("")}]\n${more}`,
});
const requirements = (asked: readonly Asked[]): ProjectFiles => ({
  "requirements.in": asked.map((each) => `${python(each)}\n`).join(""),
});

const goEnv = (url: string) => ({
  GOPROXY: `${url}/go`,
  GONOSUMDB: "*",
  GOFLAGS: "-modcacherw",
  GOTOOLCHAIN: "local",
});
const CARGO_RANGES = { wide: "1.0", narrow: "~1.0", next: "2.0" };

export const MANAGERS: readonly PackageManager[] = [
  {
    ...NPM,
    title: "npm",
    command: "npm",
    binary: () => peer("npm-11"),
    lock: "npm install --package-lock-only",
    env: npmEnv,
  },
  ...(["pnpm-8", "pnpm-10", "pnpm-12"] as const).map(
    (name): PackageManager => ({
      ...NPM,
      title: name,
      command: "pnpm",
      binary: () => peer(name),
      lock: "pnpm install --lockfile-only",
      env: npmEnv,
    }),
  ),
  {
    ...NPM,
    title: "yarn-1",
    command: "yarn",
    binary: () => peer("yarn-1"),
    lock: "yarn install",
    env: (url) => ({ YARN_REGISTRY: `${url}/npm/`, npm_config_registry: `${url}/npm/` }),
  },
  ...(["yarn-3", "yarn-4"] as const).map(
    (name): PackageManager => ({
      ...NPM,
      title: name,
      command: "yarn",
      binary: () => peer(name),
      lock: "yarn install --mode=update-lockfile",
      env: (url) => ({
        YARN_NPM_REGISTRY_SERVER: `${url}/npm`,
        YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
      }),
    }),
  ),
  {
    ...NPM,
    title: "bun",
    command: "bun",
    binary: bunBinary,
    lock: "bun install --lockfile-only",
    env: npmEnv,
  },
  {
    title: "cargo",
    command: "cargo",
    ecosystem: "crates.io",
    child: "fx-child",
    files: (asked, url) => ({
      ".cargo/config.toml": `[source.crates-io]\nreplace-with = "fx"\n\n[source.fx]\nregistry = "sparse+${url}/cargo/"\n`,
      "Cargo.toml": `[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\n${asked.map(({ name, range }) => `fx-${name} = "${CARGO_RANGES[range]}"\n`).join("")}`,
      "src/lib.rs": "",
    }),
    lock: "cargo generate-lockfile",
    cantOverride: true,
    locksTwo: true,
  },
  {
    title: "go",
    command: "go",
    ecosystem: "Go",
    child: "example.test/fx/child",
    files: (asked) => ({
      "go.mod": `module example.test/app\n\ngo 1.20\n\n${asked.map(({ name }) => `require example.test/fx/${name} v1.0.0\n`).join("")}`,
      "main.go": `package main\n\n${asked.map(({ name }) => `import _ "example.test/fx/${name}"\n`).join("")}\nfunc main() {}\n`,
    }),
    lock: "go mod tidy",
    env: goEnv,
    hasNoUpperBounds: true,
  },
  {
    title: "go work",
    command: "go",
    ecosystem: "Go",
    child: "example.test/fx/child",
    files: (asked) => ({
      "go.work": "go 1.20\n\nuse (\n\t./a\n\t./b\n)\n",
      "a/go.mod": "module example.test/a\n\ngo 1.20\n",
      "a/a.go": "package a\n",
      "b/go.mod": `module example.test/b\n\ngo 1.20\n\n${asked.map(({ name }) => `require example.test/fx/${name} v1.0.0\n`).join("")}`,
      "b/b.go": `package b\n\n${asked.map(({ name }) => `import _ "example.test/fx/${name}"\n`).join("")}`,
    }),
    lock: "cd b && go mod tidy && cd .. && go work sync",
    env: goEnv,
    hasNoUpperBounds: true,
  },
  {
    ...PYTHON,
    title: "uv",
    command: "uv",
    binary: () => peer("uv"),
    files: (asked) => pyproject(asked),
    lock: "uv lock",
    env: (url) => ({ UV_DEFAULT_INDEX: `${url}/simple` }),
  },
  {
    ...PYTHON,
    title: "poetry",
    command: "poetry",
    binary: () => peer("poetry"),
    files: (asked, url) =>
      pyproject(
        asked,
        `\n[tool.poetry]\npackage-mode = false\n\n[[tool.poetry.source]]\nname = "fx"\nurl = "${url}/simple"\npriority = "primary"\n`,
      ),
    lock: "poetry lock",
    cantOverride: true,
  },
  {
    ...PYTHON,
    title: "pdm",
    command: "pdm",
    binary: () => peer("pdm"),
    files: (asked, url) =>
      pyproject(
        asked,
        `\n[[tool.pdm.source]]\nname = "pypi"\nurl = "${url}/simple"\nverify_ssl = true\n`,
      ),
    lock: "pdm lock",
  },
  {
    ...PYTHON,
    title: "pipenv",
    command: "pipenv",
    binary: () => peer("pipenv"),
    files: (asked, url) => ({
      Pipfile: `[[source]]\nname = "fx"\nurl = "${url}/simple"\nverify_ssl = false\n\n[packages]\n${asked.map((each) => `fx-${each.name} = "${python(each).replace(`fx-${each.name}`, "")}"\n`).join("")}`,
    }),
    lock: "pipenv lock",
    env: () => ({ PIPENV_IGNORE_VIRTUALENVS: "1", PIPENV_QUIET: "1" }),
    fails: true,
  },
  {
    ...PYTHON,
    title: "pip-compile",
    command: "pip-compile",
    binary: () => peer("pip-compile"),
    files: requirements,
    lock: "pip-compile --generate-hashes --no-emit-index-url --no-emit-trusted-host requirements.in",
    env: (url) => ({ PIP_INDEX_URL: `${url}/simple` }),
    fails: true,
  },
  {
    ...PYTHON,
    title: "uv pip compile",
    command: "uv",
    binary: () => peer("uv"),
    files: requirements,
    lock: "uv pip compile requirements.in -o requirements.txt",
    env: (url) => ({ UV_DEFAULT_INDEX: `${url}/simple` }),
    fails: true,
  },
  {
    title: "bundler",
    command: "bundle",
    ecosystem: "RubyGems",
    child: "fx-child",
    files: (asked, url) => ({
      Gemfile: `source "${url}/gems"\n\n${asked.map(({ name, range }) => `gem "fx-${name}", "~> ${range === "wide" ? "1.0" : "1.0.0"}"\n`).join("")}`,
    }),
    lock: "bundle lock",
    cantOverride: true,
  },
  {
    title: "composer",
    command: "composer",
    ecosystem: "Packagist",
    child: "fx/child",
    files: (asked, url) => ({
      "composer.json": {
        name: "acme/app",
        require: Object.fromEntries(
          asked.map(({ name, range }) => [`fx/${name}`, range === "wide" ? "^1.0" : "~1.0.0"]),
        ),
        repositories: [{ type: "composer", url: `${url}/composer` }, { "packagist.org": false }],
        config: { "secure-http": false },
      },
    }),
    lock: "composer update --no-install",
    env: () => ({ COMPOSER_ALLOW_SUPERUSER: "1", COMPOSER_NO_INTERACTION: "1" }),
  },
  {
    title: "maven",
    command: "mvn",
    ecosystem: "Maven",
    child: "test.fx:child",
    files: (asked) => ({
      "pom.xml": `<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>test.fx</groupId>\n  <artifactId>app</artifactId>\n  <version>1</version>\n  <properties>\n    <child.version>1.0.0</child.version>\n  </properties>\n  <dependencies>\n${asked.map(({ name, range }) => `    <dependency>\n      <groupId>test.fx</groupId>\n      <artifactId>${name}</artifactId>\n      <version>${range === "wide" ? "1.0.0" : `\${${name}.version}`}</version>\n    </dependency>\n`).join("")}  </dependencies>\n</project>\n`,
    }),
    lock: "true",
    onlyDirect: true,
  },
];
