import { expect, test } from "vitest";
import { edges, one, readWith, said } from "../../test/read.ts";
import { composerInstalled } from "./reader.ts";

const COMMIT = "a".repeat(40);
const entry = (name: string, version: string, more: object = {}) => ({
  name,
  version,
  dist: {
    type: "zip",
    url: `https://api.github.com/repos/${name}/zipball/${COMMIT}`,
    reference: COMMIT,
    shasum: "",
  },
  "notification-url": "https://packagist.org/downloads/",
  license: ["MIT"],
  "install-path": `../${name}`,
  ...more,
});

test("packages of Composer 2: development, local folders, and what was removed", async () => {
  const reading = await readWith(composerInstalled, {
    files: {
      "app/vendor/composer/installed.json": JSON.stringify({
        packages: [
          entry("monolog/monolog", "3.5.0", {
            require: { php: ">=8", "psr/log-implementation": "3" },
          }),
          entry("psr/log", "3.0.0", { provide: { "psr/log-implementation": "3.0.0" } }),
          entry("phpunit/phpunit", "10.0", { abandoned: true, license: ["BSD-3-Clause", "MIT"] }),
          entry("shop/core", "dev-main", { dist: { type: "path", url: "../core" } }),
          entry("gone/gone", "1.0"),
          { name: "no name", version: "1" },
        ],
        dev: true,
        "dev-package-names": ["phpunit/phpunit"],
      }),
      "app/vendor/monolog/monolog/src/Logger.php": "<?php",
      "app/vendor/psr/log/src/a.php": "<?php",
      "app/vendor/phpunit/phpunit/a.php": "<?php",
      "app/vendor/shop/core/a.php": "<?php",
    },
  });
  expect(said(reading)).toEqual([
    "pkg:composer/monolog/monolog@3.5.0",
    "pkg:composer/psr/log@3.0.0",
    "pkg:composer/phpunit/phpunit@10.0 development deprecated",
    "pkg:generic/shop/core@dev-main#app/vendor/shop/core own",
  ]);
  expect(edges(reading)).toEqual(["monolog/monolog 3.5.0 > psr/log 3.0.0 runtime 3"]);
  expect(reading.skipped?.map(({ reason }) => reason)).toEqual([
    'its entry "packages[5]" names no package and version',
  ]);
  expect(one(reading, "phpunit/phpunit").declaredLicense).toEqual(["BSD-3-Clause", "MIT"]);
  expect(one(reading, "psr/log")).toMatchObject({
    declaredLicense: "MIT",
    artifacts: [{ hashes: [], url: `https://api.github.com/repos/psr/log/zipball/${COMMIT}` }],
  });
});

test("Composer 1 has a list, without places; what is no list is broken", async () => {
  const { "install-path": _, ...old } = entry("a/b", "v1.0.0");
  const reading = await readWith(composerInstalled, {
    files: {
      "app/vendor/composer/installed.json": JSON.stringify([old]),
      "b/vendor/composer/installed.json": "{}",
      "c/vendor/composer/installed.json": "[",
    },
  });
  expect(said(reading)).toEqual(["pkg:composer/a/b@v1.0.0"]);
  expect(reading.broken).toEqual([
    "b/vendor/composer/installed.json has no list of packages",
    "c/vendor/composer/installed.json is no JSON",
  ]);
});
