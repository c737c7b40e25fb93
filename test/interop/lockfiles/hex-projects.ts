import type { ProjectFiles } from "./projects.ts";

const SUM = "5e".repeat(32);
const COMMIT = "c0".repeat(20);

const entry = (app: string, version: string, needs = "", name = app) =>
  `  "${app}": {:hex, :${name}, "${version}", "${SUM}", [:mix], [${needs}], "hexpm", "${SUM}"},\n`;
const need = (app: string, optional = false) =>
  `{:${app}, "~> 1.0", [hex: :${app}, repo: "hexpm", optional: ${optional}]}`;
const mix = (name: string, config: string, more: string) =>
  `defmodule ${name}.MixProject do\n  use Mix.Project\n\n  def project do\n    [\n      ${config}\n    ]\n  end\n${more}\nend\n`;

/** Projects of Mix with lockfiles as Hex writes them: Hex itself is in no registry that a test may use. */
export const MIX: Readonly<Record<string, ProjectFiles>> = {
  "environments, aliases and options without brackets": {
    "mix.exs": mix(
      "Shop",
      'app: :shop, version: "1.0.0", deps: deps(), start_permanent: Mix.env() == :prod',
      `
  defp deps do
    [
      {:web, "~> 1.0"}, # the server
      {:json, "~> 1.0", hex: :jason2},
      {:lint, ">= 0.0.0", [only: [:dev, :test], runtime: false]},
      {:html, "~> 1.0", only: :test},
      {:assets, "~> 1.0", runtime: Mix.env() == :dev},
      tool: "~> 2.0",
    ]
  end`,
    ),
    "mix.lock": `%{\n${entry("web", "1.2.0", `${need("json")}, ${need("html", true)}`)}${entry("json", "1.4.1", "", "jason2")}${entry("lint", "1.0.0", need("bunt"))}${entry("bunt", "1.0.0")}${entry("html", "0.3.0")}${entry("assets", "0.8.0")}${entry("tool", "2.0.1")}}\n`,
  },
  "repositories and every age of an entry": {
    "mix.exs": mix(
      "Old",
      'app: :old, version: "0.1.0", deps: [{:a, "~> 0.1"}, {:b, "~> 0.1"}, {:c, github: "acme/c"}, {:d, "1.0.0"}]',
      "",
    ),
    "mix.lock": `%{
  "a": {:hex, :a, "0.1.0"},
  "b": {:hex, :b, "0.1.0", "${SUM}", [:mix], [{:d, "~> 1.0", [hex: :d, optional: false]}]},
  "c": {:git, "https://github.com/acme/c.git", "${COMMIT}", [branch: "main", sparse: "lib/c"]},
  "d": {:hex, :d, "1.0.0", "${SUM}", [:rebar3, :make], [], "hexpm:acme"},
}\n`,
  },
  umbrella: {
    "mix.exs": mix("Umbrella", 'apps_path: "apps", deps: deps()', "  defp deps, do: []"),
    "apps/a/mix.exs": mix(
      "A",
      'app: :a, version: "0.1.0", lockfile: "../../mix.lock", deps: deps()',
      '  defp deps() do\n    [{:b, in_umbrella: true}, {:web, "~> 1.0"}]\n  end',
    ),
    "apps/b/mix.exs": mix(
      "B",
      'app: :b, version: "0.1.0", lockfile: "../../mix.lock", deps: deps()',
      '  defp deps do\n    [{:json, "~> 1.0", only: :test}]\n  end',
    ),
    "mix.lock": `%{\n${entry("json", "1.4.1")}${entry("web", "1.2.0", need("json"))}}\n`,
  },
  "a list of keywords and quoted atoms": {
    "mix.exs": mix(
      "Keys",
      'app: :keys, version: "0.1.0", deps: ["web-x": "~> 1.0", json: [hex: :jason2, only: :prod]]',
      "",
    ),
    "mix.lock": `%{"web-x" => {:hex, :"web-x", "1.0.0", "${SUM}", [:mix], [], "hexpm", "${SUM}"}, json: {:hex, :jason2, "1.0.0"}}`,
  },
  "nothing locked twice over": {
    "mix.exs": mix("Empty", 'app: :empty, version: "0.1.0", deps: []', ""),
    "mix.lock": "%{\n}\n",
  },
};

/** Prints packages and edges of the lockfile as Elixir reads it, and of `deps` as Mix evaluates it. */
export const READ_MIX = `
Mix.start()
{lock, _} = Code.eval_file("mix.lock")
lock = for {key, value} <- lock, into: %{}, do: {to_string(key), value}
name = fn app -> case lock[app] do
  entry when elem(entry, 0) == :hex -> "#{elem(entry, 1)}@#{elem(entry, 2)}"
  _ -> "#{app}@"
end end
for {app, entry} <- lock do
  IO.puts("package #{name.(app)}")
  needs = if elem(entry, 0) == :hex and tuple_size(entry) > 5, do: elem(entry, 5), else: []
  for {need, _, _} <- needs, Map.has_key?(lock, to_string(need)), do: IO.puts("edge #{name.(app)} > #{name.(to_string(need))}")
end
ask = fn folder, config ->
  IO.puts("package #{folder}")
  for dep <- config[:deps] || [] do
    {app, opts} = case dep do
      {app, opts} when is_list(opts) -> {app, opts}
      {app, _} -> {app, []}
      {app, _, opts} -> {app, opts}
    end
    to = if opts[:in_umbrella], do: "apps/#{app}", else: name.(to_string(app))
    IO.puts("edge #{folder} > #{to} #{Enum.join(List.wrap(opts[:only]), ", ")}")
  end
end
config = Mix.Project.in_project(:top, ".", fn _ -> Mix.Project.config() end)
ask.(".", config)
apps = if config[:apps_path], do: File.ls!(config[:apps_path]), else: []
for app <- apps do
  path = Path.join(config[:apps_path], app)
  ask.(path, Mix.Project.in_project(String.to_atom(app), path, fn _ -> Mix.Project.config() end))
end
`;

const rebarApp = (name: string, deps: string): ProjectFiles => ({
  "rebar.config": `{deps, [${deps}]}.\n`,
  [`src/${name}.app.src`]: `{application, ${name}, [{description, "x"}, {vsn, "1.0.0"}, {registered, []}, {applications, [kernel, stdlib]}]}.\n`,
});

/** A server that is nowhere: git is led to repositories that are made for the run. */
export const ERLANG_SERVER = "https://erlang.example.test/";
const git = (name: string) => `{${name}, {git, "${ERLANG_SERVER}${name}", {branch, "main"}}}`;

export const ERLANG_REPOSITORIES: Readonly<Record<string, ProjectFiles>> = {
  low: rebarApp("low", ""),
  mid: rebarApp("mid", git("low")),
  top: rebarApp("top", `${git("mid")}, ${git("low")}`),
};

/** Projects that Rebar locks here. */
export const REBAR: Readonly<Record<string, ProjectFiles>> = {
  "one level": rebarApp("shop", git("low")),
  "three levels": rebarApp("shop", git("top")),
  "asked for twice": rebarApp("shop", `${git("low")}, ${git("mid")}`),
  applications: {
    "rebar.config": "{deps, []}.\n",
    ...below("apps/a", rebarApp("a", git("mid"))),
    ...below("apps/b", rebarApp("b", git("low"))),
  },
  profiles: {
    ...rebarApp("shop", git("low")),
    "rebar.config": `{deps, [${git("low")}]}.\n{profiles, [{test, [{deps, [${git("mid")}]}]}]}.\n`,
  },
};

function below(folder: string, files: ProjectFiles): ProjectFiles {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

/** Prints packages and levels of the lockfile as Erlang reads it. */
export const READ_REBAR = `
{ok, Terms} = file:consult("rebar.lock"),
List = case Terms of [{_, L} | _] -> L; [L | _] -> L; [] -> [] end,
[io:format("~s@~s ~b~n", [
  case S of {pkg, N, _} -> N; {pkg, N, _, _} -> N; _ -> K end,
  case S of {pkg, _, V} -> V; {pkg, _, V, _} -> V; _ -> "" end,
  Level]) || {K, S, Level} <- List],
halt().`;
