import { expect, test } from "vitest";
import { edges, readWith, said } from "../../test/read.ts";
import { gemInstalled } from "./reader.ts";

const HOME = "usr/local/lib/ruby/gems/3.3.0";
const spec = (stub: string, ...lines: string[]) =>
  [
    "# -*- encoding: utf-8 -*-",
    `# stub: ${stub} lib`,
    "",
    "Gem::Specification.new do |s|",
    ...lines.map((line) => `  s.${line}`),
    "end",
  ].join("\n");

test("gems, default gems, platforms and what they need", async () => {
  const reading = await readWith(gemInstalled, {
    files: {
      [`${HOME}/specifications/rack-3.0.8.gemspec`]: spec(
        "rack 3.0.8 ruby",
        'licenses = ["MIT".freeze]',
        'add_runtime_dependency(%q<json>.freeze, [">= 2".freeze, "< 4".freeze])',
        'add_development_dependency(%q<nokogiri>.freeze, ["~> 5.0"])',
        'add_dependency(%q<gone>, [">= 0"])',
      ),
      [`${HOME}/specifications/nokogiri-1.16.0-x86_64-linux.gemspec`]: spec(
        "nokogiri 1.16.0 x86_64-linux",
        'licenses = ["MIT", "Ruby"]',
        'add_dependency(%q<rack>, [">= 0"])',
      ),
      [`${HOME}/specifications/default/json-2.7.1.gemspec`]: spec("json 2.7.1 ruby"),
      // Written by a distribution, by hand.
      [`${HOME}/specifications/by-hand-0.1.gemspec`]:
        "Gem::Specification.new do |s|\n  s.name = `rm -rf /`\nend\n",
      [`${HOME}/specifications/nothing.gemspec`]: "x",
      [`${HOME}/gems/rack-3.0.8/rack.gemspec`]: spec("fake 6.6.6 ruby"),
    },
  });
  expect(said(reading)).toEqual([
    "pkg:gem/by-hand@0.1",
    "pkg:gem/json@2.7.1 bundled",
    "pkg:gem/nokogiri@1.16.0?platform=x86_64-linux",
    "pkg:gem/rack@3.0.8",
  ]);
  expect(reading.components.map(({ component }) => component.declaredLicense)).toEqual([
    undefined,
    undefined,
    ["MIT", "Ruby"],
    "MIT",
  ]);
  expect(edges(reading)).toEqual([
    "nokogiri 1.16.0 > rack 3.0.8 runtime",
    "rack 3.0.8 > json 2.7.1 runtime >= 2, < 4",
  ]);
  expect([...(reading.explained ?? [])]).toEqual([`${HOME}/gems/rack-3.0.8/`]);
  expect(reading.broken).toEqual([
    `${HOME}/specifications/nothing.gemspec names no gem and version`,
  ]);
});

test("of very many gems of one name a gem needs the first", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `h${at}/specifications/a-1.gemspec`,
      spec("a 1 ruby", 'add_dependency(%q<a>, [">= 0"])', 'add_dependency(%q<b>, [">= 0"])'),
    ]),
  );
  files["x/specifications/c-1.gemspec"] = spec("c 1 ruby", 'add_dependency(%q<a>, [">= 0"])');
  const reading = await readWith(gemInstalled, { files });
  expect(reading.components).toHaveLength(201);
  expect(reading.edges).toHaveLength(50);
});
