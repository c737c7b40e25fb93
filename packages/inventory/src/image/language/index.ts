import type { ImageReader } from "../reader.ts";
import { composerInstalled } from "./composer/reader.ts";
import { condaInstalled } from "./conda/reader.ts";
import { dotnetInstalled } from "./dotnet/reader.ts";
import { erlangInstalled } from "./erlang/reader.ts";
import { gemInstalled } from "./gem/reader.ts";
import { javaInstalled } from "./java/reader.ts";
import { lockfiles } from "./lockfiles/reader.ts";
import { npmInstalled } from "./npm/reader.ts";
import { pythonInstalled } from "./python/reader.ts";
import { rInstalled } from "./r/reader.ts";
import { wordpress } from "./wordpress/reader.ts";

export { joinLocked } from "./lockfiles/join.ts";

/** Readers of packages that package managers of languages installed. */
export const LANGUAGE_READERS: readonly ImageReader[] = [
  npmInstalled,
  pythonInstalled,
  javaInstalled,
  dotnetInstalled,
  gemInstalled,
  composerInstalled,
  condaInstalled,
  rInstalled,
  erlangInstalled,
  wordpress,
  lockfiles,
];
