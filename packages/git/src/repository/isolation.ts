import { realpath } from "node:fs/promises";
import { devNull } from "node:os";
import { delimiter, isAbsolute } from "node:path";
import { enclosingCheckout, isInside } from "@assay/core";

type Variables = Readonly<Record<string, string | undefined>>;

/** Without these Windows starts no program at all. */
const WINDOWS_NEEDS = ["SystemRoot", "PATHEXT", "TEMP", "TMP"] as const;

/**
 * The whole environment of a git process: no HOME, no inherited `GIT_*`, no user or system configuration. No protocol is
 * allowed, so that no git process reaches the network by itself (a partial clone would fetch missing objects on its own).
 */
export async function isolatedEnvironment(
  environment: Variables,
  root: string,
): Promise<Record<string, string>> {
  const isolated: Record<string, string> = {
    PATH: await foreignPath(environment["PATH"] ?? environment["Path"] ?? "", root),
    LC_ALL: "C",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_GRAFT_FILE: devNull,
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  };
  for (const name of WINDOWS_NEEDS) {
    const value = environment[name];
    if (value !== undefined) isolated[name] = value;
  }
  return isolated;
}

/** PATH without relative entries and without folders of the checkout: a `git` that the repository brings is never run. */
async function foreignPath(path: string, root: string): Promise<string> {
  const checkout = await enclosingCheckout(root);
  const entries = path.split(delimiter).filter(isAbsolute);
  const real = await Promise.all(entries.map((entry) => realpath(entry).catch(() => entry)));
  return entries.filter((_, index) => !isInside(checkout, real[index] ?? checkout)).join(delimiter);
}

/**
 * Options before the git command. They outrank the repository's own configuration, which isolation does not cover: each
 * line answers a setting that hides content, runs a program or changes what is printed.
 */
export function isolatedOptions(safeDirectories: readonly string[]): string[] {
  const settings = [
    ...safeDirectories.map((folder) => `safe.directory=${folder}`),
    `core.hooksPath=${devNull}`,
    "core.askPass=",
    "core.fsmonitor=false",
    "core.quotePath=false",
    "advice.graftFileDeprecated=false",
    "core.bigFileThreshold=512m",
    "core.warnAmbiguousRefs=false",
    "credential.helper=",
    "diff.renames=true",
    "diff.suppressBlankEmpty=false",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "i18n.logOutputEncoding=UTF-8",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "maintenance.auto=false",
    "protocol.ext.allow=never",
  ];
  return ["--no-pager", ...settings.flatMap((setting) => ["-c", setting])];
}
