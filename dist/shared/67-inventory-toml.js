import{fe}from"./56-vendor-smol-toml.js";
import{ft,pu,zp,yu,Ii}from"./44-inventory.js";
function ji(e,t,n,r,i){let a=zp(t,n);return((e,t,n,r)=>{let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=p(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=Ii(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}})(t,n,a,r)??((e,t,n,r,i,a)=>{let o=ft(e,t,a),s=Ii(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}})(e,t,n,a,r,i)}
function p(e){try{return pu(e)??yu(e)}catch(e){if(e instanceof fe)return;throw e}}
export{ji};
