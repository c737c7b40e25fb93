import"./rolldown-runtime.js";
import{l as ciInventory,o as withOrigin}from"./part-inventory.js";
import{D as assembleDocument,n as writeDocuments}from"./part-sbom-check.js";
async function ciDocuments(e,t,n,r){let{inventory:i,findings:a}=await ciInventory(e,t),o=withOrigin(i,n.origin);if(o.graphs.length===0)return{artifacts:[],findings:a,notices:[`There is no document on CI: no workflow and no action was read.`]};let s=assembleDocument(o,{...n,workspace:`.github/workflows`},`all`);return{artifacts:(await writeDocuments(s,r)).map(e=>({...e,name:e.name.replace(`sbom.`,`sbom.ci.`)})),findings:a,notices:[]}}
export{ciDocuments};
