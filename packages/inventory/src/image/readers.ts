import { BINARY_READERS } from "./binaries/index.ts";
import { LANGUAGE_READERS } from "./language/index.ts";
import { OS_READERS } from "./os/index.ts";
import type { ImageReader } from "./reader.ts";

/** What is looked for in an image. Their order is that of graphs in its inventory. */
export const IMAGE_READERS: readonly ImageReader[] = [
  ...OS_READERS,
  ...LANGUAGE_READERS,
  ...BINARY_READERS,
];
