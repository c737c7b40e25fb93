import { expect, test } from "vitest";
import { listed } from "../../test/listed.ts";

const LOCK = `GEM
  remote: https://rubygems.org/
  specs:
    a (1.0)

PLATFORMS
  ruby

DEPENDENCIES
  a
`;

test.each([
  ["Gemfile.lock", "BUNDLE_GEMFILE: other/deps", "GEMFILE: other/deps"],
  ["Gemfile.lock", 'BUNDLE_LOCKFILE: "other.lock"', "LOCKFILE: other.lock"],
  ["Gemfile.lock", 'BUNDLE_GEMFILE: "./Gemfile"', undefined],
  ["gems.locked", "BUNDLE_GEMFILE: gems.rb", undefined],
  ["Gemfile.lock", "BUNDLE_PATH: vendor/bundle", undefined],
])("%s beside the setting %s", async (path, setting, other) => {
  const { packages, gaps } = await listed({ [path]: LOCK, ".bundle/config": `---\n${setting}\n` });
  expect(packages).toEqual(["a@1.0"]);
  expect(gaps).toEqual(
    other === undefined
      ? []
      : [`${path}: another lockfile is used: .bundle/config has BUNDLE_${other}`],
  );
});
