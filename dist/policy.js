import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{Nx as policyCommand}from"./shared/26-policy.js";
await runAction(policyCommand);
export{};
