import { Up as runAction } from "./shared/14-action-kit-runner-run-action.js";
import { _g as attestCommand } from "./shared/28-signing.js";

// actions/attest/main.ts
await runAction(attestCommand);

export {  };