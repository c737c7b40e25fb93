const e=[`development`,`test`,`build`,`optional`,`peer`,`runtime`];
function t(t){let n=new Map;for(let r of t){let t=`${r.from}\n${r.to}`,i=n.get(t);r.from!==r.to&&(i===void 0||e.indexOf(r.kind)<e.indexOf(i.kind))&&n.set(t,r)}return[...n.keys()].sort().flatMap(e=>n.get(e)??[])}
const n={runtime:0,optional:1,development:2};
function r(e,t){return e.map(e=>{let r=t.get(e.from)?.scope??`runtime`,i=t.get(e.to)?.scope??`runtime`;return n[i]>n[r]?{...e,kind:i}:e})}
export{t as n,r as t};
