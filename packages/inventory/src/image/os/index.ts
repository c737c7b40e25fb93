import type { ImageReader } from "../reader.ts";
import { apkReader } from "./apk/reader.ts";
import { dpkgReader } from "./dpkg/reader.ts";
import { rpmReader } from "./rpm/reader.ts";

/** Of every package database of an operating system that is understood. */
export const OS_READERS: readonly ImageReader[] = [
  dpkgReader,
  apkReader,
  rpmReader,
] as ImageReader[];
