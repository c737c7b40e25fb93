/** By the type of a package URL: the registry that packages are of where the URL names no other. */
const REGISTRIES: Readonly<Record<string, readonly [name: string, url: string]>> = {
  bazel: ["Bazel Central Registry", "https://registry.bazel.build"],
  bitbucket: ["Bitbucket", "https://bitbucket.org"],
  cargo: ["crates.io", "https://crates.io"],
  cocoapods: ["CocoaPods", "https://cocoapods.org"],
  composer: ["Packagist", "https://packagist.org"],
  conan: ["ConanCenter", "https://conan.io/center"],
  conda: ["Anaconda", "https://anaconda.org"],
  cran: ["CRAN", "https://cran.r-project.org"],
  gem: ["RubyGems.org", "https://rubygems.org"],
  github: ["GitHub", "https://github.com"],
  gitlab: ["GitLab", "https://gitlab.com"],
  golang: ["Go module mirror", "https://proxy.golang.org"],
  hackage: ["Hackage", "https://hackage.haskell.org"],
  hex: ["Hex", "https://hex.pm"],
  jsr: ["JSR", "https://jsr.io"],
  julia: ["Julia General registry", "https://github.com/JuliaRegistries/General"],
  maven: ["Maven Central", "https://central.sonatype.com"],
  npm: ["npm registry", "https://www.npmjs.com"],
  nuget: ["NuGet Gallery", "https://www.nuget.org"],
  pub: ["pub.dev", "https://pub.dev"],
  pypi: ["Python Package Index", "https://pypi.org"],
};

/** The registry that packages of a type are of where their package URL names no other; `undefined` where there is none. */
export function defaultRegistry(type: string) {
  const known = Object.hasOwn(REGISTRIES, type) ? REGISTRIES[type] : undefined;
  return known && { name: known[0], url: known[1] };
}
