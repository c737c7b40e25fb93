import { delimiter } from "node:path";
import type { Ecosystem } from "../ecosystem.ts";

const LOCK_ADVICE = "Commit its `Gemfile.lock` (`bundle lock` writes one).";

const asksForGems = (text: string) =>
  /^[^#\r\n\u2028\u2029]*\b(?:gem|eval_gemfile)[ \t(]/m.test(text);

/** Ruby's gems, as Bundler locks them. */
export const gem: Ecosystem = {
  id: "gem",
  title: "Bundler",
  formats: [
    {
      id: "bundler",
      title: "Bundler",
      files: [/^(?:Gemfile|.+\.gemfile)(?:[._-][\w.-]+)?\.lock$/, "gems.locked"],
      rewrite: "bundle lock",
      load: async () => (await import("./read.ts")).readGemfileLock,
    },
  ],
  manifests: [
    {
      // A Gemfile that only points to a gemspec asks for nothing itself: the gemspec is a manifest too.
      files: ["Gemfile", "gems.rb", /\.gemfile$/],
      asks: asksForGems,
      lockAdvice: LOCK_ADVICE,
    },
    {
      files: [/\.gemspec$/],
      asks: async (text, { path, readText }) => {
        if (!/^[^#\r\n\u2028\u2029]*\.add_(?:runtime_|development_)?dependency\b/m.test(text))
          return false;
        // A Gemfile that asks for gems of its own and for the gemspec's has them in its one lockfile.
        const gemfile = await readText(`${path.slice(0, path.lastIndexOf("/") + 1)}Gemfile`);
        return !(/^[ \t]*gemspec\b/m.test(gemfile ?? "") && asksForGems(gemfile ?? ""));
      },
      lockAdvice: LOCK_ADVICE,
    },
  ],
  installFolders: [".bundle"],
  installed: {
    folders: ["vendor/bundle", ".bundle"],
    caches: ({ GEM_HOME, GEM_PATH = "", BUNDLE_PATH }, home) => [
      ...[BUNDLE_PATH, GEM_HOME, ...GEM_PATH.split(delimiter)].filter(Boolean),
      `${home}/.gem`,
      `${home}/.local/share/gem`,
      "/var/lib/gems",
      "/usr/local/bundle",
      "/usr/local/lib/ruby/gems",
    ],
    search: async () => (await import("./search.ts")).searchGems,
  },
  registry: {
    host: "rubygems.org",
    // https://guides.rubygems.org/rubygems-org-rate-limits/: ten requests a second.
    interval: 100,
    load: async () => (await import("./registry.ts")).askRubyGems,
  },
};
