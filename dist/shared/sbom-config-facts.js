import{C as e,E as t,S as n,dn as r}from"./part-base.js";
import{t as i}from"./sbom-licenses2.js";
import{I as a,N as o}from"./part-sbom-check.js";
function s({purl:n}){if(n===void 0)return;let{type:r,namespace:i,qualifiers:a={}}=t(n),o=[`repository_url`,`download_url`,`vcs_url`].flatMap(e=>a[e]??[])[0],s=r===`swift`?i?.split(`/`)[0]:o&&c(o);if(s)return{name:s,urls:[`https://${s}`],contacts:[]};let l=e(r);return l&&{name:l.name,urls:[l.url],contacts:[]}}
function c(e){let t=e.replace(/^git\+/,``),n=/^\w+:\/\//.test(t)?t:`https://${t}`;return URL.canParse(n)?new URL(n).hostname:void 0}
function l({manufacturer:e}){return e&&m(e)}
function u(e,t){let{authors:n=[],license:r,supplier:i}=t,a=l(t),{subject:o}=e;return{...e,...o===void 0||a===void 0?{}:{subject:{...o,manufacturer:a}},components:i===void 0?e.components:f(e,i),authors:[...e.authors,...n],manufacturer:a??e.manufacturer,licenses:r===void 0?e.licenses:[d(r)]}}
function d(e){let t=i(e);if(t!==void 0&&t.kind!==`name`)return{statement:t};throw new r(`sbom.license is no SPDX expression`,{hint:"Write an id of https://spdx.org/licenses such as `CC0-1.0`."})}
function f({components:e},t){let n=t===`registry`?s:p(t);return e.map(e=>{let t=e.supplier??n(e);return t===e.supplier?e:{...e,supplier:t}})}
function p(e){let t=e.map((e,t)=>({isMeant:n(e.package,`sbom.supplier[${t}].package`),organization:m(e)}));return e=>{let{version:n,purl:r}=e,i={name:o(e),...n===void 0?{}:{version:n},...r===void 0?{}:{purl:r,ecosystem:a(r)??``}};return t.find(({isMeant:e})=>e(i))?.organization}}
function m({name:e,url:t,email:n}){return{name:e,urls:t===void 0?[]:[t],contacts:n===void 0?[]:[{email:n}]}}
export{u as n,l as t};
