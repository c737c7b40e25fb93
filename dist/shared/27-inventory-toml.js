import{Ce}from"./58-vendor-smol-toml.js";
import{Ot,jl,Nf,Il,Mi}from"./10-inventory.js";
function Di(e,t,n,r,i){let a=Nf(t,n);return m(t,n,a,r)??p(e,t,n,a,r,i)}
function m(e,t,n,r){let i=new Map,a=[],o=[0,...n.map(({at:e})=>e)];for(let[s,c]of o.entries()){let l=h(e.slice(c,o[s+1]));if(l===void 0)return;let{[t]:u,...d}=l;for(let[e,t]of Object.entries(d)){if(i.has(e))return;i.set(e,t)}let f=Mi(u);if(s===0?u!==void 0:f.length!==1)return;for(let e of f)a.push(r({table:e,line:n[s-1]?.line}))}return{rest:Object.fromEntries(i),taken:a}}
function h(e){try{return jl(e)??Il(e)}catch(e){if(e instanceof Ce)return;throw e}}
function p(e,t,n,r,i,a){let o=Ot(e,t,a),s=Mi(o[n]),c=s.length===r.length?r:[];return{rest:o,taken:s.map((e,t)=>i({table:e,line:c[t]?.line}))}}
export{Di};
