import{fn as e,ht as t}from"./part-base.js";
import{n,r,t as i}from"./inventory-base.js";
import{j as a}from"./part-sbom-check.js";
import{i as o,n as s,t as c}from"./sbom-changes-table.js";
const l={tables:[],notices:[]};
async function u(t,n,r){try{return await d(t,n,r)}catch(t){let{kind:n,message:r}=e(t);if(n===`internal`)throw t;return f(r)}}
async function d(e,{scope:u,selection:d},p){let m=await n(e);if(typeof m==`string`)return f(m);if(!await r(m))return l;let{origin:h}=p.provenance,g=await i(e,m,{selection:{...d,ref:void 0},...h!==void 0&&{origin:h}}),_=o(await a(g,p.provenance,u),p.document),v=c(_,[s(g),s(p.inventory)]);if(v===void 0)return l;let y=g.skipped.filter(({kind:e})=>e===`unreadable`).length;return{tables:[v.table],notices:[...y===0?[]:[`${t(y,`lockfile`)} of the base could not be read: what the change has of them counts as added.`],...v.leftOut===0?[]:[`Of ${t(_.length,`package`)} that the change touches, the first ${v.table.rows.length} are shown.`]]}}
function f(e){return{tables:[],notices:[`${e.replace(/\.$/,``)}: what the change does to packages is not shown.`]}}
export{u as changesOf};
