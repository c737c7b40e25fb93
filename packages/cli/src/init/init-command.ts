import { resolve } from "node:path";
import { loadSections } from "@assay/action-kit/suite";
import { CONFIG_PATHS, type InputSpecs, UsageError, VERSION, writeInside } from "@assay/core";
import { parseArguments } from "../arguments.ts";
import { commandLineError } from "../run-command.ts";
import { type Terminal, visible } from "../terminal.ts";
import { configTemplate } from "./config-template.ts";
import { detectRepository, ownPin, type Pin } from "./detect.ts";
import { ACTION, workflowTemplate } from "./workflow-template.ts";

const USAGE = `Usage: assay init [folder] [--force] [--pin <commit>]

Writes a commented assay.yml and .github/workflows/assay.yml for the repository in the folder.

  --force         Replace files that are there.
  --pin <commit>  The full commit of ${ACTION} that the workflow uses.
`;

const OPTIONS = {
  force: { type: "boolean", default: false, description: "Replace files that are there." },
  pin: { type: "string", description: "The full commit of Assay that the workflow uses." },
} as const satisfies InputSpecs;

const WORKFLOW = ".github/workflows/assay.yml";
const UNKNOWN_PIN: Pin = { commit: "<full commit SHA>", label: `v${VERSION}` };

/** `assay init [folder]`. */
export async function initCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { explicit, general, positionals, problems } = parseArguments(argv, OPTIONS);
  const { stdout } = terminal;
  if (general.help) {
    stdout.write(USAGE);
    return 0;
  }
  const [folder = ".", second] = positionals;
  const surplus =
    second === undefined ? [] : [`One folder is set up; ${JSON.stringify(second)} is too much`];
  if (problems.length + surplus.length > 0)
    throw commandLineError("init", [...problems, ...surplus]);
  const force = explicit["force"] === "true";
  const pin = readPin(explicit["pin"]) ?? (await ownPin(terminal)) ?? UNKNOWN_PIN;
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
  for (const { path, text, there } of files) {
    if (there && !force) {
      stdout.write(`kept ${path}: it is there already; --force replaces it\n`);
      continue;
    }
    await writeInside(workspace.root, path, text);
    stdout.write(`wrote ${path}\n`);
  }
  stdout.write(`\nfound: default branch ${visible(defaultBranch)}, ${countOf(facts.lockfiles)}\n`);
  for (const { item, reason } of facts.unread)
    stdout.write(`${visible(`not read: ${item} (${reason})`)}\n`);
  if (pin === UNKNOWN_PIN) {
    stdout.write(
      `\nPut the full commit of the ${ACTION} release that you trust where ${WORKFLOW} says ${UNKNOWN_PIN.commit}, or run init with --pin.\n`,
    );
  }
  stdout.write("\nNext: assay check .\n");
  return 0;
}

function readPin(pin: unknown): Pin | undefined {
  if (pin === undefined) return undefined;
  if (typeof pin === "string" && /^[0-9a-f]{40}$/.test(pin)) {
    return { commit: pin, label: `v${VERSION}` };
  }
  throw new UsageError(`\`--pin\` is ${JSON.stringify(pin)}; it must be a full commit`, {
    hint: "Give all 40 hex digits: a tag or a short commit can be moved to other code.",
  });
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
