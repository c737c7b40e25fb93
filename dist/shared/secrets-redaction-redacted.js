import{createHash}from"node:crypto";
import{inspect}from"node:util";
function redacted(e){let t=()=>{let t=`${e.length} character${e.length===1?``:`s`}`,n=e.slice(0,4);return e.length>=16&&/^[\w./+=:-]+$/.test(n)?`${n}… (${t})`:`(${t})`},n={reveal:()=>e,hash:t=>createHash(`sha256`).update(`${t}\0${e}`).digest(`hex`),preview:t,toString:t,toJSON:t};return Object.defineProperty(n,inspect.custom,{value:t}),n}
export{redacted as t};
