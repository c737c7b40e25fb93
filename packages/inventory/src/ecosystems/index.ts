import type { Ecosystem } from "./ecosystem.ts";

const npm = {
  parse: async (input) => (await import("./npm.ts")).parseNpm(input),
  findUnlocked: async (looked) => (await import("./npm-unlocked.ts")).unlockedManifests(looked),
} satisfies Partial<Ecosystem>;

/**
 * Every lockfile that is known. One with `parse` is read; one without is told as not read yet, never passed over.
 */
// biome-ignore format: a table, one line per ecosystem
export const ECOSYSTEMS: readonly Ecosystem[] = [
  { id: "npm", title: "npm", files: ["npm-shrinkwrap.json", "package-lock.json"], onePerFolder: true, ...npm },
  { id: "yarn", title: "Yarn", files: ["yarn.lock"] },
  { id: "pnpm", title: "pnpm", files: ["pnpm-lock.yaml"] },
  { id: "bun", title: "Bun", files: ["bun.lock", "bun.lockb"] },
  { id: "deno", title: "Deno", files: ["deno.lock"] },
  { id: "uv", title: "uv", files: ["uv.lock", /\.py\.lock$/] },
  { id: "poetry", title: "Poetry", files: ["poetry.lock"] },
  { id: "pdm", title: "PDM", files: ["pdm.lock", /^pylock(\.[^.]+)?\.toml$/] },
  { id: "pipenv", title: "Pipenv", files: ["Pipfile.lock"] },
  { id: "pip", title: "pip requirements", files: [/requirements[^/]*\.txt$/] },
  { id: "conda", title: "Conda", files: ["conda-lock.yml", "pixi.lock"] },
  { id: "golang", title: "Go module", files: ["go.mod"] },
  { id: "cargo", title: "Cargo", files: ["Cargo.lock"] },
  { id: "gem", title: "Bundler", files: ["Gemfile.lock", "Gemfile.next.lock", "gems.locked"] },
  { id: "composer", title: "Composer", files: ["composer.lock"] },
  { id: "nuget", title: "NuGet", files: ["packages.lock.json", "paket.lock", "packages.config"] },
  { id: "maven", title: "Maven", files: ["pom.xml"] },
  { id: "gradle", title: "Gradle", files: [/gradle\.lockfile$/] },
  { id: "sbt", title: "sbt", files: [/\.sbt\.lock$/] },
  { id: "hex", title: "Mix and Rebar", files: ["mix.lock", "rebar.lock"] },
  { id: "pub", title: "Dart pub", files: ["pubspec.lock"] },
  { id: "swift", title: "Swift Package Manager", files: [/^\.?[Pp]ackage\.resolved$/] },
  { id: "cocoapods", title: "CocoaPods", files: ["Podfile.lock"] },
  { id: "conan", title: "Conan", files: ["conan.lock"] },
  { id: "vcpkg", title: "vcpkg", files: ["vcpkg.json"] },
  { id: "hackage", title: "Haskell", files: ["cabal.project.freeze", "stack.yaml.lock"] },
  { id: "julia", title: "Julia", files: ["Manifest.toml"] },
  { id: "cran", title: "renv", files: ["renv.lock"] },
  { id: "terraform", title: "Terraform", files: [".terraform.lock.hcl"] },
  { id: "nix", title: "Nix flake", files: ["flake.lock"] },
];
