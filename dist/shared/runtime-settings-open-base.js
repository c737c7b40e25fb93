import"./rolldown-runtime.js";
import{Jt as ExternalError,Zt as asKnownError,k as openRepository,u as changeBase}from"./part-base.js";
async function openBase(e,t){try{let n=await openRepository(t);return{repo:n,commit:await changeBase(n,e,t),...e.branch!==void 0&&{branch:e.branch}}}catch(e){let{message:t,problems:n,kind:r,hint:i}=asKnownError(e);throw r===`internal`||r===`external`?e:new ExternalError(`The base of the change can't be read: ${t}`,{problems:n,hint:i??`Check the repository out with actions/checkout before this step.`,cause:e})}}
export{openBase};
