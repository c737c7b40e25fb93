export {
  type ImageArtifact,
  type ImageDocumentOptions,
  type ImageDocuments,
  imageDocuments,
} from "./documents.ts";
export { type BaseImage, type ImageSubject, imagePurl, platformName } from "./subject.ts";
