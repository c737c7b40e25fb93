import { isRecord, UsageError } from "@assay/core";
import type { Edge } from "../../../graph.ts";
import { folderOf } from "../../../paths.ts";
import { sortedEdges } from "../../../sorted-edges.ts";
import { componentOf, isNamed, parseJson, textOfFile } from "../../language/record.ts";
import { purlOf } from "../../purl.ts";
import type { ImageReader } from "../../reader.ts";

interface Toy {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly string[];
}

const MAX_BYTES = 1024 * 1024;

/** `toybox/<name>/toy.json`, which `toys install` writes. */
const RECORD = /(?:^|\/)toybox\/[^/]+\/toy\.json$/;

export const toysInstalled: ImageReader<Toy> = {
  id: "toys",
  wants: ({ path }) => path.endsWith(".json") && RECORD.test(path),
  extract: async (file) => {
    const said = parseJson(file.path, await textOfFile(file, MAX_BYTES));
    const { name, version, needs = [] } = isRecord(said) ? said : {};
    if (typeof name !== "string" || typeof version !== "string" || !isNamed(name, version))
      throw new UsageError(`${file.path} names no toy and version`);
    const names = Array.isArray(needs) ? needs.filter((each) => typeof each === "string") : [];
    return { name, version, needs: names };
  },
  assemble: async (facts) => {
    const toys = facts.map(({ fact, ...place }) => {
      const { name, version } = fact;
      const purl = purlOf({ type: "generic", name, version });
      return { fact, place, made: componentOf(place, { name, version, purl, ecosystem: "toy" }) };
    });
    const boxOf = (path: string) => folderOf(folderOf(path));
    const ids = new Map(
      toys.map(({ fact, place, made }) => [`${boxOf(place.path)} ${fact.name}`, made.component.id]),
    );
    const edges = toys.flatMap(({ fact, place, made }) =>
      fact.needs.flatMap((name): readonly Edge[] => {
        const to = ids.get(`${boxOf(place.path)} ${name}`);
        return to === undefined ? [] : [{ from: made.component.id, to, kind: "runtime" }];
      }),
    );
    return {
      components: toys.map(({ made }) => made),
      edges: sortedEdges(edges),
      // Programs beside the record came with the toy.
      explained: toys.map(({ place }) => `${folderOf(place.path)}/`),
    };
  },
};
