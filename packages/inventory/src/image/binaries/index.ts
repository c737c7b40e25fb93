import type { ImageReader } from "../reader.ts";
import { embeddedSbomReader } from "./embedded-sboms.ts";
import { programReader } from "./reader.ts";

/** Readers of programs and libraries, and of SBOMs that lie in the image. */
export const BINARY_READERS: readonly ImageReader[] = [programReader, embeddedSbomReader];
