/**
 * The real tools that the interop suite runs, installed outside the tree: `$ASSAY_PEERS`, or `~/.cache/assay-peers`.
 *
 * Go tools come through the Go module proxy, Python tools from PyPI, each in one exact version. Nothing is installed twice.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const FOLDER = process.env["ASSAY_PEERS"] ?? join(homedir(), ".cache", "assay-peers");

interface Peer {
  readonly from: "go" | "pypi";
  readonly module: string;
  readonly version: string;
  /** The binary's name where it is not the peer's. */
  readonly binary?: string;
  readonly tags?: string;
}

const PEERS = {
  act: { from: "go", module: "github.com/nektos/act", version: "v0.2.89" },
  actionlint: {
    from: "go",
    module: "github.com/rhysd/actionlint/cmd/actionlint",
    version: "v1.7.12",
  },
  gitleaks: { from: "go", module: "github.com/zricethezav/gitleaks/v8", version: "v8.30.1" },
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
  zizmor: { from: "pypi", module: "zizmor", version: "1.32.0" },
} as const satisfies Record<string, Peer>;

export type PeerName = keyof typeof PEERS;

/** Absolute path of the peer's binary; installs it first where it is not there. */
export function peer(name: PeerName): string {
  const wanted: Peer = PEERS[name];
  const path = wanted.from === "go" ? goBinary(name, wanted) : join(FOLDER, "venv", "bin", name);
  if (!existsSync(path)) {
    console.error(`installing ${name} ${wanted.version} …`);
    if (wanted.from === "go") installGo(wanted);
    else installPython(wanted);
  }
  return path;
}

function goBinary(name: string, wanted: Peer): string {
  return join(FOLDER, "bin", wanted.binary ?? name);
}

function installGo(wanted: Peer): void {
  mkdirSync(join(FOLDER, "bin"), { recursive: true });
  execFileSync("go", ["install", `${wanted.module}@${wanted.version}`], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, GOBIN: join(FOLDER, "bin") },
  });
}

function installPython(wanted: Peer): void {
  const venv = join(FOLDER, "venv");
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
