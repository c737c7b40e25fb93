/**
 * Root file systems of real packages, made once in a cache folder: Debian's as dpkg leaves them, npm's, pip's, Maven's jars and Go programs.
 * Three groups of about 360 MB each: one, two or all of them make an image, so that growth can be seen.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { peer } from "../interop/peers.ts";

interface Group {
  readonly debs: readonly string[];
  readonly npm: readonly string[];
  readonly pip: readonly string[];
  readonly maven: readonly string[];
  readonly go: readonly Parameters<typeof peer>[0][];
}

export const GROUPS: readonly Group[] = [
  {
    debs: [
      "bash",
      "coreutils",
      "apt",
      "perl",
      "curl",
      "openssl",
      "procps",
      "util-linux",
      "findutils",
    ],
    npm: ["express@4.21.2", "typescript@5.7.3", "webpack@5.97.1", "lodash@4.17.21"],
    pip: ["flask==3.1.0", "requests==2.32.3", "cryptography==44.0.0", "numpy==2.2.1"],
    maven: ["org.springframework.boot:spring-boot-starter-web:3.4.1"],
    go: ["crane"],
  },
  {
    debs: ["git", "python3", "python3-pip", "python3-requests", "python3-yaml", "vim"],
    npm: ["eslint@9.17.0", "react@19.0.0", "react-dom@19.0.0", "vite@6.0.7"],
    pip: ["django==5.1.4", "boto3==1.35.90", "sqlalchemy==2.0.36"],
    maven: ["org.apache.kafka:kafka-clients:3.9.0", "org.hibernate.orm:hibernate-core:6.6.4.Final"],
    go: ["osv-scanner"],
  },
  {
    debs: ["nginx", "postgresql-client", "imagemagick", "php-cli", "ruby"],
    npm: ["jest@29.7.0", "aws-sdk@2.1692.0", "@angular/core@19.0.5"],
    pip: ["pandas==2.2.3", "fastapi==0.115.6"],
    maven: ["org.apache.lucene:lucene-core:10.0.0", "io.netty:netty-all:4.1.116.Final"],
    go: ["cosign"],
  },
];

/** The folders that are layers of the first groups, the oldest first. */
export function layerFolders(cache: string, groups: number): readonly string[] {
  mkdirSync(cache, { recursive: true });
  const before: string[] = [];
  return GROUPS.slice(0, groups).flatMap((group, at) => {
    before.push(...group.debs);
    return [
      made(cache, `${at}-debs`, (folder) => unpackDebs(cache, folder, before)),
      made(cache, `${at}-npm`, (folder) => npm(folder, group.npm, `app${at}`)),
      made(cache, `${at}-pip`, (folder) => pip(folder, group.pip, `service${at}`)),
      made(cache, `${at}-jars`, (folder) => jars(cache, folder, group.maven)),
      made(cache, `${at}-go`, (folder) => programs(folder, group.go)),
    ];
  });
}

/** A folder is there only once it is whole. */
function made(cache: string, name: string, make: (folder: string) => void): string {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  console.log(`making ${name}`);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  make(part);
  renameSync(part, folder);
  return folder;
}

function run(command: string, args: readonly string[], cwd?: string): string {
  const options = {
    encoding: "utf8" as const,
    stdio: ["ignore" as const, "pipe" as const, "ignore" as const],
    maxBuffer: 2 ** 28,
  };
  return execFileSync(command, args, { ...options, ...(cwd === undefined ? {} : { cwd }) });
}

/** Packages with all that they need, and dpkg's database of all packages so far, as an installation would leave it. */
function unpackDebs(cache: string, folder: string, names: readonly string[]): void {
  const [archives, none] = [join(cache, "archives"), join(cache, "no-archives")];
  for (const each of [archives, none]) mkdirSync(join(each, "partial"), { recursive: true });
  const status = join(cache, "no-status");
  writeFileSync(status, "");
  // What is downloaded already is not listed: so it is asked for as if nothing were.
  const install = (folder: string, how: string) =>
    run("apt-get", [
      ...["install", "-y", "--no-install-recommends", how, "-o", `Dir::State::status=${status}`],
      ...["-o", `Dir::Cache::archives=${folder}`, "-o", "APT::Sandbox::User=root", ...names],
    ]);
  const listed = install(none, "--print-uris");
  install(archives, "--download-only");
  const files = [...listed.matchAll(/^'[^']*' (\S+\.deb) /gm)].map(([, name]) => name as string);
  const info = join(folder, "var/lib/dpkg/info");
  mkdirSync(info, { recursive: true });
  const entries = files.map((file) => {
    const deb = join(archives, file);
    const control = run("dpkg-deb", ["-f", deb]);
    const [, name = "", arch = ""] =
      /^Package: (\S+)[\s\S]*^Architecture: (\S+)/m.exec(control) ?? [];
    const isMulti = /^Multi-Arch: same/m.test(control);
    const tag = isMulti ? `${name}:${arch}` : name;
    const unpackedBefore = isUnpacked(cache, file);
    if (!unpackedBefore) {
      run("dpkg-deb", ["-x", deb, folder]);
      const listing = run("dpkg-deb", ["-c", deb]);
      const paths = [
        ...listing.matchAll(/^\S+ \S+ +\d+ \S+ \S+ \.(\/.*?)(?: -> .*| link to .*)?$/gm),
      ];
      writeFileSync(
        join(info, `${tag}.list`),
        paths.map(([, path = ""]) => `${path.replace(/(.)\/$/, "$1")}\n`).join(""),
      );
      mkdirSync(join(cache, "unpacked"), { recursive: true });
      writeFileSync(join(cache, "unpacked", basename(file)), "");
    }
    return control.replace(/^Package: .*$/m, (line) => `${line}\nStatus: install ok installed`);
  });
  writeFileSync(
    join(folder, "var/lib/dpkg/status"),
    `${entries.map((each) => each.trimEnd()).join("\n\n")}\n`,
  );
}

function isUnpacked(cache: string, file: string): boolean {
  return existsSync(join(cache, "unpacked", file));
}

function npm(folder: string, packages: readonly string[], name: string): void {
  const app = join(folder, "srv", name);
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, "package.json"),
    JSON.stringify({ name, version: "1.0.0", private: true }),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], app);
}

function pip(folder: string, packages: readonly string[], name: string): void {
  const target = join(folder, "opt", name, "lib/python3.11/site-packages");
  run("pip", ["install", "--quiet", "--target", target, ...packages]);
}

function jars(cache: string, folder: string, coordinates: readonly string[]): void {
  const repository = join(cache, "m2");
  const project = join(cache, "pom");
  mkdirSync(project, { recursive: true });
  const wanted = coordinates.map((each) => each.split(":"));
  const asked = wanted.map(
    ([group, name, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`,
  );
  const own =
    "<modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId><version>1</version>";
  writeFileSync(
    join(project, "pom.xml"),
    `<project>${own}<dependencies>${asked.join("")}</dependencies></project>`,
  );
  const target = join(folder, "opt/jars");
  mkdirSync(target, { recursive: true });
  const copy = [
    "-q",
    "-B",
    `-Dmaven.repo.local=${repository}`,
    "dependency:copy-dependencies",
    `-DoutputDirectory=${target}`,
  ];
  run("mvn", copy, project);
}

function programs(folder: string, names: Group["go"]): void {
  const target = join(folder, "usr/local/bin");
  mkdirSync(target, { recursive: true });
  for (const name of names) cpSync(peer(name), join(target, name));
}
