import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { uy as verifyCommand } from "./shared/11-signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };