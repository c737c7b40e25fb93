import"./rolldown-runtime.js";
import{Zt as asKnownError,mt as plural}from"./part-base.js";
import{d as baseOf,f as changesPackages,u as baseInventory}from"./part-inventory.js";
import{l as assembleDocument}from"./part-sbom-check.js";
import{i as purlType,n as statementText,r as nameKey,t as compareDocuments}from"./sbom-diff-compare.js";
const WORDS=[[`hash`,`hash changed`,`with another hash`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],SCOPES=[`runtime`,`optional`,`development`];
function changesTable(e,t,n){if(e.length===0)return;let r=[wayTo(t),wayTo(n)],i=new Set(e.map(e=>purlType(latest(e)))),a=e.map(e=>({change:e,rank:rankOf(e,r)})).sort((e,t)=>firstDifference(e.rank,t.rank)).slice(0,300).map(({change:e})=>rowOf(e,r,i.size>1));return{table:{title:`Packages that the change touches: ${WORDS.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:a},leftOut:e.length-a.length}}
function wayTo({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${nameKey(e)}@${e.version??``}`)}
function latest({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function isDirect(e,[t,n]){return(e.after===void 0?t:n)(latest(e))}
function rankOf(e,t){return[WORDS.findIndex(([t])=>e.kinds.includes(t)),SCOPES.indexOf(latest(e).scope),isDirect(e,t)===!0?0:1]}
function firstDifference(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function rowOf(e,t,n){let{kinds:r,before:i,after:a}=e,o=latest(e),s=n?purlType(o):void 0,c=isDirect(e,t),l=c===void 0?[]:[c?`direct`:`indirect`],u=movement(i?.scope,a?.scope,e);return[WORDS.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${nameKey(o)}${s===void 0?``:` (${s})`}`,i?.version??``,a?.version??``,movement(i&&licensesOf(i),a&&licensesOf(a),e),[...l,...u===``?[]:[u]].join(`, `)]}
function movement(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function licensesOf({licenses:e}){return e.length===0?void 0:e.map(statementText).join(`, `)}
const NONE={tables:[],notices:[]};
async function changesOf(e,t,n){try{return await compareWithBase(e,t,n)}catch(e){let{kind:t,message:n}=asKnownError(e);if(t===`internal`)throw e;return notShown(n)}}
async function compareWithBase(e,{scope:t,selection:n},r){let i=await baseOf(e);if(typeof i==`string`)return notShown(i);if(!await changesPackages(i))return NONE;let{origin:a}=r.provenance,o=await baseInventory(e,i,{selection:{...n,ref:void 0},...a!==void 0&&{origin:a}}),s=compareDocuments(assembleDocument(o,r.provenance,t),r.document),c=changesTable(s,o,r.inventory);if(c===void 0)return NONE;let l=o.skipped.filter(({kind:e})=>e===`unreadable`).length;return{tables:[c.table],notices:[...l===0?[]:[`${plural(l,`lockfile`)} of the base could not be read: what the change has of them counts as added.`],...c.leftOut===0?[]:[`Of ${plural(s.length,`package`)} that the change touches, the first ${c.table.rows.length} are shown.`]]}}
function notShown(e){return{tables:[],notices:[`${e.replace(/\.$/,``)}: what the change does to packages is not shown.`]}}
export{changesOf};
