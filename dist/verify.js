import "./shared/rolldown-runtime.js";
import { t as runAction } from "./shared/action-kit.js";
import { t as verifyCommand } from "./shared/signing.js";

// actions/verify/main.ts
await runAction(verifyCommand);

export {  };