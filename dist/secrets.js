import{Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
import{yl as secretsCommand}from"./shared/68-secrets.js";
await runAction(secretsCommand);
export{};
