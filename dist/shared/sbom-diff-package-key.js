import{E as e}from"./part-base.js";
import{t}from"./spdx-declared.js";
import{n}from"./spdx-same-license.js";
function r({licenses:e}){let[r]=e;if(r===void 0)return``;let o=e.flatMap(({statement:e})=>i(t(a({statement:e})).expression).map(n));return[...new Set(o)].sort().join(` and `)}
function i(e){return e.kind===`and`?e.operands.flatMap(i):[e]}
function a({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
const o=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function s(e){let t=u(e);if(t===void 0)return c(e);let{type:n,namespace:r,name:i,subpath:a,qualifiers:s={}}=t,l=o.map(e=>s[e]);return JSON.stringify([n,r,i,a,l])}
function c({group:e,name:t}){return e===void 0?t:`${e}/${t}`}
function l(e){return u(e)?.type}
function u({purl:t}){try{return t===void 0?void 0:e(t)}catch{return}}
export{r as a,u as i,s as n,a as o,l as r,c as t};
