import type { ImageReader } from "../reader.ts";
import { javaInstalled } from "./java/reader.ts";
import { npmInstalled } from "./npm/reader.ts";
import { pythonInstalled } from "./python/reader.ts";

/** Readers of packages that package managers of languages installed. */
export const LANGUAGE_READERS: readonly ImageReader[] = [
  npmInstalled,
  pythonInstalled,
  javaInstalled,
];
