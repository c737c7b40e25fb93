import{n as e}from"./spdx-same-license.js";
import{t}from"./spdx-declared.js";
function n({licenses:n}){let[a]=n;if(a===void 0)return``;let o=n.flatMap(({statement:n})=>r(t(i({statement:n})).expression).map(e));return[...new Set(o)].sort().join(` and `)}
function r(e){return e.kind===`and`?e.operands.flatMap(r):[e]}
function i({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
export{i as n,n as t};
