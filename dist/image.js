import{Yn as clockFrom,Hv as lateFiles,Uv as lateHosts,Is as exitCodeOf,Wi as createGuardedHttp,Oe as asKnownError}from"./shared/56-base.js";
import{Bm as endProcess,Vm as runnerLogger,au as printError,Nv as runAction}from"./shared/52-action-kit-runner-run-action.js";
async function runLateAction(e,t){let n=process.env;try{let r=createGuardedHttp({hosts:lateHosts(n),offline:/^\s*(?:true|yes)/im.test(`${n.INPUT_OFFLINE}\n${n.ASSAY_OFFLINE}`),environment:n,clock:clockFrom(n),logger:runnerLogger()});return await lateFiles(e,{http:r,environment:n}),await runAction(await t())}catch(e){let t=asKnownError(e);return printError(t),endProcess(exitCodeOf(t))}}
await runLateAction(`image`,async()=>{let{ry:e}=await import("./shared/cli-image.js"),{INPUT_OPERATION:t,INPUT_IMAGE:n}=process.env;return e(t||void 0,n)});
export{};
