export type { Annotation, AnnotationLevel } from "./annotations.ts";
export { renderAnnotations } from "./annotations.ts";
export type { CommentIdentity } from "./comment.ts";
export {
  COMMENT_LIMIT,
  commentIdentity,
  commentMarker,
  formerCommentMarker,
} from "./comment.ts";
export type { RenderOptions } from "./render.ts";
export { render } from "./render.ts";
export type { SarifPart } from "./sarif.ts";
export { renderCheckSarif } from "./sarif.ts";
export type { TextOptions } from "./text.ts";
export { renderText } from "./text.ts";
