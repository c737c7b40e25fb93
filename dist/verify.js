import { pp as runAction } from "./shared/action-kit-runner-run-action.js";
import { sg as verifyCommand } from "./shared/part-signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };