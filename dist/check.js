import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Nb as checkCommand } from "./shared/69-suite.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };