export { runAction } from "./runner/run-action.ts";
