import { Xm as runAction } from "./shared/26-action-kit-runner-run-action.js";
import { cy as attestCommand } from "./shared/11-signing.js";

// actions/attest/main.ts
await runAction(attestCommand);

export {  };