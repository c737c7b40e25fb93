import { bazel } from "./bazel/index.ts";
import { cargo } from "./cargo/index.ts";
import { cocoapods } from "./cocoapods/index.ts";
import { composer } from "./composer/index.ts";
import { conan } from "./conan/index.ts";
import { conda } from "./conda/index.ts";
import { cran } from "./cran/index.ts";
import { deno } from "./deno/index.ts";
import type { Ecosystem, FilePattern, LockFormat } from "./ecosystem.ts";
import { gem } from "./gem/index.ts";
import { githubactions } from "./githubactions/index.ts";
import { golang } from "./golang/index.ts";
import { gradle } from "./gradle/index.ts";
import { hex } from "./hex/index.ts";
import { julia } from "./julia/index.ts";
import { maven } from "./maven/index.ts";
import { nix } from "./nix/index.ts";
import { npm } from "./npm/index.ts";
import { nuget } from "./nuget/index.ts";
import { pub } from "./pub/index.ts";
import { pypi } from "./pypi/index.ts";
import { sbt } from "./sbt/index.ts";
import { swift } from "./swift/index.ts";
import { terraform } from "./terraform/index.ts";
import { vcpkg } from "./vcpkg/index.ts";

/** A kind of lockfile that this version knows by name only. */
function known(id: string, title: string, ...files: readonly FilePattern[]): LockFormat {
  return { id, title, files };
}

/**
 * An ecosystem of which this version reads nothing. What is found of it is reported as not read, never passed over. `manifests`
 * hold no versions: they count where no lockfile of the ecosystem stands beside or above them.
 */
function unread(
  id: string,
  title: string,
  formats: readonly LockFormat[],
  ...manifests: readonly FilePattern[]
): Ecosystem {
  return { id, title, formats, manifests: manifests.map((file) => ({ files: [file] })) };
}

// biome-ignore format: a table, one line per ecosystem or format
const KNOWN: readonly Ecosystem[] = [
  npm,
  deno,
  pypi,
  conda,
  golang,
  cargo,
  gem,
  composer,
  nuget,
  maven,
  gradle,
  sbt,
  bazel,
  hex,
  pub,
  swift,
  cocoapods,
  conan,
  vcpkg,
  unread("hackage", "Haskell", [known("cabal", "Cabal", "cabal.project.freeze"), known("stack", "Stack", "stack.yaml.lock")], /\.cabal$/),
  julia,
  cran,
  terraform,
  nix,
  githubactions,
];

/** Every ecosystem of whose packages products are made. */
export const ECOSYSTEMS: readonly Ecosystem[] = KNOWN.filter(({ about }) => about === undefined);

/** Those of what builds and tests products: they are read where somebody asks for them. */
export const CI_ECOSYSTEMS: readonly Ecosystem[] = KNOWN.filter(({ about }) => about === "ci");

/** The ecosystem with this id; `undefined` for none that is known. */
export function ecosystemOf(id: string | undefined): Ecosystem | undefined {
  return KNOWN.find((ecosystem) => ecosystem.id === id);
}
