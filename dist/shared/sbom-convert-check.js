import{ht as e}from"./part-base.js";
import{t}from"./sbom-read-document.js";
import{t as n}from"./sbom-read-file.js";
import{n as r}from"./part-sbom-check.js";
import{t as i}from"./sbom-convert-not-carried-over.js";
async function a(a,{file:o,to:s}){let{path:c,bytes:l}=await n(a,o),{source:{format:u},document:d,unread:f}=await t(o,l),p=await r(d,s),m=await i([{path:c,unread:f}],d,p),h=d.components.length;return{check:`convert`,findings:[],artifacts:p,coverage:{inspected:{documents:1,components:h},skipped:[],summary:`${c}, ${u}, ${e(h,`component`)}, to ${s.join(`, `)}`},...m}}
export{a as runConvert};
