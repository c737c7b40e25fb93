import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{Ox as licensesCommand}from"./shared/22-licenses.js";
await runAction(licensesCommand);
export{};
