import{J as parsePurl}from"./part-base.js";
import{F as normalizeDeclared,N as licenseKey}from"./part-sbom-check.js";
const TELLS_APART=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function packageKey(e){let t=readPurl(e);if(t===void 0)return nameKey(e);let{type:n,namespace:r,name:i,subpath:a,qualifiers:o={}}=t,s=TELLS_APART.map(e=>o[e]);return JSON.stringify([n,r,i,a,s])}
function nameKey({group:e,name:t}){return e===void 0?t:`${e}/${t}`}
function purlType(e){return readPurl(e)?.type}
function readPurl({purl:e}){try{return e===void 0?void 0:parsePurl(e)}catch{return}}
function groupBy(e,t){let n=new Map;for(let r of e){let e=t(r),i=n.get(e);i===void 0?n.set(e,[r]):i.push(r)}return n}
function licenseText({licenses:e}){let[t]=e;if(t===void 0)return``;let n=e.flatMap(({statement:e})=>conjuncts(normalizeDeclared(statementText({statement:e})).expression).map(licenseKey));return[...new Set(n)].sort().join(` and `)}
function conjuncts(e){return e.kind===`and`?e.operands.flatMap(conjuncts):[e]}
function statementText({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
export{packageKey as a,nameKey as i,statementText as n,purlType as o,groupBy as r,licenseText as t};
