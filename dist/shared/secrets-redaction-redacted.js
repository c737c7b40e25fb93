const {createHash:e}=process.getBuiltinModule("node:crypto");
const {inspect:t}=process.getBuiltinModule("node:util");
function n(n){let r=()=>{let e=`${n.length} character${n.length===1?``:`s`}`,t=n.slice(0,4);return n.length>=16&&/^[\w./+=:-]+$/.test(t)?`${t}… (${e})`:`(${e})`},i={reveal:()=>n,hash:t=>e(`sha256`).update(`${t}\0${n}`).digest(`hex`),preview:r,toString:r,toJSON:r};return Object.defineProperty(i,t.custom,{value:r}),i}
export{n as t};
