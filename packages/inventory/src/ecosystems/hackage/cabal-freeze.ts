import { plural, UsageError } from "@assay/core";
import { buildPurl } from "@assay/purl";
import { assembleGraph } from "../../assemble/graph.ts";
import type { LockNode, LockProblem } from "../../assemble/parts.ts";
import { manifestText } from "../../assemble/stale.ts";
import type { PackageGraph } from "../../graph.ts";
import { fromLockfileFolder } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import { type CabalField, cabalFields } from "./cabal-fields.ts";
import { manifestsBelow } from "./manifest.ts";
import { repositoryNode } from "./repository.ts";

const MAX_LOCATION = 2000;
const PACKAGE = /^(?:any\.|[A-Za-z0-9-]+:setup\.|setup\.)?([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\s+(.+)$/;

/**
 * The packages of a `cabal.project.freeze` (https://cabal.readthedocs.io/en/stable/cabal-commands.html#cabal-freeze): a list, which says
 * nothing of what needs what.
 *
 * @throws UsageError when it has no constraints
 */
export async function readCabalFreeze(input: ReaderInput): Promise<readonly PackageGraph[]> {
  const { fields, odd } = cabalFields(input.text);
  const constraints = fields.filter(
    ({ name, section }) => name === "constraints" && section === "",
  );
  if (constraints.length === 0)
    throw new UsageError(`${input.path} has no field \`constraints\``, {
      hint: "Write it again with `cabal freeze` and commit it.",
    });
  const problems: LockProblem[] = odd.map((line) => ({
    item: `line ${line}`,
    line,
    reason: "it was not understood",
  }));
  const nodes = new Map<string, LockNode>();
  let installed = 0;
  for (const { text, line } of constraints.flatMap(itemsOf)) {
    const [, name = "", what = ""] = PACKAGE.exec(text) ?? [];
    // Flags, and where it comes from, are said of packages that have a line of their own or are the project's.
    if (
      name !== "" &&
      !text.startsWith("any.") &&
      /^[+-][\w-]+(?:\s+[+-][\w-]+)*$|^(?:source|test|bench)$/.test(what)
    )
      continue;
    const versions = what.split("||").map((part) => /^\s*==\s*(\d+(?:\.\d+)*)\s*$/.exec(part)?.[1]);
    if (name === "" || (what !== "installed" && versions.includes(undefined))) {
      problems.push({
        item: name === "" ? `line ${line}` : name,
        line,
        reason: "it is no package in one version",
      });
      continue;
    }
    if (what === "installed") installed++;
    for (const version of what === "installed" ? [undefined] : versions) {
      const key = version === undefined ? name : `${name} ${version}`;
      if (nodes.has(key)) problems.push({ item: key, line, reason: "it stands in the file twice" });
      else nodes.set(key, hackageNode(key, name, version, line));
    }
  }
  if (installed > 0)
    problems.push({
      reason: `the versions of ${plural(installed, "package")} that the compiler brings do not stand in it`,
      identity: "",
    });
  const repositories = await sourceRepositories(input);
  return [
    assembleGraph({
      path: input.path,
      format: "cabal",
      ecosystem: "hackage",
      roots: [],
      nodes: [...nodes.values(), ...repositories.nodes],
      edges: [],
      edgeCompleteness: "unknown",
      problems: [...problems, ...repositories.problems],
      covers: manifestsBelow(input),
      integrityAdvice: false,
    }),
  ];
}

/** The parts of a list, each with the line on which it begins. */
function itemsOf({ lines }: CabalField) {
  const items: { readonly text: string; readonly line: number }[] = [];
  let open = "";
  let start = 0;
  for (const { text, line } of lines) {
    const parts = text.split(",");
    for (const [index, part] of parts.entries()) {
      if (open === "") start = line;
      open = `${open} ${part}`.trim();
      if (index === parts.length - 1) continue;
      if (open !== "") items.push({ text: open, line: start });
      open = "";
    }
  }
  if (open !== "") items.push({ text: open, line: start });
  return items;
}

function hackageNode(
  key: string,
  name: string,
  version: string | undefined,
  line: number,
): LockNode {
  const purl = buildPurl({ type: "hackage", name, version });
  return {
    key,
    name,
    version,
    line,
    firstParty: false,
    purl,
    ...(version === undefined ? {} : { download: "unchecked" }),
  };
}

/** Repositories that the project itself names: a freeze lists nothing of them. */
async function sourceRepositories(input: ReaderInput) {
  const path = fromLockfileFolder(input.path, "cabal.project") ?? "cabal.project";
  const nodes: LockNode[] = [];
  const problems: LockProblem[] = [];
  if (!input.paths.includes(path)) return { nodes, problems };
  const { text, problems: unread } = await manifestText(path, input);
  const sections = new Map<number, Map<string, string>>();
  for (const { name, section, number, lines } of cabalFields(text ?? "").fields) {
    if (section !== "source-repository-package") continue;
    const own = sections.get(number) ?? new Map<string, string>();
    sections.set(
      number,
      own.set(
        name,
        lines
          .map((each) => each.text)
          .join(" ")
          .trim(),
      ),
    );
  }
  for (const fields of sections.values()) {
    const location = (fields.get("location") ?? "").slice(0, MAX_LOCATION);
    for (const subdir of (fields.get("subdir") ?? "").split(/[\s,]+/)) {
      const name =
        /([^/:]+?)(?:\.git)?\/?$/.exec(subdir === "" ? location : subdir)?.[1] ?? location;
      const { node, problem } = repositoryNode({
        key: `${location}${subdir === "" ? "" : `#${subdir}`}`,
        name,
        version: undefined,
        line: undefined,
        type: fields.get("type"),
        url: location,
        commit: fields.get("tag"),
        subdir,
      });
      nodes.push(node);
      if (problem !== undefined) problems.push({ node, reason: `${problem} (${path})` });
    }
  }
  return { nodes, problems: [...problems, ...unread] };
}
