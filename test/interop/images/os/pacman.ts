import { deepStrictEqual as equal } from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peersFolder } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { readRoot } from "./read-root.ts";

/** Debian's build of pacman, and the libraries that it needs. */
const DEBS = ["pacman-package-manager", "libalpm13", "libgpgme11", "libassuan0"];

export const pacmanCases: readonly InteropCase[] = [
  {
    name: "a database that pacman made, as pacman -Q and -Qe name it",
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "assay-pacman-"));
      try {
        const { root, pacman } = pacmanRoot(folder);
        const image = await readRoot(root);
        const ours = [...image.components.values()].filter(
          ({ component }) => component.ecosystem === "alpm",
        );
        const lines = (...args: string[]) =>
          pacman(...args)
            .split("\n")
            .filter((line) => line !== "")
            .sort();
        const named = (all: typeof ours) =>
          all.map(({ component: { name, version } }) => `${name} ${version}`).sort();
        equal(named(ours), lines("-Q"));
        equal(named(ours.filter(({ component }) => component.direct)), lines("-Qe"));
        equal(
          image.inventory.graphs.flatMap(({ edges }) =>
            edges.map(({ from, to }) => `${from} ${to}`),
          ),
          ["alpm:tool:2:1.0-1:x86_64 alpm:library:1.1-1:x86_64"],
        );
        equal(image.skipped, []);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
];

function pacmanRoot(folder: string) {
  const root = join(folder, "root");
  const database = join(root, "var/lib/pacman");
  mkdirSync(database, { recursive: true });
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/os-release"), "ID=arch\n");
  const config = join(folder, "pacman.conf");
  writeFileSync(config, "[options]\nArchitecture = auto\nSigLevel = Never\n");
  const tool = debianTool();
  const pacman = (...args: string[]) =>
    execFileSync(
      join(tool, "usr/bin/pacman"),
      ["--config", config, "--root", root, "--dbpath", database, ...args],
      {
        encoding: "utf8",
        env: { ...process.env, LD_LIBRARY_PATH: join(tool, "usr/lib/x86_64-linux-gnu") },
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  const library = archive(folder, "library", "1.1-1", ["provides = liblibrary.so=1-64"]);
  const program = archive(folder, "tool", "2:1.0-1", [
    "depend = liblibrary.so=1-64",
    "pkgbase = tools",
  ]);
  pacman("-U", "-dd", "--noconfirm", "--asdeps", library);
  pacman("-U", "-dd", "--noconfirm", program);
  return { root, pacman };
}

function archive(folder: string, name: string, version: string, more: readonly string[]): string {
  const tree = join(folder, name);
  mkdirSync(join(tree, "usr/share", name), { recursive: true });
  writeFileSync(join(tree, "usr/share", name, "data"), name);
  const fields = [
    `pkgname = ${name}`,
    `pkgver = ${version}`,
    "arch = x86_64",
    "license = MIT",
    "size = 1",
    ...more,
  ];
  writeFileSync(join(tree, ".PKGINFO"), `${fields.join("\n")}\n`);
  const file = `${tree}.pkg.tar.gz`;
  execFileSync("tar", ["-C", tree, "-czf", file, ".PKGINFO", "usr"]);
  return file;
}

function debianTool(): string {
  const folder = join(peersFolder(), "pacman");
  if (existsSync(join(folder, "usr/bin/pacman"))) return folder;
  mkdirSync(folder, { recursive: true });
  execFileSync("apt-get", ["download", ...DEBS], { cwd: folder, stdio: "ignore" });
  for (const deb of readdirSync(folder).filter((name) => name.endsWith(".deb")))
    execFileSync("dpkg", ["-x", join(folder, deb), folder]);
  return folder;
}
