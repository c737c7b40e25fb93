import { delimiter } from "node:path";
import type { Ecosystem } from "../ecosystem.ts";

const LOCK_ADVICE = "Commit its `Gemfile.lock` (`bundle lock` writes one).";

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
      asks: (text) => /^[^#\n]*\b(?:gem|eval_gemfile)[ \t(]/m.test(text),
      lockAdvice: LOCK_ADVICE,
    },
    {
      files: [/\.gemspec$/],
      asks: (text) => /^[^#\n]*\.add_(?:runtime_|development_)?dependency\b/m.test(text),
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
