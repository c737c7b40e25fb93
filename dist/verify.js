import { vp as runAction } from "./shared/48-action-kit-runner-run-action.js";
import { fg as verifyCommand } from "./shared/44-signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };