import { deepStrictEqual as equal } from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { peersFolder } from "../../peers.ts";
import type { InteropCase } from "../../suite.ts";
import { packagesOf, readRoot } from "./read-root.ts";

const QUERY = "%{NAME} %|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE} %{ARCH} %{SOURCERPM}\\n";

/** Built and installed by rpm itself: epochs, architectures, several versions of one name, parts of one source, long lists of files. */
const SPECS = [
  spec("alpha", {
    epoch: 2,
    version: "1.0",
    release: "3",
    license: "GPLv2+ and MIT",
    more: "Requires: beta >= 1, (gamma or beta)\nProvides: virtual-alpha = 5, config(big)",
  }),
  spec("beta", { version: "1.2~rc1", release: "1", arch: "noarch", files: 500, part: "libs" }),
  spec("kernel", { version: "6.1", release: "1" }),
  spec("kernel", { version: "6.2", release: "1" }),
  spec("user", {
    version: "1",
    release: "1",
    more: "Requires: /usr/share/beta-1.2~rc1/file-7, config(big), virtual-alpha, kernel",
  }),
  spec("zero", { epoch: 0, version: "0", release: "0^git1" }),
  spec("big", { version: "1", release: "1", files: 6000 }),
];

export const rpmCases: readonly InteropCase[] = [
  {
    name: "a database of SQLite that rpm made, as rpm -qa names it",
    run: () => withDatabase(async (root, path) => await expectSame(root, path)),
  },
  {
    name: "what needs what, as rpm says who provides it",
    run: () =>
      withDatabase(async (root, path) => {
        const ask = (...args: string[]) =>
          rpm(["--dbpath", path, ...args])
            .split("\n")
            .filter((line) => line !== "");
        const expected = new Set<string>();
        for (const name of new Set(ask("-qa", "--qf", "%{NAME}\\n")))
          for (const needed of new Set(ask("-q", "--qf", "[%{REQUIRENAME}\\n]", name))) {
            if (needed.startsWith("(") || needed.startsWith("rpmlib(")) continue;
            const { stdout } = spawnSync(
              "rpm",
              ["--dbpath", path, "-q", "--qf", "%{NAME}\\n", "--whatprovides", needed],
              { encoding: "utf8" },
            );
            for (const provider of stdout.split("\n"))
              if (/^[a-z-]+$/.test(provider) && provider !== name)
                expected.add(`${name} ${provider}`);
          }
        const { components, inventory } = await readRoot(root);
        const nameOf = (id: string) => components.get(id)?.component.name;
        const edges = inventory.graphs.flatMap((graph) => graph.edges);
        equal(
          [...new Set(edges.map(({ from, to }) => `${nameOf(from)} ${nameOf(to)}`))].sort(),
          [...expected].sort(),
        );
        equal(expected.size > 2, true);
      }),
  },
  {
    name: "packages that rpm committed to the write-ahead log alone",
    run: () =>
      withDatabase(async (root, path) => {
        // A reader of what was before keeps SQLite from putting the log into the file.
        const open = new DatabaseSync(join(path, "rpmdb.sqlite"), { readOnly: true });
        open.exec("BEGIN");
        open.prepare("SELECT count(*) FROM Packages").get();
        const before = packagesOf(await readRoot(root), "rpm").length;
        rpm(["-e", "--justdb", "--nodeps", "--noscripts", "zero", "--dbpath", path]);
        rpm([
          "-i",
          "--justdb",
          "--nodeps",
          "--dbpath",
          path,
          ...built().filter((file) => /late/.test(file)),
        ]);
        equal(statSync(join(path, "rpmdb.sqlite-wal")).size > 0, true);
        const copy = `${root}-copy`;
        cpSync(root, copy, { recursive: true });
        open.close();
        await expectSame(copy, path);
        equal(packagesOf(await readRoot(copy), "rpm").length, before);
        rmSync(copy, { recursive: true });
      }),
  },
  ...[1234, 4321].map(
    (order): InteropCase => ({
      name: `a database of Berkeley DB in the byte order ${order}, as rpm -qa names it`,
      run: () =>
        withDatabase(async (root, path) => {
          toBerkeleyDb(path, order);
          await expectSame(root, path, ["--define", "_db_backend bdb_ro"]);
        }),
    }),
  ),
];

async function expectSame(
  root: string,
  path: string,
  options: readonly string[] = [],
): Promise<void> {
  const text = rpm([...options, "-qa", "--dbpath", path, "--qf", QUERY]);
  const expected = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("gpg-pubkey"))
    .map((line) => {
      const [name, version, arch, source = ""] = line.split(" ");
      const [, sourceName, sourceVersion] = /^(.+)-([^-]+-[^-]+)\.src\.rpm$/.exec(source) ?? [];
      return `${name} ${version?.replace(/^0:/, "")} ${arch} ${sourceName} ${sourceVersion} installed`;
    })
    .sort();
  const image = await readRoot(root);
  equal(packagesOf(image, "rpm"), expected);
  equal(image.skipped, []);
}

async function withDatabase(use: (root: string, path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "assay-rpm-"));
  try {
    const root = rpmRoot(folder);
    await use(root, join(root, DATABASE));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const DATABASE = "usr/lib/sysimage/rpm";

/** A root with packages that rpm installed. */
export function rpmRoot(folder: string): string {
  const root = join(folder, "root");
  const path = join(root, DATABASE);
  mkdirSync(path, { recursive: true });
  mkdirSync(join(root, "etc"));
  writeFileSync(join(root, "etc/os-release"), "ID=fedora\nVERSION_ID=39\n");
  const files = built().filter((file) => !/late/.test(file));
  rpm(["-i", "--justdb", "--nodeps", "--dbpath", path, ...files]);
  return root;
}

/** The same rows in a database of the kind that rpm wrote before 4.16, by Berkeley DB's own tool. */
function toBerkeleyDb(path: string, order: number): void {
  const sqlite = new DatabaseSync(join(path, "rpmdb.sqlite"), { readOnly: true });
  const rows = sqlite
    .prepare("SELECT hnum, blob FROM Packages ORDER BY hnum")
    .all() as unknown as readonly {
    readonly hnum: number;
    readonly blob: Uint8Array;
  }[];
  sqlite.close();
  for (const file of readdirSync(path)) rmSync(join(path, file));
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    if (order === 1234) bytes.writeUInt32LE(value);
    else bytes.writeUInt32BE(value);
    return bytes.toString("hex");
  };
  const pairs = rows.flatMap(({ hnum, blob }) => [number(hnum), Buffer.from(blob).toString("hex")]);
  const all = [number(0), number(rows.length + 1), ...pairs];
  const dump = [
    "VERSION=3",
    "format=bytevalue",
    "type=hash",
    `db_lorder=${order}`,
    "db_pagesize=4096",
    "HEADER=END",
  ];
  const text = [...dump, ...all.map((each) => ` ${each}`), "DATA=END", ""].join("\n");
  execFileSync(dbLoad(), [join(path, "Packages")], { input: text });
}

function dbLoad(): string {
  const folder = join(peersFolder(), "db5.3-util");
  const binary = join(folder, "usr/bin/db5.3_load");
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  execFileSync("apt-get", ["download", "db5.3-util"], { cwd: folder, stdio: "ignore" });
  for (const deb of readdirSync(folder).filter((name) => name.endsWith(".deb")))
    execFileSync("dpkg", ["-x", join(folder, deb), folder]);
  return binary;
}

let packages: readonly string[] | undefined;

/** Files of packages, built once a run. */
function built(): readonly string[] {
  if (packages !== undefined) return packages;
  const folder = mkdtempSync(join(tmpdir(), "assay-rpmbuild-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  [...SPECS, spec("late", { version: "1", release: "1" })].forEach((text, index) => {
    const file = join(folder, `${index}.spec`);
    writeFileSync(file, text);
    execFileSync(
      "rpmbuild",
      ["-bb", ...["--define", `_topdir ${folder}`, "--define", "__os_install_post %{nil}"], file],
      { stdio: "ignore" },
    );
  });
  packages = readdirSync(join(folder, "RPMS"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rpm"))
    .map((name) => join(folder, "RPMS", name));
  return packages;
}

function rpm(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("rpm", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`rpm ${args.join(" ")}: ${stderr}`);
  return stdout;
}

interface Spec {
  readonly epoch?: number;
  readonly version: string;
  readonly release: string;
  readonly arch?: string;
  readonly license?: string;
  readonly more?: string;
  readonly files?: number;
  readonly part?: string;
}

function spec(
  name: string,
  { epoch, version, release, arch, license = "MIT", more = "", files = 1, part }: Spec,
): string {
  const folder = `/usr/share/${name}-${version}`;
  return [
    ...[
      `Name: ${name}`,
      `Version: ${version}`,
      `Release: ${release}`,
      `License: ${license}`,
      "Summary: x",
    ],
    ...(epoch === undefined ? [] : [`Epoch: ${epoch}`]),
    ...(arch === undefined ? [] : [`BuildArch: ${arch}`]),
    more,
    ...["%description", "x"],
    ...(part === undefined
      ? []
      : [`%package ${part}`, "Summary: y", `%description ${part}`, "y", `%files ${part}`]),
    ...["%install", `mkdir -p %{buildroot}${folder}`],
    `for i in $(seq ${files}); do echo $i > %{buildroot}${folder}/file-$i; done`,
    ...["%files", folder, ""],
  ].join("\n");
}
