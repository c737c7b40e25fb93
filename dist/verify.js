import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { Xg as verifyCommand } from "./shared/43-signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };