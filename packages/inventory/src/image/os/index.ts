import type { ImageReader } from "../reader.ts";
import { apkReader } from "./apk/reader.ts";
import { bitnamiReader } from "./bitnami/reader.ts";
import { dpkgReader } from "./dpkg/reader.ts";
import { nixReader } from "./nix/reader.ts";
import { opkgReader } from "./opkg/reader.ts";
import { pacmanReader } from "./pacman/reader.ts";
import { portageReader } from "./portage/reader.ts";
import { rpmReader } from "./rpm/reader.ts";
import { snapReader } from "./snap/reader.ts";

/** Of every package database of an operating system that is understood. */
export const OS_READERS: readonly ImageReader[] = [
  dpkgReader,
  apkReader,
  rpmReader,
  pacmanReader,
  opkgReader,
  portageReader,
  nixReader,
  snapReader,
  bitnamiReader,
] as ImageReader[];
