/** Signatures of images in the form of before the bundle, read and written. */

export { envelopeSignature, payloadSignature, signatureAnnotations } from "./older/image.ts";
