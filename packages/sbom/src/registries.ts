import { parsePurl } from "@assay/purl";
import type { Organization, SbomComponent } from "./model.ts";

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

/**
 * Who distributes a package: the host that its package URL names, else the registry of its type. That is not who made it; nobody is
 * made up for a package without a package URL.
 */
export function registryOf({ purl }: SbomComponent): Organization | undefined {
  if (purl === undefined) return undefined;
  const { type, namespace, qualifiers = {} } = parsePurl(purl);
  const place = ["repository_url", "download_url", "vcs_url"].flatMap(
    (key) => qualifiers[key] ?? [],
  )[0];
  const host = type === "swift" ? namespace?.split("/")[0] : place && hostOf(place);
  if (host) return { name: host, urls: [`https://${host}`], contacts: [] };
  const known = Object.hasOwn(REGISTRIES, type) ? REGISTRIES[type] : undefined;
  return known && { name: known[0], urls: [known[1]], contacts: [] };
}

function hostOf(place: string): string | undefined {
  const url = place.replace(/^git\+/, "");
  const whole = /^\w+:\/\//.test(url) ? url : `https://${url}`;
  return URL.canParse(whole) ? new URL(whole).hostname : undefined;
}
