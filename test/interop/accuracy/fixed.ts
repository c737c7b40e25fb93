interface Fixed {
  /** The repository. */
  readonly seen: string;
  readonly what: string;
  /** Below `packages/inventory/src/`. */
  readonly test: string;
}

/** Errors of ours that the comparison showed. */
export const FIXED: readonly Fixed[] = [
  {
    seen: "livebook-dev/livebook",
    what: "Edges of a copied folder in `bun.lock` to what it needs to be developed, which Bun installs too, were missing: 24 findings of packages that nothing leads to.",
    test: "ecosystems/npm/bun-lock/read.test.ts",
  },
  {
    seen: "astral-sh/ruff",
    what: "Lockfiles of scripts that ask for nothing were said to be cut off: 14 false findings.",
    test: "ecosystems/pypi/uv/read.test.ts",
  },
  {
    seen: "prometheus/prometheus",
    what: "A module of `go.work` among examples was read, and also listed as not looked at.",
    test: "ecosystems/golang/read.test.ts",
  },
  {
    seen: "spring-projects/spring-security-samples",
    what: "Each of 70 Gradle builds without locks was a finding of its own, though their cause and remediation are one.",
    test: "ecosystems/gradle/asks.test.ts",
  },
  {
    seen: "jekyll/jekyll",
    what: "A Gemfile and the gemspec that it includes were two findings; one `Gemfile.lock` locks both.",
    test: "ecosystems/gem/read.test.ts",
  },
  {
    seen: "gohugoio/hugo",
    what: "Every folder named `deps` was taken for installed packages of Mix, and what lies in it was not looked at.",
    test: "discover.test.ts",
  },
  {
    seen: "elysiajs/elysia",
    what: "Bun's binary lockfile was said to be text in a wrong encoding.",
    test: "ecosystems/npm/bun-lock/read.test.ts",
  },
];
