import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{fS as attestCommand}from"./shared/18-signing.js";
await runAction(attestCommand);
export{};
