import{rn as e}from"./part-base.js";
const t=[`development`,`test`,`build`,`optional`,`peer`,`runtime`];
function n(n){let i=new Map;for(let e of n){let n=r(e),a=i.get(n);e.from!==e.to&&(a===void 0||t.indexOf(e.kind)<t.indexOf(a.kind))&&i.set(n,e)}return[...i.values()].sort((t,n)=>e(t.from,n.from)||e(t.to,n.to))}
function r({from:e,to:t}){return`${e.length}\n${e}\n${t}`}
const i={runtime:0,optional:1,development:2};
function a(e,t){return e.map(e=>{let n=t.get(e.from)?.scope??`runtime`,r=t.get(e.to)?.scope??`runtime`;return i[r]>i[n]?{...e,kind:r}:e})}
export{a as n,n as r,r as t};
