import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{pS as signCommand}from"./shared/18-signing.js";
await runAction(signCommand);
export{};
