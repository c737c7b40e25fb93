import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { ExternalError, UsageError } from "@assay/core";
import type { RepositoryFormat } from "./format.ts";
import type { Location } from "./locate.ts";
import { readSmallFile } from "./small-file.ts";

const MAX_HEAD_BYTES = 64 * 1024;
export const MAX_SHALLOW_BYTES = 256 * 1024 * 1024;
const HEAD = /^(?:ref: refs\/[^\n]+|[0-9a-f]{40}|[0-9a-f]{64})\n?$/;

/**
 * The whole configuration that git gets to see. The settings answer what would hide content, start a program or change what is
 * printed, should a later git have other defaults.
 */
const SETTINGS = [
  // Where objects are borrowed from, git would run itself there, with the configuration of that place.
  ["core", "alternateRefsCommand", "exit 0 #"],
  ["core", "askPass", ""],
  ["core", "bigFileThreshold", "512m"],
  ["core", "fsmonitor", "false"],
  ["core", "hooksPath", devNull],
  ["core", "logAllRefUpdates", "false"],
  ["core", "quotePath", "false"],
  ["core", "warnAmbiguousRefs", "false"],
  ["advice", "graftFileDeprecated", "false"],
  ["credential", "helper", ""],
  ["diff", "renames", "true"],
  ["diff", "suppressBlankEmpty", "false"],
  ["fetch", "recurseSubmodules", "false"],
  ["gc", "auto", "0"],
  // A redirect to another host would take the credentials along.
  ["http", "followRedirects", "false"],
  // A server that says nothing for two minutes: git's own helper, which outlives git, gives up.
  ["http", "lowSpeedLimit", "1"],
  ["http", "lowSpeedTime", "120"],
  ["http", "sslVerify", "true"],
  ["i18n", "logOutputEncoding", "UTF-8"],
  ["log", "follow", "false"],
  ["log", "showRoot", "true"],
  ["log", "showSignature", "false"],
  ["maintenance", "auto", "false"],
  ['protocol "ext"', "allow", "never"],
] as const;

/**
 * Makes a git folder of our own for a repository: its objects and refs, under a configuration that is ours alone. Git reads
 * `config`, `hooks` and `info` from its folder and knows no option to leave them out, and any of them may run programs, name
 * servers or hide files. Returns the variables that lead git there.
 *
 * @throws UsageError when `HEAD` is unreadable. @throws ExternalError when the folder can't be made.
 */
export async function makePrivateFolder(
  { gitFolder, commonFolder, workTree }: Location,
  format: RepositoryFormat,
): Promise<Readonly<Record<string, string>>> {
  const head = (await readSmallFile(join(gitFolder, "HEAD"), MAX_HEAD_BYTES))?.toString("utf8");
  if (head === undefined || !HEAD.test(head)) {
    throw new UsageError("The repository's HEAD names neither a branch nor a commit", {
      hint: "Check the repository out again.",
    });
  }
  if (format.refStorage === "reftable" && gitFolder !== commonFolder) {
    throw new ExternalError(
      "The repository is a linked work tree with reftable, which is not read",
      {
        hint: "Run in the main work tree, or clone with `--ref-format=files`.",
      },
    );
  }
  const folder = newFolder();
  const shallow = await readSmallFile(join(commonFolder, "shallow"), MAX_SHALLOW_BYTES);
  const folders = ["refs", "worktrees", ...(format.refStorage === "reftable" ? ["reftable"] : [])];
  const own = readdirSync(gitFolder);
  const common = gitFolder === commonFolder ? own : readdirSync(commonFolder);
  writeFileSync(join(folder, "config"), configText(format, workTree === undefined));
  writeFileSync(join(folder, "HEAD"), head);
  if (shallow !== undefined) writeFileSync(join(folder, "shallow"), shallow);
  for (const name of folders.filter((each) => common.includes(each)))
    symlinkSync(join(commonFolder, name), join(folder, name), "junction");
  if (common.includes("packed-refs")) linkFile(commonFolder, folder, "packed-refs");
  for (const name of own.filter((each) => each.startsWith("sharedindex.")))
    linkFile(gitFolder, folder, name);
  return {
    GIT_DIR: folder,
    GIT_OBJECT_DIRECTORY: join(commonFolder, "objects"),
    ...(workTree === undefined
      ? {}
      : { GIT_WORK_TREE: workTree, GIT_INDEX_FILE: join(gitFolder, "index") }),
  };
}

function configText(format: RepositoryFormat, bare: boolean): string {
  const settings: (readonly [string, string, string])[] = [
    ...SETTINGS,
    ["core", "bare", String(bare)],
    ["core", "repositoryFormatVersion", "1"],
    ["extensions", "objectFormat", format.objectFormat],
    ...(format.refStorage === "files"
      ? []
      : ([["extensions", "refStorage", format.refStorage]] as const)),
    // Whoever it was that promised the missing objects: they are fetched by address.
    ...(format.partial
      ? ([
          ["extensions", "partialClone", "origin"],
          ['remote "origin"', "promisor", "true"],
        ] as const)
      : []),
  ];
  return settings
    .map(([section, name, value]) => `[${section}]\n\t${name} = "${escaped(value)}"\n`)
    .join("");
}

function escaped(value: string): string {
  return value.replace(/[\\"]/g, "\\$&");
}

let parent: string | undefined;
let count = 0;

/** All are below one folder, which goes when the process ends. They hold no secrets. */
function newFolder(): string {
  if (parent === undefined) {
    const made = mkdtempSync(join(tmpdir(), "assay-git-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    parent = made;
  }
  const folder = join(parent, String(count++));
  mkdirSync(folder);
  return folder;
}

/** Windows lets not everybody make links to files. */
function linkFile(from: string, to: string, name: string): void {
  try {
    symlinkSync(join(from, name), join(to, name), "file");
  } catch {
    copyFileSync(join(from, name), join(to, name));
  }
}
