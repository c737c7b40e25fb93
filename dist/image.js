import{Jn as clockFrom,Bv as lateFiles,Vv as lateHosts,Ms as exitCodeOf,Hi as createGuardedHttp,Oe as asKnownError}from"./shared/56-base.js";
import{Lm as endProcess,Rm as runnerLogger,nu as printError,jv as runAction}from"./shared/52-action-kit-runner-run-action.js";
async function runLateAction(e,t){let n=process.env;try{let r=createGuardedHttp({hosts:lateHosts(n),offline:[n.INPUT_OFFLINE,n.ASSAY_OFFLINE].includes(`true`),environment:n,clock:clockFrom(n),logger:runnerLogger()});return await lateFiles(e,{http:r,environment:n}),await runAction(await t())}catch(e){let t=asKnownError(e);return printError(t),endProcess(exitCodeOf(t))}}
await runLateAction(`image`,async()=>{let{$v:e}=await import("./shared/cli-image.js");return e(process.env.INPUT_OPERATION||void 0)});
export{};
