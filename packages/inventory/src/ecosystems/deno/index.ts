import type { Ecosystem } from "../ecosystem.ts";

/** What Deno locks: packages of npm and JSR, and files of other servers. https://docs.deno.com/runtime/fundamentals/modules/ */
export const deno: Ecosystem = {
  id: "deno",
  title: "Deno",
  formats: [
    {
      id: "deno-lock",
      title: "Deno",
      files: ["deno.lock"],
      rewrite: "deno install --lockfile-only",
      load: async () => (await import("./read.ts")).readDenoLock,
    },
  ],
  manifests: [
    {
      files: ["deno.json", "deno.jsonc"],
      asks: async (text) => (await import("./manifest.ts")).denoAsks(text),
      lockAdvice:
        "Commit its `deno.lock` (`deno install --lockfile-only` writes one), or make it a member of a workspace that has one.",
    },
  ],
  alsoLocks: ["npm"],
};
