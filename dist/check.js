import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{pS as checkCommand}from"./shared/69-suite.js";
await runAction(checkCommand);
export{};
