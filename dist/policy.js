import { ag as runAction } from "./shared/52-action-kit-runner-run-action.js";
import { Yy as policyCommand } from "./shared/26-policy.js";

// actions/policy/main.ts
await runAction(policyCommand);

export {  };