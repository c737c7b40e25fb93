export { pythonCommand } from "./command.ts";
