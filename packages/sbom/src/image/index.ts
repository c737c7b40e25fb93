export { type ImageSbomOptions, type ImageSbomRun, imageSbom, placeOf } from "./check.ts";
export { IMAGE_INPUTS, imageHosts, imageSbomCommand } from "./command.ts";
export type { ImageArtifact, ImageDocuments } from "./documents.ts";
