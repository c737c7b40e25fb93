import { em as runAction } from "./shared/47-action-kit-runner-run-action.js";
import { vg as policyCommand } from "./shared/part-policy.js";

// actions/policy/main.ts
await runAction(policyCommand);

export {  };