function va(e,t,n,r,i){let a=wg(t,n);return((e,t,n,r)=>{let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=p(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=Ea(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}})(t,n,a,r)??((e,t,n,r,i,a)=>{let o=Ct(e,t,a),s=Ea(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}})(e,t,n,a,r,i)}
function p(e){try{return vf(e)??wf(e)}catch(e){if(e instanceof he)return;throw e}}
import{he}from"./63-vendor-smol-toml.js";
import{Ct,vf,wg,wf,Ea}from"./62-inventory.js";
export{va};
