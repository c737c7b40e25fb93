import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { dy as checkCommand } from "./shared/16-suite.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };