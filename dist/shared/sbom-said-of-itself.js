import{n as e,t}from"./sbom-licenses2.js";
import{A as n}from"./part-sbom-check.js";
function r(e,t){let{authors:n=[],publisher:r,description:c,homepage:l,repository:u}=t.metadata??{},{source:d,archive:f}=t;return{...e,hashes:e.hashes.length===0&&f!==void 0?f.hashes:e.hashes,description:e.description??c,authors:n,publisher:e.publisher??r,supplier:e.supplier??a(t),copyright:t.copyright.length===0?e.copyright:t.copyright.join(`
`),licenses:[...e.licenses,...o(e,t)],references:[...e.references,...f===void 0?[]:[i(f)],...s(`vcs`,u,e),...s(`website`,l,e)],properties:d===`project`?e.properties:[[`assay:metadata`,d],...e.properties]}}
function i({fileName:e,hashes:t}){return{type:`distribution`,url:e,hashes:t}}
function a({metadata:e}){let[t]=e?.authors??[],n=e?.publisher??t?.name??t?.email;if(n===void 0)return;let r=e?.publisher===void 0?t?.email:void 0;return{name:n,urls:[],contacts:r===void 0?[]:[{name:n,email:r}]}}
function o({licenses:n},{declared:r,concluded:i}){let a=[],o=n.length===0&&r!==void 0?e(r):void 0;o!==void 0&&a.push({acknowledgement:`declared`,statement:o});let s=i===void 0?void 0:t(i);return s!==void 0&&a.push({acknowledgement:`concluded`,statement:s}),a}
function s(e,t,{references:r}){let i=n,a=r.some(n=>n.type===e&&n.url===t);return t===void 0||a?[]:[{type:e,url:t,comment:i,hashes:[]}]}
export{r as withStatement};
