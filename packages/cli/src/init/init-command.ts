import { join, resolve } from "node:path";
import { CONFIG_PATHS, type InputSpecs } from "@assay/core";
import { writeInside } from "@assay/runtime";
import { loadSections } from "@assay/suite";
import { parseArguments } from "../arguments.ts";
import { commandLineError } from "../run-command.ts";
import { type Terminal, visible } from "../terminal.ts";
import { BASELINE, configTemplate } from "./config-template.ts";
import { detectRepository } from "./detect.ts";
import { ACTION, choosePin } from "./pin.ts";
import { workflowTemplate } from "./workflow-template.ts";

export const INIT_USAGE = `Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${ACTION} that the workflow uses. Without it: that of the
                  clone of Assay that runs, where it is one.
`;

const OPTIONS = {
  force: { type: "boolean", default: false, description: "Replace files that are there." },
  pin: { type: "string", description: "The full commit of Assay that the workflow uses." },
} as const satisfies InputSpecs;

const WORKFLOW = ".github/workflows/assay.yml";

/** `assay init [folder]`. */
export async function initCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
  const { stdout } = terminal;
  if (general.help) {
    stdout.write(INIT_USAGE);
    return 0;
  }
  const [folder = ".", second] = positionals;
  const surplus =
    second === undefined ? [] : [`One folder is set up; ${JSON.stringify(second)} is too much`];
  if (problems.length + surplus.length > 0)
    throw commandLineError("init", [...problems, ...surplus]);
  const force = explicit["force"] === "true";
  const pin = await choosePin(explicit["pin"], terminal);
  const facts = await detectRepository(resolve(terminal.cwd, folder), terminal);
  const { workspace, defaultBranch } = facts;
  const existing = await firstPresent(workspace, CONFIG_PATHS);
  const config = configTemplate(facts, await loadSections());
  const files = [
    { path: existing ?? "assay.yml", text: config, there: existing !== undefined },
    {
      path: WORKFLOW,
      text: workflowTemplate({ defaultBranch, pin }),
      there: (await firstPresent(workspace, [WORKFLOW])) !== undefined,
    },
  ];
  const written = new Set<string>();
  for (const { path, text, there } of files) {
    if (there && !force) {
      stdout.write(`kept ${path}: it is there already; --force replaces it\n`);
      continue;
    }
    await writeInside(workspace.root, path, text);
    written.add(path);
    stdout.write(`wrote ${path}\n`);
  }
  stdout.write(`\nfound: default branch ${visible(defaultBranch)}, ${countOf(facts.lockfiles)}\n`);
  for (const { item, reason } of facts.unread)
    stdout.write(`${visible(`not read: ${item} (${reason})`)}\n`);
  if (written.has(WORKFLOW) && pin.doubt !== undefined) {
    stdout.write(`\nwarning: ${WORKFLOW}: ${pin.doubt}\n`);
  }
  for (const { path, advice } of facts.existing)
    stdout.write(`${visible(`found: ${path}. ${advice}`)}\n`);
  const check = `${terminal.program} check ${folder}`;
  stdout.write(`\nNext: ${visible(check)}\n`);
  stdout.write(
    `If that finds more than you can fix now: ${visible(`${check} --format json > ${join(folder, BASELINE)}`)}, then \`baseline: ${BASELINE}\` in ${existing ?? "assay.yml"}.\n`,
  );
  return 0;
}

async function firstPresent(
  workspace: Awaited<ReturnType<typeof detectRepository>>["workspace"],
  paths: readonly string[],
): Promise<string | undefined> {
  for (const path of paths) {
    if ((await workspace.readIfPresent(path)) !== undefined) return path;
  }
  return undefined;
}

function countOf(lockfiles: readonly string[]): string {
  if (lockfiles.length === 0) return "no lockfile";
  return `${lockfiles.length} lockfile${lockfiles.length === 1 ? "" : "s"} (${visible(lockfiles.slice(0, 5).join(", "))})`;
}
