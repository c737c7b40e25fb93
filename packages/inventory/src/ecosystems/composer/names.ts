import { isRecord } from "@assay/core";

/**
 * What is asked for like a package and comes with PHP or Composer:
 * https://github.com/composer/composer/blob/main/src/Composer/Repository/PlatformRepository.php
 */
const PLATFORM =
  /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9][a-z0-9_.-]*|composer(?:-(?:plugin|runtime)-api)?)$/;

const PACKAGE = /^[^\s/\p{Cc}]+\/[^\s/\p{Cc}]+$/u;

/** @param name in lower case */
export function isPlatformPackage(name: string): boolean {
  return PLATFORM.test(name);
}

/** `vendor/name`. */
export function isPackageName(name: string): boolean {
  return name.length <= 256 && PACKAGE.test(name);
}

/** Links of a package to others (`require`, `replace`, …): constraints by lower-case name. An empty list stands for no links in PHP. */
export function packageLinks(value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, constraint]) => [
      name.toLowerCase(),
      typeof constraint === "string" ? constraint : "",
    ]),
  );
}
