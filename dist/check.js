import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { Ap as checkCommand } from "./shared/49-cli.js";

// actions/check/main.ts
await runAction(checkCommand);

export {  };