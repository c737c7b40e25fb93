import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Ab as attestCommand } from "./shared/18-signing.js";

// actions/attest/main.ts
await runAction(attestCommand);

export {  };