import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Jt as verifyCommand } from "./shared/18-signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };