import"./rolldown-runtime.js";
import{ht as plural}from"./part-base.js";
import{t as readDocument}from"./sbom-read-document.js";
import{t as readDocumentFile}from"./sbom-read-file.js";
import{n as writeDocuments}from"./part-sbom-check.js";
import{t as notCarriedOver}from"./sbom-convert-not-carried-over.js";
async function runConvert(e,{file:t,to:n}){let{path:r,bytes:i}=await readDocumentFile(e,t),{source:a,document:o,unread:s}=await readDocument(t,i),c=await writeDocuments(o,n),l=await notCarriedOver([{path:r,source:a,unread:s}],o,c),u=o.components.length;return{check:`convert`,findings:[],artifacts:c,coverage:{inspected:{documents:1,components:u},skipped:[],summary:`${r}, ${a.format}, ${plural(u,`component`)}, to ${n.join(`, `)}`},...l}}
export{runConvert};
