import type { Ecosystem } from "../ecosystem.ts";

const REWRITE = "julia --project -e 'using Pkg; Pkg.resolve()'";

/** Packages of Julia, as Pkg locks them. */
export const julia: Ecosystem = {
  id: "julia",
  title: "Julia",
  formats: [
    {
      id: "julia",
      title: "Julia",
      // Several versions of Julia may have one each.
      files: [/^(?:Julia)?Manifest(?:-v\d+\.\d+)?\.toml$/],
      rewrite: REWRITE,
      load: async () => (await import("./read.ts")).readJuliaManifest,
    },
  ],
  manifests: [
    {
      files: ["Project.toml", "JuliaProject.toml"],
      asks: async (text) => (await import("./project.ts")).projectAsks(text),
      lockAdvice: `Commit its \`Manifest.toml\` (\`${REWRITE}\` writes one).`,
    },
  ],
};
