import"./rolldown-runtime.js";
import{Kt as e,gt as t}from"./part-base.js";
import{t as n}from"./sbom-read-file.js";
import{n as r,r as i}from"./sbom-validate-document.js";
async function a(e,i,a){let{path:l,bytes:u}=await n(e,i),{format:d,problems:f,source:p}=await r(i,u),m=await o(e,p,a),h=f.length-100;return{check:`validate`,findings:[...m.problems.map(e=>s(l,p,e)),...f.slice(0,100).map(e=>c(l,d,e))],artifacts:[],coverage:{inspected:{documents:1,bytes:u.byteLength},skipped:[],summary:`${l}, ${d}, ${t(f.length,`problem`)}`},notices:[...m.notices.map(e=>`${l}: ${e}`),...h>0?[`${t(h,`more problem`)} of ${l} are not listed.`]:[]]}}
async function o(e,t,n){let{family:r,value:i,text:a}=t;if((r!==`CycloneDX`||i.signature===void 0&&!a.includes(`"signature"`))&&n===void 0)return{notices:[],problems:[]};let{checkSignature:o}=await import(`./sbom-signature-verify.js`);if(n===void 0)return o(t);let{readTrustedKey:s}=await import(`./sigstore-keys2.js`);return o(t,await s(e,n))}
function s(t,{syntax:n,text:r},a){let[o]=n===`json`?i(r,[[`signature`]]):[];return{ruleId:`sbom.invalid-signature`,severity:`high`,message:`The signature of ${t} does not hold: ${a}`,location:{path:t,...o&&{startLine:o.line,startColumn:o.column}},fingerprint:e(`sbom.invalid-signature`,t,a)}}
function c(t,n,r){let{pointer:i,message:a,place:o}=r;return{ruleId:`sbom.invalid-document`,severity:`high`,message:`${i===``?`The document`:`\`${i}\``} breaks ${n}: ${a}`,location:{path:t,...o===void 0?{}:{startLine:o.line},...o?.column===void 0?{}:{startColumn:o.column}},fingerprint:e(`sbom.invalid-document`,t,i,a)}}
export{a as runValidate};
