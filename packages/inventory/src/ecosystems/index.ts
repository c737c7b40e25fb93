import { bazel } from "./bazel/index.ts";
import { cargo } from "./cargo/index.ts";
import { cocoapods } from "./cocoapods/index.ts";
import { composer } from "./composer/index.ts";
import { conan } from "./conan/index.ts";
import { conda } from "./conda/index.ts";
import { cran } from "./cran/index.ts";
import { deno } from "./deno/index.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { gem } from "./gem/index.ts";
import { githubactions } from "./githubactions/index.ts";
import { golang } from "./golang/index.ts";
import { gradle } from "./gradle/index.ts";
import { hackage } from "./hackage/index.ts";
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
  hackage,
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
