import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{Sn as verifyCommand}from"./shared/18-signing.js";
await runAction(verifyCommand);
export{};
