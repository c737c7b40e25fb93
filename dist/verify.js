import { t as runAction } from "./shared/action-kit-runner-run-action.js";
import { t as verifyCommand } from "./shared/signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };