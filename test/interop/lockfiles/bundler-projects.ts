/** A gem of the made-up registry. */
interface MadeUpGem {
  readonly name: string;
  readonly version: string;
  readonly platform: string;
  readonly needs: readonly (readonly [name: string, requirement: string])[];
}

/** Needs of other versions and of other platforms differ, as nokogiri's do; names with dashes and versions with letters. */
export const GEMS: readonly MadeUpGem[] = [
  gem("base", "1.0.0"),
  gem("base", "2.0.0"),
  gem("base", "2.1.0.rc1"),
  gem("x86_64-linux-thing", "0.1"),
  gem("porta", "2.8.5"),
  gem("native", "1.16.0", "ruby", ["porta", "~> 2.8"], ["base", ">= 1"]),
  gem("native", "1.16.0", "x86_64-linux", ["base", ">= 1"]),
  gem("native", "1.16.0", "arm64-darwin", ["base", ">= 1"]),
  gem("native", "1.16.0", "java", ["base", ">= 1"], ["jruby-jars", "~> 9"]),
  gem("jruby-jars", "9.4"),
  gem("speed", "3.0", "ruby"),
  gem("speed", "3.0", "x86_64-linux", ["native", "~> 1.16"]),
  gem("web", "7.0.1", "ruby", ["native", "~> 1.16"], ["base", "~> 2.0"], ["bundler", ">= 1.15"]),
  gem("first", "1", "ruby", ["second-one", "= 1"]),
  gem("second-one", "1", "ruby", ["x86_64-linux-thing", ">= 0"]),
];

function gem(
  name: string,
  version: string,
  platform = "ruby",
  ...needs: readonly (readonly [string, string])[]
): MadeUpGem {
  return { name, version, platform, needs };
}

/** Builds the gems of `universe.json` and the index that makes the folder a registry. */
export const BUILD_REGISTRY = `
require "rubygems/package"; require "rubygems/indexer"; require "json"; require "fileutils"
Gem::DefaultUserInteraction.ui = Gem::SilentUI.new
FileUtils.mkdir_p("gems")
JSON.parse(File.read("universe.json")).each do |made|
  spec = Gem::Specification.new do |s|
    s.name = made["name"]; s.version = made["version"]; s.platform = made["platform"]
    s.summary = "x"; s.authors = ["x"]; s.files = []; s.license = "MIT"; s.homepage = "https://example.test"
    made["needs"].each { |name, requirement| s.add_dependency(name, requirement) }
  end
  Dir.chdir("gems") { Gem::Package.build(spec) }
end
Gem::Indexer.new(".").generate_index
`;

/** What Bundler reads in a lockfile, and what it would install of it on each platform. */
export const READ_LOCKFILE = `
require "bundler"; require "json"
lock = Bundler::LockfileParser.new(File.read("Gemfile.lock"))
specs = lock.specs.map { |s| [s.name, s.version.to_s, s.platform.to_s, s.dependencies.map(&:name)] }
set = Bundler::SpecSet.new(lock.specs)
chosen = lock.platforms.map do |platform|
  asked = lock.dependencies.values.map { |d| Bundler::DepProxy.get_proxy(d, platform) }
  set.for(asked).map { |s| [s.name, s.version.to_s, s.platform.to_s] }
end
puts JSON.generate({ specs: specs, asked: lock.dependencies.keys, chosen: chosen })
`;

const GEMSPEC = (name: string, needs: string) =>
  `Gem::Specification.new do |s|\n  s.name = "${name}"\n  s.version = "0.1.0"\n  s.summary = "x"\n  s.authors = ["x"]\n  s.files = []\n${needs}end\n`;

export const GIT_SERVER = "https://git.example.test/";
export const GIT_GEM = { "tool.gemspec": GEMSPEC("tool", '  s.add_dependency "speed"\n') };

const SOURCE = 'source "REGISTRY"\n';

/** Projects by the files that Bundler makes a lockfile of; REGISTRY stands for the registry's URL. */
export const BUNDLER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "variants of platforms": { Gemfile: `${SOURCE}gem "web"\ngem "speed"\n` },
  "a gem and its own gemspec": {
    Gemfile: `${SOURCE}gemspec\ngem "speed", group: :test\n`,
    "me.gemspec": GEMSPEC(
      "me",
      '  s.add_dependency "native"\n  s.add_development_dependency "web"\n',
    ),
  },
  "engines below the project": {
    Gemfile: `${SOURCE}path "engines" do\n  gem "shop"\n  gem "mail"\nend\ngem "base", "~> 1.0"\n`,
    "engines/shop/shop.gemspec": GEMSPEC(
      "shop",
      '  s.add_dependency "mail"\n  s.add_dependency "native"\n',
    ),
    "engines/mail/mail.gemspec": GEMSPEC("mail", '  s.add_dependency "base", ">= 1"\n'),
  },
  "a repository and a release candidate": {
    Gemfile: `${SOURCE}gem "first"\ngem "base", ">= 2.1.0.rc1"\ngem "tool", git: "${GIT_SERVER}tool", branch: "feat/x"\n`,
  },
  "groups and platforms": {
    Gemfile: `${SOURCE}gem "base"\ngroup :development, :test do\n  gem "web", require: false\nend\ngem "jruby-jars", platforms: [:jruby]\n`,
  },
};
