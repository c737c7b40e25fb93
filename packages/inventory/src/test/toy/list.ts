import { UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import type { Reader } from "../../ecosystems/ecosystem.ts";
import type { Component, Gap } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";

/** `toys.lock`: `toys 1`, then `name version sha256` a line. The file says nothing of what needs what. */
export const readToyList: Reader = async ({ path, text }) => {
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== "toys 1")
    throw new UsageError(`${path} is of the version ${JSON.stringify(header)}; "toys 1" is known`);
  const components: Component[] = [];
  const gaps: Gap[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const location = { path, startLine: index + 2 };
    const [name = "", version, sha256 = "", ...rest] = line.split(" ");
    if (name === "" || version === undefined || rest.length > 0) {
      gaps.push({ kind: "entry", item: `line ${index + 2}`, reason: "it is no entry", location });
      continue;
    }
    components.push({
      id: `${path}#${name}`,
      name,
      version,
      kind: "library",
      ecosystem: "toy",
      purl: buildPurl({ type: "generic", name, version }),
      firstParty: false,
      scope: "runtime",
      artifacts: sha256 === "" ? [] : [{ hashes: [{ algorithm: "SHA-256", value: sha256 }] }],
      location,
      aliases: [],
      flags: [],
    });
  }
  const manifest = fromLockfileFolder(path, "toys.txt");
  return [
    {
      path,
      format: "toys-lock",
      ecosystem: "toy",
      roots: [],
      components,
      edges: [],
      edgeCompleteness: "unknown",
      covers: manifest === undefined ? [] : [manifest],
      gaps,
    },
  ];
};
