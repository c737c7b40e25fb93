/** Real programs of Go and Rust, for several systems, and what the tools that built them say of them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { peersFolder } from "../../peers.ts";

const GO_FILES = {
  "go.mod": `module example.com/team/app

go 1.21

require (
	example.com/local v1.0.0
	github.com/google/uuid v1.6.0
	github.com/pkg/errors v0.9.0
	golang.org/x/text v0.14.0
)

replace example.com/local => ./local

replace github.com/pkg/errors v0.9.0 => github.com/pkg/errors v0.9.1
`,
  "local/go.mod": "module example.com/local\n\ngo 1.21\n",
  "local/local.go": 'package local\n\nfunc Name() string { return "local" }\n',
  "cmd/app/main.go": `package main

import (
	"fmt"

	"example.com/local"
	"github.com/google/uuid"
	"github.com/pkg/errors"
	"golang.org/x/text/language"
)

func main() { fmt.Println(uuid.New(), language.English, local.Name(), errors.New("x")) }
`,
};

/** By name: system and architecture, and what else the build is given. */
export const GO_BUILDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "linux-amd64": ["linux/amd64"],
  "linux-386": ["linux/386"],
  "linux-s390x": ["linux/s390x"],
  "windows.exe": ["windows/amd64"],
  darwin: ["darwin/arm64"],
  stripped: ["linux/amd64", "-trimpath", "-ldflags=-s -w -X main.version=1.2.3"],
  pie: ["linux/arm64", "-buildmode=pie"],
};

const RUST_FILES = {
  "Cargo.toml": `[package]
name = "rsapp"
version = "0.3.0"
edition = "2021"

[dependencies]
serde = { version = "=1.0.219", features = ["derive"] }
hex = "=0.4.3"

[build-dependencies]
autocfg = "=1.4.0"
`,
  "build.rs": 'fn main() { autocfg::rerun_path("build.rs"); }\n',
  "src/main.rs": `#[derive(serde::Serialize)]
struct A { b: u8 }
fn main() { println!("{}", hex::encode([A { b: 1 }.b])); }
`,
};

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Builds the program for every system into `out`; modules come through the proxy. */
export function buildGo(folder: string, out: string): void {
  write(folder, GO_FILES);
  const go = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    execFileSync("go", args, {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=mod -buildvcs=false", ...env },
    });
  go(["mod", "tidy"]);
  for (const [name, [system, ...flags]] of Object.entries(GO_BUILDS)) {
    const [GOOS, GOARCH] = system.split("/");
    go(["build", ...flags, "-o", join(out, `app-${name}`), "./cmd/app"], { GOOS, GOARCH });
  }
  // The main module is named by its file alone.
  go(["build", "-o", join(out, "app-file"), "./cmd/app/main.go"]);
}

/** The release build, with the list of crates in it. */
export function buildRust(folder: string, out: string): void {
  write(folder, RUST_FILES);
  const bin = join(peersFolder(), "bin");
  if (!existsSync(join(bin, "cargo-auditable")))
    execFileSync("cargo", ["install", "--root", peersFolder(), "cargo-auditable@0.7.7"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  execFileSync("cargo", ["auditable", "build", "--release", "--quiet"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` },
  });
  execFileSync("cp", [join(folder, "target/release/rsapp"), join(out, "rsapp")]);
}

interface GoModule {
  readonly Path: string;
  readonly Version?: string;
  readonly Replace?: GoModule;
}

/** `path version`, as `go version -m` says it: the replacement where there is one, and no version where it lies in a folder. */
export function goModulesOf(file: string): readonly string[] {
  const text = execFileSync("go", ["version", "-m", "-json", file], { encoding: "utf8" });
  const info: {
    GoVersion: string;
    Main?: GoModule;
    Deps?: readonly GoModule[];
  } = JSON.parse(text);
  const named = [...(info.Main?.Path ? [info.Main] : []), ...(info.Deps ?? [])].map((each) => {
    const { Replace: by } = each;
    const isFolder = by?.Path.startsWith(".") ?? false;
    const { Path: path, Version: version = "" } = isFolder || by === undefined ? each : by;
    return isFolder || version === "" || version === "(devel)" ? path : `${path} ${version}`;
  });
  return [...named, `stdlib ${info.GoVersion.replace(/^go/, "")}`].sort();
}

/** `name version` of the crates of a kind that `cargo tree` says. */
export function cratesOf(
  folder: string,
  edges: "normal,no-proc-macro" | "normal,build",
): readonly string[] {
  const args = ["tree", "--edges", edges, "--prefix", "none", "--format", "{p}"];
  const text = execFileSync("cargo", args, { cwd: folder, encoding: "utf8" });
  const named = text.split("\n").flatMap((line) => {
    const [, name, version] = /^(\S+) v(\S+)/.exec(line) ?? [];
    return name === undefined ? [] : [`${name} ${version}`];
  });
  return [...new Set(named)].sort();
}
