import { delimiter } from "node:path";
import type { Ecosystem } from "../ecosystem.ts";

/** Modules of Go. */
export const golang: Ecosystem = {
  id: "golang",
  title: "Go",
  formats: [
    {
      id: "go-mod",
      title: "Go module",
      files: ["go.mod"],
      rewrite: "go mod tidy",
      load: async () => (await import("./read.ts")).readGoMod,
    },
    {
      id: "go-work",
      title: "Go workspace",
      files: ["go.work"],
      rewrite: "go work sync",
      load: async () => (await import("./read.ts")).readGoWork,
    },
    { id: "go-dep", title: "dep", files: ["Gopkg.lock"] },
  ],
  // The module cache, where `GOPATH` or `GOMODCACHE` lies in the working directory: `pkg/mod/example.test/a@v1.2.3`.
  installFolders: [/@v\d+\.\d+\.\d+/],
  installed: {
    folders: ["vendor"],
    caches: ({ GOMODCACHE, GOPATH }, home) => [
      GOMODCACHE || `${GOPATH?.split(delimiter)[0] || `${home}/go`}/pkg/mod`,
    ],
    search: async () => (await import("./search.ts")).searchModules,
  },
};
