import{Nn as e,dn as t}from"./part-base.js";
import{O as n}from"./part-sbom-check.js";
function r(e){let r=[],a=``,o=()=>{if(n(a)!==a)throw new t(`a text in it has half of a surrogate pair, which has no canonical form`);r.push(Buffer.from(a)),a=``};return i(e,0,e=>{a+=e,a.length>65536&&o()}),o(),Buffer.concat(r)}
function i(n,r,a){if(r>200)throw new t(`it is nested more than 200 levels deep`);if(typeof n==`number`&&!Number.isFinite(n))throw new t(`a number in it is too large for a canonical form`);let o=Array.isArray(n);if(!o&&!e(n)){a(JSON.stringify(n));return}let s=o?`[`:`{`;for(let e of o?n.keys():Object.keys(n).sort())a(o?s:`${s}${JSON.stringify(e)}:`),i(n[e],r+1,a),s=`,`;a(`${s===`,`?``:s}${o?`]`:`}`}`)}
export{r as t};
