import{W as compareVersions,Wt as compareText}from"./part-base.js";
import{a as packageKey,i as nameKey,n as statementText,o as purlType,r as groupBy,t as licenseText}from"./sbom-diff-licenses.js";
function changedHashes(e,t){let n=new Map(e.references.filter(isArchive).map(({url:e,hashes:t})=>[e,t]));return[...differing(e.hashes,t.hashes),...t.references.filter(isArchive).flatMap(({url:e,hashes:t})=>differing(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function isArchive({type:e}){return e===`distribution`||e===`source-distribution`}
function differing(e,t){let[n,r]=[byAlgorithm(e),byAlgorithm(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],[i,a]=[r[0],t[0]],o=t.some(e=>r.includes(e));return i===void 0||a===void 0||o?[]:[{algorithm:e,before:i,after:a}]})}
function byAlgorithm(e){let t=groupBy(e,({algorithm:e})=>e);return new Map([...t].map(([e,t])=>[e,t.map(({value:e})=>e.toLowerCase())]))}
const CHANGE_KINDS=[`hash`,`added`,`removed`,`upgraded`,`downgraded`,`changed`,`license`,`scope`];
function compareDocuments(e,t){let n=pairUp(e.components,t.components,packageKey),r=withoutPurl(n),i=new Set([...r.before,...r.after]);return[...n.filter(([e,t])=>e&&t||!i.has(e??t)),...pairUp(r.before,r.after,nameKey)].flatMap(([e,t])=>changeOf(e,t)??[]).sort((e,t)=>compareText(sortKey(e),sortKey(t))||compareText(versionOf(e),versionOf(t)))}
function withoutPurl(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),i=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(nameKey));return e.filter(e=>e.purl===void 0||n.has(nameKey(e)))};return{before:i(n,r),after:i(r,n)}}
function pairUp(e,t,n){let r=groupBy(e,n),i=groupBy(t,n);return[...new Set([...r.keys(),...i.keys()])].flatMap(e=>pairVersions(r.get(e)??[],i.get(e)??[]))}
function pairVersions(e,t){let n=[],[r,i]=[e,t];for(let e of[entryKey,versionKey]){let t=groupBy(i,e),a=new Set;r=r.filter(r=>{let i=t.get(e(r))?.shift();return i===void 0||(a.add(i),n.push([r,i]),!1)}),i=i.filter(e=>!a.has(e))}let[a=[],o=[]]=[unknown(r,t,(e,t)=>n.push([e,t])),unknown(i,e,(e,t)=>n.push([t,e]))].map(e=>e.toSorted(latestFirst));for(let e=0;e<Math.max(a.length,o.length);e++)n.push([a[e],o[e]]);return n}
function unknown(e,t,n){let r=new Map(t.map(e=>[versionKey(e),e]));return e.filter(e=>{let t=r.get(versionKey(e));return t!==void 0&&changedHashes(e,t).length>0&&n(e,t),t===void 0})}
function versionKey({version:e=``}){return e}
function entryKey({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function latestFirst(e,t){let[n,r]=[e.version??``,t.version??``];return compareVersions(purlType(e)??purlType(t),r,n)||compareText(r,n)||compareText(e.ref,t.ref)}
function changeOf(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?changedHashes(e,t).length>0&&n.push(t.version===void 0?`changed`:`hash`):n.push(direction(e,t)),licenseText(e)!==licenseText(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function direction(e,t){let[n,r]=[e.version,t.version],i=n===void 0||r===void 0?void 0:compareVersions(purlType(t)??purlType(e),n,r);return i===void 0||i===0?`changed`:i<0?`upgraded`:`downgraded`}
function sortKey({before:e,after:t}){let n=t??e;return n===void 0?``:nameKey(n)}
function versionOf({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
const WORDS=[[`hash`,`hash changed`,`with another hash`],[`downgraded`,`downgraded`,`downgraded`],[`license`,`licence changed`,`with another licence`],[`added`,`added`,`added`],[`changed`,`version changed`,`with another version`],[`upgraded`,`upgraded`,`upgraded`],[`scope`,`scope changed`,`with another scope`],[`removed`,`removed`,`removed`]],SCOPES=[`runtime`,`optional`,`development`];
function changesTable(e,t,{title:n=`Packages that the change touches`,maxRows:r=300}={}){if(e.length===0)return;let i=new Set(e.map(e=>purlType(latest(e)))),a=e.map(e=>({change:e,rank:rankOf(e,t)})).sort((e,t)=>firstDifference(e.rank,t.rank)).slice(0,r).map(({change:e})=>rowOf(e,t,i.size>1));return{table:{title:`${n}: ${WORDS.map(([t,,n])=>{let r=e.filter(({kinds:e})=>e.includes(t)).length;return r===0?``:`${r} ${n}`}).filter(e=>e!==``).join(`, `)}`,open:!0,columns:[`Change`,`Package`,`Before`,`After`,`Licence`,`Needed`],rows:a},leftOut:e.length-a.length}}
function wayTo({graphs:e}){let t=new Map;for(let{name:n,version:r,purl:i,direct:a}of e.flatMap(e=>e.components)){let e=i??`${n}@${r??``}`;a!==void 0&&t.set(e,a||t.get(e)===!0)}return e=>t.get(e.purl??`${nameKey(e)}@${e.version??``}`)}
function latest({before:e,after:t}){let n=t??e;if(n===void 0)throw TypeError(`a change has at least one side`);return n}
function isDirect(e,[t,n]){return(e.after===void 0?t:n)(latest(e))}
function rankOf(e,t){return[WORDS.findIndex(([t])=>e.kinds.includes(t)),SCOPES.indexOf(latest(e).scope),isDirect(e,t)===!0?0:1]}
function firstDifference(e,t){return e.map((e,n)=>e-(t[n]??0)).find(e=>e!==0)??0}
function rowOf(e,t,n){let{kinds:r,before:i,after:a}=e,o=latest(e),s=n?purlType(o):void 0,c=isDirect(e,t),l=c===void 0?[]:[c?`direct`:`indirect`],u=movement(i?.scope,a?.scope,e);return[WORDS.flatMap(([e,t])=>r.includes(e)?[t]:[]).join(`, `),`${nameKey(o)}${s===void 0?``:` (${s})`}`,i?.version??``,a?.version??``,movement(i&&licensesOf(i),a&&licensesOf(a),e),[...l,...u===``?[]:[u]].join(`, `)]}
function movement(e,t,n){return n.before===void 0?t??``:n.after===void 0||e===t?e??``:`${e??`none`} → ${t??`none`}`}
function licensesOf({licenses:e}){return e.length===0?void 0:e.map(statementText).join(`, `)}
export{changedHashes as a,compareDocuments as i,wayTo as n,CHANGE_KINDS as r,changesTable as t};
