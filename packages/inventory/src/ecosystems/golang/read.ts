import { UsageError } from "@assay/core";
import { folderOf, fromLockfileFolder, placeOf } from "../../paths.ts";
import type { ReaderInput } from "../ecosystem.ts";
import type { GoProblem } from "./directives.ts";
import { goGraph } from "./graph.ts";
import { parseGoMod } from "./mod-file.ts";
import { type Member, modIn, readMod } from "./modules.ts";

import { isUsedAbove } from "./used-above.ts";
import { parseGoWork } from "./work-file.ts";

/**
 * The graph of a `go.mod`, with its `go.sum` and `vendor/modules.txt`; none where a `go.work` above uses it: the versions are chosen there.
 * The standard library is no component: neither `go` nor `toolchain` says which one a build has.
 */
export async function readGoMod(input: ReaderInput) {
  const { path, text } = input;
  if (await isUsedAbove(input)) return [];
  const mod = parseGoMod(text);
  const [sum = ""] = besides(path, "go.sum");
  // One without content keeps a folder out of the module above it.
  if (mod.isEmpty && !input.everyPath.includes(sum)) return [];
  if (mod.module === undefined && mod.requirements.size === 0)
    throw new UsageError(`${path} has no line that names its module`);
  const missing: readonly GoProblem[] =
    mod.module === undefined ? [{ reason: "it has no line that names its module" }] : [];
  return [
    await goGraph(input, {
      format: "go-mod",
      members: [{ path, folder: folderOf(path), mod }],
      replacements: mod.replacements.map((each) => ({ ...each, file: path })),
      sums: besides(path, "go.sum"),
      problems: [...mod.problems, ...missing],
    }),
  ];
}

/** The graph of a `go.work`: of all modules that it uses, with one version of each other for all of them. */
export async function readGoWork(input: ReaderInput) {
  const { path, text } = input;
  const work = parseGoWork(text);
  const problems: GoProblem[] = [...work.problems];
  const members: Member[] = [];
  const seen = new Set<string | null>();
  const names = new Set<string>();
  for (const { folder, line } of work.uses) {
    const place = placeOf(path, folder);
    if (seen.has(place)) continue;
    seen.add(place);
    const mod = place === null ? undefined : await readMod(place, input, problems);
    if (place === null) {
      problems.push({ line, reason: "it uses a folder outside the repository" });
    } else if (mod?.module === undefined) {
      problems.push({ line, reason: `${modIn(place)}, which it uses, names no module` });
    } else if (names.has(mod.module)) {
      problems.push({ line, reason: `${modIn(place)} names a module that another one names too` });
    } else {
      names.add(mod.module);
      members.push({ path: modIn(place), folder: place, mod });
      for (const { kind, reason } of mod.problems)
        problems.push({
          ...(kind === undefined ? {} : { kind }),
          reason: `${modIn(place)}: ${reason}`,
        });
    }
  }
  const replaced = new Set(work.replacements.map((each) => each.path));
  if (work.uses.length === 0) problems.push({ reason: "it uses no module" });
  return [
    await goGraph(input, {
      format: "go-work",
      members,
      replacements: [
        ...work.replacements.map((each) => ({ ...each, file: path })),
        ...members.flatMap((member) =>
          member.mod.replacements
            .filter((each) => !replaced.has(each.path))
            .map((each) => ({ ...each, file: member.path })),
        ),
      ],
      sums: [
        ...besides(path, "go.work.sum"),
        ...members.flatMap((member) => besides(member.path, "go.sum")),
      ],
      problems,
    }),
  ];
}

function besides(path: string, name: string): readonly string[] {
  return fromLockfileFolder(path, name) === undefined ? [] : [fromLockfileFolder(path, name) ?? ""];
}
