import { UsageError } from "@assay/core";
import type { Edge } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { purlOf } from "../../purl.ts";
import type { ImageReader } from "../../reader.ts";
import { componentOf, isNamed, textOfFile } from "../record.ts";

const MAX_BYTES = 1024 * 1024;
const MAX_NEEDS = 1000;

interface ErlangApplication {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly string[];
}

/** `lib/<name>-<version>/ebin/<name>.app`, as releases and Erlang itself have it. */
const RECORD = /(?:^|\/)([a-z]\w*)-[^/]+\/ebin\/\1\.app$/;

/** What comes with Erlang or Elixir, in their own versions: https://www.erlang.org/doc/applications.html */
const BUNDLED: ReadonlySet<string> = new Set(
  "asn1 common_test compiler crypto debugger dialyzer diameter edoc eldap erl_docgen erl_interface et eunit ftp inets jinterface kernel megaco mnesia observer odbc os_mon parsetools public_key reltool runtime_tools sasl snmp ssh ssl stdlib syntax_tools tftp tools wx xmerl eex elixir ex_unit iex logger mix".split(
    " ",
  ),
);

/** Applications of Erlang and Elixir in their releases: https://www.erlang.org/doc/apps/kernel/app.html */
export const erlangInstalled: ImageReader<ErlangApplication> = {
  id: "erlang",
  wants: ({ path }) => path.endsWith(".app") && RECORD.test(path),
  extract: async (file) => {
    const text = await textOfFile(file, MAX_BYTES);
    const [, name] = /\{\s*application\s*,\s*'?(\w{1,255})'?\s*,/.exec(text) ?? [];
    const [, version] = /\{\s*vsn\s*,\s*"([^"]{1,200})"\s*\}/.exec(text) ?? [];
    if (name === undefined || version === undefined || !isNamed(name, version))
      throw new UsageError(`${file.path} names no application and version`);
    const start = text.search(/\{\s*applications\s*,\s*\[/);
    const list = start < 0 ? "" : text.slice(text.indexOf("[", start), text.indexOf("]", start));
    return { name, version, needs: (list.match(/\w+/g) ?? []).slice(0, MAX_NEEDS) };
  },
  assemble: async (facts) => {
    const releaseOf = (path: string) => folderOf(folderOf(folderOf(path)));
    const idOf = (path: string, { name, version }: ErlangApplication) =>
      `${path}#${name}@${version}`;
    const byName = new Map(
      facts.map(({ path, fact }) => [`${releaseOf(path)} ${fact.name}`, idOf(path, fact)]),
    );
    const edges = facts.flatMap(({ path, fact }) =>
      fact.needs.flatMap((name): readonly Edge[] => {
        const to = byName.get(`${releaseOf(path)} ${name}`);
        return to === undefined ? [] : [{ from: idOf(path, fact), to, kind: "runtime" }];
      }),
    );
    return {
      components: facts.map(({ fact: { name, version }, ...place }) =>
        componentOf(place, {
          name,
          version,
          ecosystem: "hex",
          ...(BUNDLED.has(name)
            ? { flags: ["bundled"] }
            : { purl: purlOf({ type: "hex", name, version }) }),
        }),
      ),
      edges: sortedEdges(edges),
      // What it was built with lies in `priv/` beside `ebin/`.
      explained: facts.map(({ path }) => `${folderOf(folderOf(path))}/`),
    };
  },
};
