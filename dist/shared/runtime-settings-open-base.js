import"./rolldown-runtime.js";
import{A as e,Zt as t,en as n,u as r}from"./part-base.js";
async function i(i,a){try{let t=await e(a);return{repo:t,commit:await r(t,i,a),...i.branch!==void 0&&{branch:i.branch}}}catch(e){let{message:r,problems:i,kind:a,hint:o}=n(e);throw a===`internal`||a===`external`?e:new t(`The base of the change can't be read: ${r}`,{problems:i,hint:o??`Check the repository out with actions/checkout before this step.`,cause:e})}}
export{i as openBase};
