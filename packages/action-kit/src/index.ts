export { runAction } from "./runner/run-action.ts";
export { runLateAction } from "./runner/run-late-action.ts";
