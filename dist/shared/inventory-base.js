import{dn as e}from"./part-base.js";
import{t,u as n}from"./part-git-changes.js";
import{C as r,E as i,w as a,x as o}from"./part-git.js";
import{_ as s,g as c,h as l,m as u,v as d,y as f}from"./part-inventory.js";
import{n as p,t as m}from"./inventory-revision-source2.js";
function h(e,t){return e.materials.once(`base ${t??``}`,()=>g(e,t))}
async function g(n,r){try{let{root:e,processes:a,environment:o,signal:s,event:c,remote:l,offline:u,logger:d}=n,f=await i({root:e,processes:a,environment:o,signal:s}),p={event:c,remote:l,offline:u,environment:o,logger:d,...r===void 0?{}:{override:{base:r}}},m=await t(f,p),h=r===void 0?m.kind===`commits`?m.mergeBase??m.base:void 0:await _(f,r),g=r===void 0?m.description:`changes since ${r}`;return h===void 0?`There is no base to compare with (${m.description})`:{repository:f,commit:h,description:g}}catch(t){if(!(t instanceof e)||r!==void 0)throw t;return`The base can't be read (${t.message})`}}
async function _(e,t){let n=await a(e,t),i=await o(e);return(i&&await r(e,n,i.sha))??n}
function v(t,n,{selection:r={},origin:i}={}){let a=`inventory ${n.commit} ${l(r)} ${JSON.stringify(i??``)}`;return t.materials.once(a,async()=>{let{lockfiles:a=[],workspace:o=``}=r,m=s(o,t.root),h=c(a,t.root),g=p(n.repository,n.commit);try{let e=await d(g,{compareManifests:!1,choice:u(t.config),origin:i,...h.length>0&&{lockfiles:h},...m!==``&&{within:m}});return m===``?e:f(e,m).inventory}catch(t){if(!(t instanceof e)||l(r)===``)throw t;return{graphs:[],skipped:[]}}})}
async function y({repository:e,commit:t}){return(await n(e,t,`HEAD`)).some(({path:e})=>m(e))}
export{h as n,y as r,v as t};
