import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Zg as checkCommand } from "./shared/49-suite.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };