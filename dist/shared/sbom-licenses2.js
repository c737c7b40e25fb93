import{r as e,t}from"./spdx-declared.js";
function n(e){return r(t(e))}
function r({kind:t,text:n,expression:r}){if(t===`expression`){let t=a(r);if(t.every(e=>e.kind===`word`))return;if(t.every(i)){let[n]=t,i=e(r);if(t.length===1&&n?.kind===`license`&&n.written.id===i)return{kind:`id`,id:i};let a=t.filter(e=>e.kind===`reference`).map(e=>e.name);return{kind:`expression`,text:i,references:[...new Set(a)].sort()}}}return n===``?void 0:{kind:`name`,name:n.slice(0,1e3)}}
function i(e){return e.kind===`license`||e.kind===`reference`&&!e.name.startsWith(`DocumentRef-`)}
function a(e){return e.kind===`and`||e.kind===`or`?e.operands.flatMap(a):[e]}
export{r as n,n as t};
