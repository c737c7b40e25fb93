export { type ImageSbomOptions, imageSbom, placeOf } from "./check.ts";
export { IMAGE_INPUTS, imageHosts, imageSbomCommand } from "./command.ts";
export type { ImageArtifact } from "./documents.ts";
