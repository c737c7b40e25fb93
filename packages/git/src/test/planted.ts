import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { newFolder } from "./repository.ts";

/** A program that leaves a trace, and configurations that name it wherever git documents a command. For tests only. */
export interface Planted {
  readonly program: string;
  /** What was run: arguments, line by line. */
  ran(): string;
  /** Every setting whose value git runs, and those that make it do so, as the text of a configuration file. */
  readonly commands: string;
  /** Settings that lead git to other places, where a command waits. */
  readonly detours: string;
  /** Every setting that the installed git knows, each with the command as its value, whatever its type. */
  readonly everything: string;
  /** Attributes that name the planted drivers for every file. */
  readonly attributes: string;
}

/** Sections and names of git-config(1) whose value is a command, started by a shell or as a program. */
const COMMANDS = [
  ["core", "alternateRefsCommand"],
  ["core", "askPass"],
  ["core", "editor"],
  ["core", "fsmonitor"],
  ["core", "gitProxy"],
  ["core", "pager"],
  ["core", "sshCommand"],
  ["browser.w", "cmd"],
  ["browser.w", "path"],
  ["credential", "helper"],
  ["diff", "external"],
  ["diff.evil", "command"],
  ["diff.evil", "textconv"],
  ["difftool.t", "cmd"],
  ["difftool.t", "path"],
  ["filter.evil", "clean"],
  ["filter.evil", "smudge"],
  ["filter.evil", "process"],
  ["gpg", "program"],
  ["gpg.openpgp", "program"],
  ["gpg.ssh", "program"],
  ["gpg.ssh", "defaultKeyCommand"],
  ["gpg.x509", "program"],
  ["guitool.g", "cmd"],
  ["imap", "tunnel"],
  ["instaweb", "httpd"],
  ["interactive", "diffFilter"],
  ["man.m", "cmd"],
  ["man.m", "path"],
  ["merge.evil", "driver"],
  ["mergetool.t", "cmd"],
  ["mergetool.t", "path"],
  ["pager", "log"],
  ["pager", "diff"],
  ["pager", "for-each-ref"],
  ["receive", "procReceiveRefs"],
  ["remote.origin", "receivepack"],
  ["remote.origin", "uploadpack"],
  ["sendemail", "sendmailCmd"],
  ["sendemail", "smtpServer"],
  ["sendemail", "toCmd"],
  ["sendemail", "ccCmd"],
  ["sendemail", "headerCmd"],
  ["sequence", "editor"],
  ["tar.tgz", "command"],
  ["trailer.t", "cmd"],
  ["trailer.t", "command"],
  ["uploadpack", "packObjectsHook"],
  ["web", "browser"],
] as const;

const HOOKS = [
  ...["post-checkout", "post-index-change", "post-merge", "post-rewrite", "post-update"],
  ...["pre-auto-gc", "pre-commit", "pre-push", "proc-receive", "reference-transaction", "update"],
  ...["fsmonitor-watchman", "push-to-checkout", "pre-receive", "post-receive"],
];

export function plantedCommands(): Planted {
  const folder = newFolder();
  const program = join(folder, "canary");
  const trace = join(folder, "ran");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`);
  chmodSync(program, 0o755);
  const hooks = join(folder, "hooks");
  plantHooks(hooks, program);
  const awakening = [
    // They make git use what is named.
    ["core", "hooksPath", hooks],
    ["log", "showSignature", "true"],
    ["gc", "auto", "1"],
    ["maintenance", "auto", "true"],
    ["maintenance", "strategy", "incremental"],
    ["submodule", "recurse", "true"],
    ["fetch", "recurseSubmodules", "true"],
    ["alias", "log", `!${program}`],
    ["alias", "x", `!${program}`],
    ["init", "templateDir", folder],
    ["submodule.module", "update", `!${program}`],
  ] as const;
  const elsewhere = [
    ["protocol", "allow", "always"],
    ["protocol.ext", "allow", "always"],
    [`url.ext::${program} `, "insteadOf", "http"],
    [`url.ext::${program} %S `, "insteadOf", "/"],
    ["bundle", "version", "1"],
    ["bundle.b", "uri", `ext::${program}`],
    ["fetch", "bundleURI", `ext::${program}`],
    ["remote.origin", "vcs", "ext"],
    ["remote.origin", "promisor", "true"],
    ["remote.evil", "url", `ext::${program}`],
    ["remote.evil", "promisor", "true"],
    ["remote.evil", "uploadpack", program],
  ] as const;
  const text = (settings: readonly (readonly [string, string, string])[]) =>
    settings.map(([section, name, value]) => setting(section, name, value)).join("");
  const commands = text([
    ...COMMANDS.map(([section, name]) => [section, name, program] as const),
    ...awakening,
  ]);
  return {
    program,
    ran: () => (existsSync(trace) ? readFileSync(trace, "utf8") : ""),
    commands,
    detours: text(elsewhere),
    everything: text(knownSettings().map(([section, name]) => [section, name, program] as const)),
    attributes: "* diff=evil filter=evil merge=evil\n",
  };
}

/** Hooks in a folder, each of them the program. */
export function plantHooks(folder: string, program: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of HOOKS) {
    const hook = join(folder, name);
    writeFileSync(hook, `#!/bin/sh\nexec '${program}' ${name}\n`);
    chmodSync(hook, 0o755);
  }
}

/** A folder that git takes for a bare repository, out of files that can be committed. */
export function plantBare(
  folder: string,
  config: string,
  { shallow, alternate }: { readonly shallow: boolean; readonly alternate: string },
): void {
  const bare = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n";
  const files = {
    HEAD: "ref: refs/heads/main\n",
    config: `${bare}${config}`,
    "objects/info/alternates": `${alternate}\n`,
    "objects/pack/keep": "",
    "refs/heads/keep": "",
    ...(shallow ? { shallow: `${"1".repeat(40)}\n` } : {}),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** All names that the installed git knows, placeholders filled in. The format of a repository is none of its settings. */
function knownSettings(): readonly (readonly [string, string])[] {
  const names = execFileSync("git", ["help", "--config"], { encoding: "utf8" }).split("\n");
  return names
    .map((name) => name.trim())
    .filter((name) => /^[a-z][\w.<>*-]+\.[\w<>*-]+$/i.test(name))
    .filter(
      (name) => !/^(?:extensions|include|includeIf|core\.repositoryFormatVersion)/i.test(name),
    )
    .map((name) => {
      const filled = name
        .replace(/<driver>/, "evil")
        .replace(/<(?:name|remote)>/, "origin")
        .replace(/<url>/, "http://127.0.0.1")
        .replace(/<msg-id>|<cmd>|<command>|\*$/, "log")
        .replace(/<[^>]*>/, "x");
      const dot = filled.lastIndexOf(".");
      return [filled.slice(0, dot), filled.slice(dot + 1)] as const;
    });
}

/** `section` may have a subsection after its first dot. */
export function setting(section: string, name: string, value: string): string {
  const dot = section.indexOf(".");
  const header =
    dot < 0 ? `[${section}]` : `[${section.slice(0, dot)} "${section.slice(dot + 1)}"]`;
  return `${header}\n\t${name} = "${value}"\n`;
}
