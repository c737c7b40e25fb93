const KINDS=[`development`,`test`,`build`,`optional`,`peer`,`runtime`];
function sortedEdges(e){let t=new Map;for(let n of e){let e=`${n.from}\n${n.to}`,r=t.get(e);n.from!==n.to&&(r===void 0||KINDS.indexOf(n.kind)<KINDS.indexOf(r.kind))&&t.set(e,n)}return[...t.keys()].sort().flatMap(e=>t.get(e)??[])}
const RANKS={runtime:0,optional:1,development:2};
function inferredKinds(e,t){return e.map(e=>{let n=t.get(e.from)?.scope??`runtime`,r=t.get(e.to)?.scope??`runtime`;return RANKS[r]>RANKS[n]?{...e,kind:r}:e})}
export{sortedEdges as n,inferredKinds as t};
