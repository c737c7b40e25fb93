import type { Ecosystem } from "../ecosystem.ts";

/** Elixir's and Erlang's packages, as Mix and Rebar lock them. */
export const hex: Ecosystem = {
  id: "hex",
  title: "Mix and Rebar",
  formats: [
    {
      id: "mix",
      title: "Mix",
      files: ["mix.lock"],
      rewrite: "mix deps.get",
      load: async () => (await import("./mix-lock.ts")).readMixLock,
    },
    {
      id: "rebar",
      title: "Rebar",
      files: ["rebar.lock"],
      rewrite: "rebar3 lock",
      load: async () => (await import("./rebar-lock.ts")).readRebarLock,
    },
  ],
  manifests: [
    {
      files: ["mix.exs"],
      asks: async (text) => (await import("./mix-project.ts")).mixAsks(text),
      lockAdvice: "Commit its `mix.lock` (`mix deps.get` writes one).",
    },
    {
      files: ["rebar.config"],
      asks: async (text) => (await import("./rebar-config.ts")).rebarAsks(text),
      lockAdvice: "Commit its `rebar.lock` (`rebar3 lock` writes one).",
    },
  ],
  installFolders: ["_build"],
};
