import{jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{Ex as licensesCommand}from"./shared/22-licenses.js";
await runAction(licensesCommand);
export{};
