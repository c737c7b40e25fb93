import { describe, expect, test } from "vitest";
import { gapsOf, graphOf } from "../../assemble/test/graphs.ts";

const RACK =
  "GEM\n  remote: https://rubygems.org/\n  specs:\n    rack (3.0.8)\nDEPENDENCIES\n  rack (~> 3.0)\n";

describe("a Gemfile that asks for something else", () => {
  const staleness = async (gemfile: string, lock = RACK) =>
    gapsOf(await graphOf({ "Gemfile.lock": lock, Gemfile: gemfile }));

  test.each([
    ["more", 'gem "rack", "~> 3.0"\ngem "puma"\n', "puma is not locked"],
    ["less", "", "rack is not asked for any more"],
    ["another range", 'gem "rack", "~> 3.1"\n', "rack is locked for ~> 3.0"],
    ["any version", 'gem "rack"\n', "rack is locked for ~> 3.0"],
    [
      "in a group",
      'gem "rack", "~> 3.0"\ngroup :test do\n  gem "rspec" # to test\nend\n',
      "rspec is not locked",
    ],
  ])("%s", async (_, gemfile, difference) => {
    expect(await staleness(gemfile)).toEqual([
      `stale Gemfile: it asks for other packages: ${difference}`,
    ]);
  });

  test.each([
    ["the same", "gem 'rack', '~>3.0'\n"],
    [
      "conditions",
      'gem "rack", "~> 3.0"\nif ENV["X"]\n  gem "puma"\nend\ngem "thin" if ENV["Y"]\n',
    ],
    ["a program", "%w[rack puma].each do |name|\n  gem name\nend\n"],
    ["a version from somewhere", 'gem "rack", RACK_VERSION\n'],
    ["gems of a gemspec", "gemspec\n"],
    ["another Gemfile", 'eval_gemfile "other.rb"\n'],
    ["two branches", 'if a\n  gem "rack", "~> 2"\nelse\n  gem "rack", "~> 3.0"\nend\n'],
  ])("but not: %s", async (_, gemfile) => {
    expect(await staleness(gemfile)).toEqual([]);
  });

  test("lockfiles of other Gemfiles belong to these", async () => {
    const graph = await graphOf({
      "gemfiles/rails_7.gemfile.lock": RACK,
      "gemfiles/rails_7.gemfile": 'gem "puma"\n',
    });
    expect(graph.covers).toEqual(["gemfiles/rails_7.gemfile"]);
    expect(gapsOf(graph)).toHaveLength(1);
    const next = await graphOf({ "Gemfile.next.lock": RACK, Gemfile: 'gem "rack", "~> 3.0"\n' });
    expect(next.covers).toEqual(["Gemfile"]);
  });
});
