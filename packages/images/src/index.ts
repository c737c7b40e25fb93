export { imageCopyCommand } from "./copy/command.ts";
export { imageInspectCommand } from "./inspect/command.ts";
