/** Signatures of images in the form of before the bundle, read and written. */

export {
  envelopeSignature,
  payloadSignature,
  SIGNATURE_ANNOTATION,
  signatureAnnotations,
} from "./older/image.ts";
