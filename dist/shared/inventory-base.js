import{te}from"./part-base.js";
import{Tc,Do}from"./part-git-changes.js";
import{ti,cn,qn,Lc}from"./part-git.js";
import{zo,ll,Bo,ha,Vo,pl,Ho}from"./part-inventory.js";
import{Fu,Ba}from"./inventory-revision-source2.js";
function bi(e,t){return e.materials.once(`base ${t??``}`,()=>h(e,t))}
async function h(e,t){try{let{root:n,processes:r,environment:i,signal:a,event:o,remote:s,offline:c,logger:l}=e,u=await qn({root:n,processes:r,environment:i,signal:a}),d={event:o,remote:s,offline:c,environment:i,logger:l,...t===void 0?{}:{override:{base:t}}},f=await Do(u,d),p=t===void 0?f.kind===`commits`?f.mergeBase??f.base:void 0:await g(u,t),m=t===void 0?f.description:`changes since ${t}`;return p===void 0?`There is no base to compare with (${f.description})`:{repository:u,commit:p,description:m}}catch(e){if(!(e instanceof te)||t!==void 0)throw e;return`The base can't be read (${e.message})`}}
async function g(e,t){let n=await ti(e,t),{commit:r}=await Lc(e);return(r&&await cn(e,n,r))??n}
function xi(e,t,{selection:n={},origin:r,ecosystems:i}={}){let a=i?.map(({id:e})=>e)??``,o=`inventory ${t.commit} ${Bo(n)} ${JSON.stringify(r??``)} ${a}`;return e.materials.once(o,async()=>{let{lockfiles:a=[],workspace:o=``}=n,s=Vo(o,e.root),c=ll(a,e.root),l=Fu(t.repository,t.commit);try{let t=await ha(l,{compareManifests:!1,choice:Ho(e.config),seen:await zo(e),origin:r,...i&&{ecosystems:i},...c.length>0&&{lockfiles:c},...s!==``&&{within:s}});return s===``?t:pl(t,s).inventory}catch(e){if(!(e instanceof te)||Bo(n)===``)throw e;return{graphs:[],skipped:[]}}})}
async function Pu({repository:e,commit:t}){return(await Tc(e,t,`HEAD`)).some(({path:e})=>Ba(e))}
export{bi,Pu,xi};
