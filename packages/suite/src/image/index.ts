export { imageCommand } from "./image-command.ts";
export { imageOperation } from "./image-operation.ts";
