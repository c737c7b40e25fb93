import type { ProjectFiles } from "./projects.ts";

const LIB = "";

const manifest = (name: string, rest = "", version = "0.1.0") =>
  `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n${rest}`;

/** Where the git repository of `GIT_CRATES` is fetched from: Cargo is led to the folder of it. */
export const GIT_SERVER = "https://git.example.test/";

/** The crates of a git repository: one of a name and version that crates.io has too. */
export const GIT_CRATES: ProjectFiles = {
  "itoa/Cargo.toml": manifest("itoa", "", "1.0.18"),
  "itoa/src/lib.rs": LIB,
  "g/Cargo.toml": manifest("g", '[dependencies]\nitoa = "=1.0.18"\ncfg-if = "1"\n', "0.2.0"),
  "g/src/lib.rs": LIB,
};

/** Projects of Cargo. Small crates, and few. */
export const CARGO: Readonly<Record<string, ProjectFiles>> = {
  "kinds, platforms and features": {
    "Cargo.toml": manifest(
      "app",
      `[features]
default = ["fast", "second/std"]
fast = ["dep:itoa"]
[dependencies]
itoa = { version = "1", optional = true }
memchr = { version = "2", optional = true }
second = { package = "either", version = "1", optional = true, default-features = false }
[target.'cfg(windows)'.dependencies]
cfg-if = "1"
[target.'cfg(any())'.dependencies]
scopeguard = "1"
[target.x86_64-unknown-linux-gnu.dev-dependencies]
cfg-if = "1"
[dev-dependencies]
memchr = "2"
[build-dependencies]
version_check = "0.9"
`,
    ),
    "src/lib.rs": LIB,
  },
  workspace: {
    "Cargo.toml": `[workspace]
resolver = "2"
members = ["crates/*", "examples/*", "tool"]
exclude = ["crates/out", "deep/skipped"]
[workspace.package]
version = "3.1.4"
license = "MIT"
[workspace.dependencies]
shared = { path = "deep/shared" }
ms = { package = "itoa", version = "1" }
`,
    "crates/a/Cargo.toml": `[package]\nname = "a"\nversion.workspace = true\nlicense.workspace = true\n
[dependencies]\nshared.workspace = true\nms = { workspace = true, optional = true }
[dev-dependencies]\nb = { path = "../b" }\n`,
    "crates/a/src/lib.rs": LIB,
    "crates/b/Cargo.toml": manifest("b", '[dependencies]\na = { path = "../a", version = "3" }\n'),
    "crates/b/src/lib.rs": LIB,
    "crates/out/Cargo.toml": manifest("out", '[dependencies]\nmemchr = "2"\n'),
    "crates/out/src/lib.rs": LIB,
    "examples/one/Cargo.toml": manifest(
      "one",
      '[dependencies]\na = { path = "../../crates/a" }\nskipped = { path = "../../deep/skipped" }\n',
    ),
    "examples/one/src/main.rs": "fn main() {}",
    "deep/shared/Cargo.toml": manifest("shared", '[dev-dependencies]\ncfg-if = "1"\n'),
    "deep/shared/src/lib.rs": LIB,
    "deep/skipped/Cargo.toml": manifest(
      "skipped",
      '[dependencies]\nscopeguard = "1"\neither = { version = "1", optional = true }\n[dev-dependencies]\nmemchr = "2"\n',
    ),
    "deep/skipped/src/lib.rs": LIB,
    "tool/Cargo.toml": manifest("tool", "[build-dependencies]\nshared = { workspace = true }\n"),
    "tool/src/main.rs": "fn main() {}",
  },
  "path dependencies without a workspace": {
    "Cargo.toml": manifest("app", '[dependencies]\nlib = { path = "lib" }\n'),
    "src/lib.rs": LIB,
    "lib/Cargo.toml": manifest(
      "lib",
      '[dependencies]\nlow = { path = "../low" }\n[build-dependencies]\ncfg-if = "1"\n[dev-dependencies]\nmemchr = "2"\n',
    ),
    "lib/src/lib.rs": LIB,
    "low/Cargo.toml": manifest("low"),
    "low/src/lib.rs": LIB,
  },
  "two versions, renamed, and patches": {
    "Cargo.toml": manifest(
      "app",
      `[dependencies]
old = { package = "itoa", version = "0.4" }
new = { package = "itoa", version = "1" }
scopeguard = "1.2"
[patch.crates-io]
scopeguard = { path = "patched/scopeguard" }
memchr = { path = "patched/memchr" }
`,
    ),
    "src/lib.rs": LIB,
    "patched/scopeguard/Cargo.toml": manifest("scopeguard", "", "1.2.9"),
    "patched/scopeguard/src/lib.rs": LIB,
    "patched/memchr/Cargo.toml": manifest("memchr", "", "2.9.9"),
    "patched/memchr/src/lib.rs": LIB,
  },
  replacements: {
    "Cargo.toml": manifest(
      "app",
      '[dependencies]\ncfg-if = "=1.0.0"\n[replace]\n"cfg-if:1.0.0" = { path = "own" }\n',
    ),
    "src/lib.rs": LIB,
    "own/Cargo.toml": manifest("cfg-if", '[dependencies]\nitoa = "1"\n', "1.0.0"),
    "own/src/lib.rs": LIB,
  },
  "one name and version from three sources": {
    "Cargo.toml": manifest(
      "app",
      `[dependencies]
itoa = "=1.0.18"
own = { package = "itoa", path = "itoa" }
g = { git = "${GIT_SERVER}crates", branch = "feat/x" }
git-itoa = { package = "itoa", git = "${GIT_SERVER}crates", branch = "feat/x" }
`,
    ),
    "src/lib.rs": LIB,
    "itoa/Cargo.toml": manifest("itoa", "", "1.0.18"),
    "itoa/src/lib.rs": LIB,
  },
};
