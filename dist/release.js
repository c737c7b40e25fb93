import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{fS as releaseCommand}from"./shared/18-signing.js";
await runAction(releaseCommand);
export{};
