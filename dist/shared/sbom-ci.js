import{a as e,d as t}from"./part-inventory.js";
import{j as n,n as r}from"./part-sbom-check.js";
import{n as i,t as a}from"./sbom-config-facts.js";
async function o(o,s,c,l,u){let{inventory:d,findings:f}=await t(o,s),p=e(d,c.origin);if(p.graphs.length===0)return{artifacts:[],findings:f,notices:[`There is no document on CI: no workflow and no action was read.`]};let m=o.config?.section(`sbom`)??{},h={...c,workspace:`.github/workflows`},g=i(await n(p,h,`all`,a(m)),m);return{artifacts:(await r(g,l,u)).map(e=>({...e,name:e.name.replace(`sbom.`,`sbom.ci.`)})),findings:f,notices:[]}}
export{o as ciDocuments};
