/** Under this key a run has what it read of the image. */
export const MATERIAL = "image check";
