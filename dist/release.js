import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{mS as releaseCommand}from"./shared/18-signing.js";
await runAction(releaseCommand);
export{};
