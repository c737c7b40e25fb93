import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipOf } from "../../../../packages/inventory/src/image/test/zip.ts";
import { peer } from "../../peers.ts";

export function write(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export function run(command: string, args: readonly string[], cwd: string, more: object = {}) {
  const env = { ...process.env, ...more };
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
  });
}

/** With an alias, packages that ship fixtures, a package for one platform, and some for development. */
export const SHOP = {
  name: "shop",
  version: "1.0.0",
  dependencies: {
    express: "4.19.2",
    "@babel/core": "7.24.0",
    "old-lodash": "npm:lodash@3.10.1",
    lodash: "4.17.21",
    resolve: "1.22.8",
    esbuild: "0.20.0",
  },
  devDependencies: { mocha: "10.3.0" },
};

export function npmTree(root: string): void {
  write(root, { "package.json": JSON.stringify(SHOP) });
  const quiet = ["--no-audit", "--no-fund", "--silent", "--ignore-scripts"];
  run(peer("npm-11"), ["install", ...quiet], root);
}

export function pnpmTree(root: string): void {
  write(root, { "package.json": JSON.stringify({ ...SHOP, name: "pnpm-shop" }) });
  const store = ["--store-dir", join(root, "..", "pnpm-store")];
  run(peer("pnpm-10"), ["install", "--ignore-scripts", "--silent", ...store], root);
}

/** A virtual environment: its Python is a link out of it, and its own pip is in it. */
export function pythonTree(root: string): void {
  mkdirSync(root, { recursive: true });
  run("python3", ["-m", "venv", "venv"], root);
  const pip = join(root, "venv", "bin", "python");
  const packages = ["flask[async]==3.0.3", "requests==2.32.3", "black==24.4.2"];
  run(pip, ["-m", "pip", "install", "-q", ...packages], root);
}

const CENTRAL = [
  "com.google.guava:guava:33.0.0-jre",
  "org.apache.commons:commons-lang3:3.14.0",
  "log4j:log4j:1.2.17",
  "com.nimbusds:nimbus-jose-jwt:9.37.3",
  "io.netty:netty-transport-native-epoll:4.1.107.Final:jar:linux-x86_64",
  "org.apache.tomcat.embed:tomcat-embed-core:10.1.19",
  "org.slf4j:slf4j-api:2.0.12",
  "com.fasterxml.jackson.core:jackson-databind:2.16.1",
  "org.checkerframework:checker-qual:3.42.0",
  "io.zipkin:zipkin-server:2.23.19:jar:slim",
];

/** Jars of Maven Central: with a POM, without one, one with another package in it, and an application of Spring Boot. */
export function mavenTree(root: string): readonly string[] {
  const items = CENTRAL.map((each) => {
    const [groupId, artifactId, version, type = "jar", classifier = ""] = each.split(":");
    const fields = Object.entries({ groupId, artifactId, version, type, classifier });
    return `<artifactItem>${fields.map(([name, text]) => `<${name}>${text}</${name}>`).join("")}</artifactItem>`;
  });
  const pom = join(root, "../../maven");
  write(pom, {
    "pom.xml": `<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>x</artifactId><version>1</version>
      <packaging>pom</packaging><build><plugins><plugin><groupId>org.apache.maven.plugins</groupId>
      <artifactId>maven-dependency-plugin</artifactId><version>3.6.1</version><configuration>
      <outputDirectory>${root}</outputDirectory><artifactItems>${items.join("")}</artifactItems>
      </configuration></plugin></plugins></build></project>`,
  });
  run("mvn", ["-q", "-B", "dependency:copy"], pom);
  return CENTRAL;
}

/** Records that tools misread: each is a case of the comparison. */
export function madeUp(root: string): void {
  const manifest = { "META-INF/MANIFEST.MF": "Manifest-Version: 1.0\n" };
  const pom = (group: string, artifact: string, version: string) => ({
    [`META-INF/maven/${group}/${artifact}/pom.properties`]: `groupId=${group}\nartifactId=${artifact}\nversion=${version}\n`,
  });
  const json = (name: string, version: string) => JSON.stringify({ name, version });
  const packagist = { "notification-url": "https://packagist.org/downloads/" };
  const net = {
    "App/1.0.0": { dependencies: { "Newtonsoft.Json": "13.0.3" } },
    "Newtonsoft.Json/13.0.3": { runtime: { "lib/net6.0/Newtonsoft.Json.dll": {} } },
  };
  write(root, {
    "js/node_modules/a/package.json": json("a", "1.0.0"),
    "js/node_modules/a/test/fixtures/b/package.json": json("b", "6.6.6"),
    "net/App.deps.json": JSON.stringify({
      runtimeTarget: { name: "net8" },
      targets: { net8: net },
      libraries: {
        "App/1.0.0": { type: "project", serviceable: false, sha512: "" },
        "Newtonsoft.Json/13.0.3": {
          type: "package",
          serviceable: true,
          sha512: "sha512-AA==",
          path: "newtonsoft.json/13.0.3",
        },
      },
    }),
    "jars/nometa-3.2.1.jar": zipOf(manifest),
    "jars/app-1.0.jar": zipOf({
      ...manifest,
      ...pom("com.x", "app", "1.0"),
      ...pom("net.minidev", "json-smart", "2.4.7"),
    }),
    "some/dir/pom.properties": "groupId=evil\nartifactId=stray\nversion=9\n",
    "php/vendor/composer/installed.json": JSON.stringify({
      packages: ["monolog/monolog", "phpunit/phpunit"].map((name) => ({
        ...{ name, version: "3.5.0", "install-path": `../${name}` },
        ...packagist,
      })),
      dev: true,
      "dev-package-names": ["phpunit/phpunit"],
    }),
    "php/vendor/monolog/monolog/a.php": "<?php\n",
    "php/vendor/phpunit/phpunit/a.php": "<?php\n",
  });
}
