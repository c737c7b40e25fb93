import{Y as e}from"./part-base.js";
import{B as t,F as n}from"./part-sbom-check.js";
const r=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function i(e){let t=s(e);if(t===void 0)return a(e);let{type:n,namespace:i,name:o,subpath:c,qualifiers:l={}}=t,u=r.map(e=>l[e]);return JSON.stringify([n,i,o,c,u])}
function a({group:e,name:t}){return e===void 0?t:`${e}/${t}`}
function o(e){return s(e)?.type}
function s({purl:t}){try{return t===void 0?void 0:e(t)}catch{return}}
function c(e,t){let n=new Map;for(let r of e){let e=t(r),i=n.get(e);i===void 0?n.set(e,[r]):i.push(r)}return n}
function l({licenses:e}){let[r]=e;if(r===void 0)return``;let i=e.flatMap(({statement:e})=>u(t(d({statement:e})).expression).map(n));return[...new Set(i)].sort().join(` and `)}
function u(e){return e.kind===`and`?e.operands.flatMap(u):[e]}
function d({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
export{i as a,a as i,d as n,o,c as r,l as t};
