import { deepStrictEqual as equal } from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peersFolder } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { packagesOf, readRoot } from "./read-root.ts";

const FIELDS = [
  "Package",
  "Version",
  "Architecture",
  "source:Package",
  "source:Version",
  "db:Status-Status",
];
const QUERY = `${FIELDS.map((name) => `\${${name}}`).join(" ")}\\n`;
/** dpkg lists these too: what they had is removed, or was never there. */
const ABSENT = /(?:config-files|not-installed)$/;
const MIRROR = "http://deb.debian.org/debian";

interface Deb {
  readonly name: string;
  readonly version: string;
  readonly arch?: string;
  readonly more?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly postinst?: string;
}

const DEBS: readonly Deb[] = [
  { name: "plain", version: "1.0", files: { "usr/share/plain/data": "x" } },
  { name: "rebuilt", version: "1:2.0-1+b2", more: ["Source: rebuilt-src (1:2.0-1)"] },
  { name: "libmulti", version: "3~rc1-1", more: ["Multi-Arch: same", "Source: multi"] },
  {
    name: "libmulti",
    version: "3~rc1-1",
    arch: "i386",
    more: ["Multi-Arch: same", "Source: multi"],
  },
  { name: "every", version: "5", arch: "all", more: ["Depends: plain"] },
  { name: "held", version: "6" },
  { name: "removed", version: "7", files: { "etc/removed.conf": "x" } },
  { name: "purged", version: "8", files: { "etc/purged.conf": "x" } },
  { name: "half", version: "9", postinst: "exit 1" },
  { name: "fresh", version: "10" },
];

export const dpkgCases: readonly InteropCase[] = [
  {
    name: "every state that dpkg leaves a package in, as dpkg-query names it",
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "assay-dpkg-"));
      try {
        const root = stateRoot(folder);
        const all = query(root);
        equal(
          new Set(all.map((line) => line.split(" ").at(-1))),
          new Set(["installed", "half-configured", "unpacked", "config-files"]),
        );
        equal(
          packagesOf(await readRoot(root), "deb"),
          all.filter((line) => !ABSENT.test(line)),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
  {
    name: "entries of a distroless image, as dpkg-query names the packages that they are of",
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), "assay-distroless-"));
      try {
        const image = await readRoot(distrolessRoot(folder));
        equal(packagesOf(image, "deb"), query(debianRoot()));
        equal(image.skipped, []);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
  {
    name: "a system of Debian by debootstrap, as dpkg-query names it; its Python packages are parts of its own",
    run: async () => {
      const root = debianRoot();
      const image = await readRoot(root);
      equal(packagesOf(image, "deb"), query(root));
      const parts = [...image.parts.values()].flat().map(({ component }) => component.purl);
      equal(parts.includes("pkg:pypi/requests@2.28.1"), true);
      equal(image.unidentified, []);
      equal(image.skipped, []);
      const purls = [...image.components.values()].map(({ component }) => component.purl ?? "");
      equal(
        purls.filter(
          (purl) => !/^pkg:deb\/debian\/[^?]+\?arch=(?:amd64|all)&distro=debian-12/.test(purl),
        ),
        [],
      );
    },
  },
];

/** A root with packages in every state that dpkg leaves them in. */
export function stateRoot(folder: string): string {
  const root = join(folder, "root");
  for (const each of ["info", "updates", "triggers"])
    mkdirSync(join(root, "var/lib/dpkg", each), { recursive: true });
  for (const each of ["status", "available"]) writeFileSync(join(root, "var/lib/dpkg", each), "");
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/os-release"), "ID=debian\nVERSION_ID=12\n");
  const dpkg = (...args: string[]) =>
    spawnSync("dpkg", [
      `--root=${root}`,
      "--force-script-chrootless",
      "--force-not-root",
      "--force-depends",
      ...args,
    ]);
  const debs = new Map(DEBS.map((deb) => [deb, build(folder, deb)]));
  const file = (name: string) =>
    [...debs].filter(([deb]) => deb.name === name).map(([, path]) => path);
  dpkg("--add-architecture", "i386");
  dpkg("--install", ...[...debs].filter(([{ name }]) => name !== "fresh").map(([, path]) => path));
  dpkg("--unpack", ...file("fresh"));
  dpkg("--remove", "removed", "purged");
  dpkg("--purge", "purged");
  execFileSync("dpkg", [`--root=${root}`, "--set-selections"], { input: "held hold\n" });
  return root;
}

/** What distroless images have in place of a database: the entries of real packages, a file each, with their checksums. */
export function distrolessRoot(folder: string): string {
  const from = debianRoot();
  const root = join(folder, "root");
  const entries = join(root, "var/lib/dpkg/status.d");
  mkdirSync(entries, { recursive: true });
  mkdirSync(join(root, "etc"));
  cpSync(join(from, "usr/lib/os-release"), join(root, "etc/os-release"));
  const status = readFileSync(join(from, "var/lib/dpkg/status"), "utf8");
  for (const entry of status.trim().split("\n\n")) {
    const name = /^Package: (.*)$/m.exec(entry)?.[1] ?? "";
    writeFileSync(join(entries, name), `${entry.replace(/^Status: .*\n/m, "")}\n`);
    const sums = join(from, "var/lib/dpkg/info", `${name}.md5sums`);
    if (existsSync(sums)) cpSync(sums, join(entries, `${name}.md5sums`));
  }
  return root;
}

/** Made once, and kept with the peers. */
export function debianRoot(): string {
  const root = join(peersFolder(), "debian-root");
  const done = join(root, "var/lib/dpkg/done");
  try {
    if (readdirSync(join(root, "var/lib/dpkg")).includes("done")) return root;
  } catch {
    // Not made yet.
  }
  const tool = join(peersFolder(), "debootstrap");
  mkdirSync(tool, { recursive: true });
  execFileSync("apt-get", ["download", "debootstrap"], { cwd: tool, stdio: "ignore" });
  for (const deb of readdirSync(tool).filter((name) => name.endsWith(".deb")))
    execFileSync("dpkg", ["-x", join(tool, deb), tool]);
  const script = join(tool, "usr/sbin/debootstrap");
  execFileSync(
    "sh",
    [
      script,
      "--variant=minbase",
      "--include=python3-requests,ca-certificates,perl",
      "bookworm",
      root,
      MIRROR,
    ],
    {
      env: { ...process.env, DEBOOTSTRAP_DIR: join(tool, "usr/share/debootstrap") },
      stdio: "ignore",
    },
  );
  writeFileSync(done, "");
  return root;
}

function query(root: string): readonly string[] {
  const text = execFileSync(
    "dpkg-query",
    [`--admindir=${join(root, "var/lib/dpkg")}`, "-W", `-f=${QUERY}`],
    {
      encoding: "utf8",
    },
  );
  return text
    .split("\n")
    .filter((line) => line !== "")
    .sort();
}

function build(
  folder: string,
  { name, version, arch = "amd64", more = [], files = {}, postinst }: Deb,
): string {
  const tree = join(folder, `${name}-${arch}`);
  mkdirSync(join(tree, "DEBIAN"), { recursive: true });
  const control = [
    `Package: ${name}`,
    `Version: ${version}`,
    `Architecture: ${arch}`,
    "Maintainer: Nobody <nobody@example.com>",
    "Description: a package",
    ...more,
  ];
  writeFileSync(join(tree, "DEBIAN/control"), `${control.join("\n")}\n`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(tree, path, ".."), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const conf = Object.keys(files).filter((path) => path.startsWith("etc/"));
  if (conf.length > 0)
    writeFileSync(join(tree, "DEBIAN/conffiles"), conf.map((path) => `/${path}\n`).join(""));
  if (postinst !== undefined)
    writeFileSync(join(tree, "DEBIAN/postinst"), `#!/bin/sh\n${postinst}\n`, { mode: 0o755 });
  const deb = `${tree}.deb`;
  execFileSync("dpkg-deb", ["-b", tree, deb], { stdio: "ignore" });
  return deb;
}
