import"./rolldown-runtime.js";
import{d as e,o as t}from"./part-inventory.js";
import{D as n,n as r}from"./part-sbom-check.js";
async function i(i,a,o,s,c){let{inventory:l,findings:u}=await e(i,a),d=t(l,o.origin);if(d.graphs.length===0)return{artifacts:[],findings:u,notices:[`There is no document on CI: no workflow and no action was read.`]};let f=n(d,{...o,workspace:`.github/workflows`},`all`);return{artifacts:(await r(f,s,c)).map(e=>({...e,name:e.name.replace(`sbom.`,`sbom.ci.`)})),findings:u,notices:[]}}
export{i as ciDocuments};
