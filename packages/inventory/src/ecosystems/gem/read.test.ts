import { describe, expect, test } from "vitest";
import { edgesOf, fieldOf, gapsOf, graphOf, skippedOf } from "../../assemble/test/graphs.ts";
import { expectNothingSilent } from "../../assemble/test/mutations.ts";

const SHA = "5e".repeat(32);
const COMMIT = "c0".repeat(20);

/** A lockfile with every kind of section. */
const LOCK = `GIT
  remote: https://user:secret@git.example/acme/tool.git
  revision: ${COMMIT}
  branch: main
  specs:
    tool (0.3.0)
      rack (>= 2)

PATH
  remote: engines/shop
  specs:
    shop (1.0.0)
      nokogiri

PLUGIN SOURCE
  remote: s3://bucket/gems
  type: s3
  specs:
    stored (1.1)

GEM
  remote: https://gems.example/private/
  specs:
    inner (2.0)

GEM
  remote: https://rubygems.org/
  specs:
    bundler-audit (0.9.1)
      bundler (>= 1.2.0, < 3)
      thor (~> 1.0)
    ffi (1.15.5)
    ffi (1.15.5-x64-mingw-ucrt)
    mini_portile2 (2.8.5)
    nokogiri (1.16.0)
      mini_portile2 (~> 2.8.2)
      racc (~> 1.4)
    nokogiri (1.16.0-x86_64-linux)
      ffi
      racc (~> 1.4)
    racc (1.7.3)
    racc (1.7.3-java)
    rack (3.0.8)
    thor (1.3.0)

PLATFORMS
  ruby
  x86_64-linux

DEPENDENCIES
  bundler-audit
  inner!
  shop!
  stored!
  tool!
  tzinfo-data

CHECKSUMS
  bundler (2.6.2) sha256=${SHA}
  bundler-audit (0.9.1)
  ffi (1.15.5)
  ffi (1.15.5-x64-mingw-ucrt)
  inner (2.0)
  mini_portile2 (2.8.5) sha256=${SHA}
  nokogiri (1.16.0)
  nokogiri (1.16.0-x86_64-linux) sha256=${SHA}
  racc (1.7.3)
  racc (1.7.3-java)
  rack (3.0.8)
  shop (1.0.0)
  stored (1.1)
  thor (1.3.0)
  tool (0.3.0)

RUBY VERSION
   ruby 3.2.2p53

BUNDLED WITH
   2.6.2
`;
const GEMFILE = `source "https://rubygems.org"
ruby file: ".ruby-version" # of the team
gem "bundler-audit", require: false
gem 'inner', source: "https://gems.example/private/"
path "engines" do
  gem "shop"
end
gem "stored",
  source: "s3://bucket/gems"
gem "tool", git: "https://git.example/acme/tool.git", branch: "main"
gem "tzinfo-data", platforms: %i[windows jruby]
`;
const FILES = {
  "Gemfile.lock": LOCK,
  Gemfile: GEMFILE,
  "engines/shop/shop.gemspec": 's.add_dependency "nokogiri"',
};

describe("every kind of section", () => {
  test("edges lead to each variant that may be installed with the one that asks", async () => {
    expect(edgesOf(await graphOf(FILES))).toEqual([
      ". > bundler-audit (0.9.1) runtime",
      ". > inner (2.0) runtime",
      ". > shop (1.0.0) runtime",
      ". > stored (1.1) runtime",
      ". > tool (0.3.0) runtime",
      "bundler-audit (0.9.1) > thor (1.3.0) runtime",
      "nokogiri (1.16.0) > mini_portile2 (2.8.5) runtime",
      "nokogiri (1.16.0) > racc (1.7.3) runtime {platform ruby}",
      "nokogiri (1.16.0) > racc (1.7.3-java) runtime {platform java}",
      "nokogiri (1.16.0-x86_64-linux) > ffi (1.15.5) runtime {platform ruby}",
      "nokogiri (1.16.0-x86_64-linux) > racc (1.7.3) runtime {platform ruby}",
      "shop (1.0.0) > nokogiri (1.16.0) runtime {platform ruby}",
      "shop (1.0.0) > nokogiri (1.16.0-x86_64-linux) runtime {platform x86_64-linux}",
      "tool (0.3.0) > rack (3.0.8) runtime",
    ]);
  });

  test("a variant that nothing leads to is an orphan, and nothing else is amiss", async () => {
    expect(gapsOf(await graphOf(FILES))).toEqual([
      "orphan ffi (1.15.5-x64-mingw-ucrt): no dependency in the lockfile leads to it",
    ]);
  });

  test("purls name the platform and the source, without credentials", async () => {
    const purls = fieldOf(await graphOf(FILES), "purl");
    expect(purls).toMatchObject({
      "nokogiri (1.16.0-x86_64-linux)": "pkg:gem/nokogiri@1.16.0?platform=x86_64-linux",
      "nokogiri (1.16.0)": "pkg:gem/nokogiri@1.16.0",
      "inner (2.0)": "pkg:gem/inner@2.0?repository_url=https:%2F%2Fgems.example%2Fprivate",
      "stored (1.1)": "pkg:gem/stored@1.1?repository_url=s3:%2F%2Fbucket%2Fgems",
      "tool (0.3.0)": `pkg:gem/tool@0.3.0?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Facme%2Ftool.git%40${COMMIT}`,
      "shop (1.0.0)": "pkg:generic/shop@1.0.0#engines/shop",
    });
  });

  test("versions have no platform, and lines are those of the entries", async () => {
    const graph = await graphOf(FILES);
    expect(fieldOf(graph, "version")["nokogiri (1.16.0-x86_64-linux)"]).toBe("1.16.0");
    expect(fieldOf(graph, "location")["tool (0.3.0)"]?.startLine).toBe(6);
    expect(fieldOf(graph, "location")["thor (1.3.0)"]?.startLine).toBe(44);
  });

  test("direct is what the Gemfile and the project's own gems ask for", async () => {
    const direct = Object.entries(fieldOf(await graphOf(FILES), "direct"));
    expect(direct.filter(([, is]) => is).map(([key]) => key)).toEqual([
      "bundler-audit (0.9.1)",
      "inner (2.0)",
      "nokogiri (1.16.0)",
      "nokogiri (1.16.0-x86_64-linux)",
      "shop (1.0.0)",
      "stored (1.1)",
      "tool (0.3.0)",
    ]);
  });

  test("a digest is that of its own variant; what has none is counted", async () => {
    const graph = await graphOf(FILES);
    const artifacts = fieldOf(graph, "artifacts");
    const hashes = [{ algorithm: "SHA-256", value: SHA }];
    expect(artifacts["nokogiri (1.16.0-x86_64-linux)"]).toEqual([{ hashes }]);
    expect(artifacts["nokogiri (1.16.0)"]).toEqual([]);
    expect(artifacts["ffi (1.15.5)"]).toEqual([]);
    const [gap] = graph.gaps.filter(({ kind }) => kind === "no-integrity");
    expect(gap?.reason).toBe("10 of 13 packages that are downloaded have no checksum");
    expect(gap?.advice).toContain("bundle lock --add-checksums");
  });

  test("the Gemfile and the gemspec of the engine are covered", async () => {
    expect((await graphOf(FILES)).covers).toEqual(["Gemfile", "engines/shop/shop.gemspec"]);
    expect(await skippedOf(FILES)).toEqual([]);
  });

  test("line ends of Windows change nothing", async () => {
    const graph = await graphOf({ ...FILES, "Gemfile.lock": LOCK.replaceAll("\n", "\r\n") });
    expect(edgesOf(graph)).toEqual(edgesOf(await graphOf(FILES)));
    expect(gapsOf(graph)).toHaveLength(1);
  });

  test("whatever is done to it, nothing is lost without a word", async () => {
    await expectNothingSilent("Gemfile.lock", FILES, 400);
  });
});

test("the gem beside the lockfile is the project; no platforms and no version of Bundler are needed", async () => {
  const graph = await graphOf({
    "lib/Gemfile.lock":
      "PATH\n  remote: .\n  specs:\n    me (0.1.0)\n      rack\nGEM\n  remote: https://rubygems.org/\n  specs:\n    rack (3.0.8)\n    rake (13.0.0)\nDEPENDENCIES\n  me!\n  rake\n",
    "lib/me.gemspec": 's.add_dependency("rack")',
    "lib/Gemfile": "gemspec\n",
  });
  expect(edgesOf(graph)).toEqual([
    "me (0.1.0) > rack (3.0.8) runtime",
    "me (0.1.0) > rake (13.0.0) runtime",
  ]);
  expect(graph.roots).toEqual(["lib/Gemfile.lock#me (0.1.0)"]);
  expect(graph.covers).toEqual(["lib/Gemfile", "lib/me.gemspec"]);
  expect(gapsOf(graph)).toEqual([]);
});

test("gems of one path lie where their gemspecs lie", async () => {
  const graph = await graphOf({
    "Gemfile.lock":
      "PATH\n  remote: .\n  specs:\n    a (1)\n    b (1)\n      a (= 1)\nDEPENDENCIES\n  b!\n",
    "a/a.gemspec": "",
    "b/b.gemspec": "",
  });
  expect(fieldOf(graph, "installPath")).toMatchObject({ "a (1)": "a", "b (1)": "b" });
  expect(edgesOf(graph)).toEqual([". > b (1) runtime", "b (1) > a (1) runtime"]);
});

/** A lockfile with these specs of rubygems.org and these dependencies. */
const lockOf = (specs: string, dependencies: string) =>
  `GEM\n  remote: https://rubygems.org/\n  specs:\n${specs}\nDEPENDENCIES\n${dependencies}\n`;
const RACK = lockOf("    rack (3.0.8)", "  rack (~> 3.0)");

describe("what must never pass silently", () => {
  test.each([
    [
      "a dependency that is not locked",
      "    a (1)\n      gone (>= 1)",
      "  a",
      "entry a (1): its dependency gone is not in the lockfile",
    ],
    [
      "a dependency for other platforms",
      "    a (1-java)\n      b\n    b (1-x86_64-linux)",
      "  a\n  b",
      "entry a (1-java): its dependency b is not locked for its platform",
    ],
    [
      "asked for and not locked",
      "    a (1)",
      "  a\n  gone",
      "entry gone: it is asked for and not locked",
    ],
    ["an entry twice", "    a (1)\n    a (1)", "  a", "entry a (1): it stands in the file twice"],
    ["a tab", "    a (1)\n\tb (1)", "  a", "entry line 5: it is no line of a source"],
    [
      "an entry that is cut",
      "    a (1)\n    b (1.",
      "  a",
      "entry line 5: it is no line of a source",
    ],
    [
      "no commit",
      "    a (1)\nGIT\n  remote: https://git.example/b\n  revision: main\n  specs:\n    b (1)",
      "  a\n  b!",
      "entry b (1): no full git commit is named",
    ],
    [
      "a folder outside",
      "    a (1)\nPATH\n  remote: ../b\n  specs:\n    b (1)",
      "  a\n  b!",
      "entry b (1): it is a folder outside the repository",
    ],
    [
      "a section that is not known",
      "    a (1)\nFUTURE\n  b (1)",
      "  a",
      "entry line 5: a section that is not known starts here",
    ],
    [
      "a checksum without an entry",
      "    a (1)\nCHECKSUMS\n  b (1) sha256=aa",
      "  a",
      "entry b (1): it has a checksum and no entry",
    ],
    [
      "a checksum that is none",
      "    a (1)\nCHECKSUMS\n  a (1) sha256=aa",
      "  a",
      "entry a (1): its checksum was not understood",
    ],
  ])("%s", async (_, specs, dependencies, gap) => {
    expect(gapsOf(await graphOf({ "Gemfile.lock": lockOf(specs, dependencies) }))).toContain(gap);
  });

  test("the end is missing", async () => {
    const graph = await graphOf({ "Gemfile.lock": RACK.slice(0, RACK.indexOf("DEPENDENCIES")) });
    expect(gapsOf(graph)).toContain(
      "entry Gemfile.lock: it has no section DEPENDENCIES: its end is missing",
    );
  });

  test("another file, and a merge", async () => {
    expect(await skippedOf({ "Gemfile.lock": "{}" })).toEqual([
      "unreadable Gemfile.lock: Gemfile.lock is no lockfile of Bundler",
    ]);
    const merge = `<<<<<<< ours\n${RACK}=======\n>>>>>>> theirs\n`;
    expect((await skippedOf({ "Gemfile.lock": merge }))[0]).toContain("merge conflict");
  });

  test("a manifest without a lockfile", async () => {
    const files = {
      "a/Gemfile": 'gem "rack"\n',
      "b/Gemfile": 'source "https://rubygems.org"\ngemspec\n',
      "b/b.gemspec": 'spec.add_development_dependency "rake"\n',
      "c/c.gemspec": 'Gem::Specification.new { |s| s.name = "c" }\n',
      "d/Gemfile": '# gem "rack"\n',
      "e/Gemfile": 'gemspec :name => "e"\ngem "rack"\n',
      "e/e.gemspec": 'spec.add_dependency "rake"\n',
    };
    const reason = "it asks for packages, and no lockfile says which versions those are";
    expect(await skippedOf(files)).toEqual([
      `unlocked a/Gemfile: ${reason}`,
      `unlocked b/b.gemspec: ${reason}`,
      `unlocked e/Gemfile: ${reason}`,
    ]);
  });

  test("names of objects' own fields are names", async () => {
    const graph = await graphOf({
      "Gemfile.lock": lockOf(
        "    __proto__ (1)\n      constructor\n    constructor (2)",
        "  __proto__",
      ),
    });
    expect(gapsOf(graph)).toEqual([]);
    expect(graph.components).toHaveLength(3);
  });
});

test("many variants and many that ask for them stay in proportion", async () => {
  const variants = Array.from({ length: 600 }, (_, n) => `    x (1-cpu${n}-linux)`);
  const asking = Array.from({ length: 600 }, (_, n) => `    a${n} (1)\n      x`);
  const graph = await graphOf({
    "Gemfile.lock": lockOf([...variants, ...asking].join("\n"), "  x"),
  });
  expect(graph.components).toHaveLength(1201);
  expect(graph.edges.length).toBeLessThan(601 * 65);
  expect(gapsOf(graph)).toContain("entry x (1-cpu300-linux): x has more than 64 variants");
});
