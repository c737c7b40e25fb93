export type { Annotation, AnnotationLevel } from "./annotations.ts";
export { renderAnnotations } from "./annotations.ts";
export { COMMENT_LIMIT, commentMarker } from "./comment.ts";
export { render } from "./render.ts";
export type { SarifPart } from "./sarif.ts";
export { renderCheckSarif } from "./sarif.ts";
export type { TextOptions } from "./text.ts";
export { renderText } from "./text.ts";
