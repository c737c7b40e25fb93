import{Ht as compareText,U as compareVersions,q as parsePurl}from"./part-base.js";
import{d as licenseKey,p as normalizeDeclared}from"./part-sbom-check.js";
const TELLS_APART=[`arch`,`classifier`,`platform`,`repository_url`,`type`];
function packageKey(e){let t=readPurl(e);if(t===void 0)return nameKey(e);let{type:n,namespace:r,name:i,subpath:a,qualifiers:o={}}=t,s=TELLS_APART.map(e=>o[e]);return JSON.stringify([n,r,i,a,s])}
function nameKey({group:e,name:t}){return e===void 0?t:`${e}/${t}`}
function purlType(e){return readPurl(e)?.type}
function readPurl({purl:e}){try{return e===void 0?void 0:parsePurl(e)}catch{return}}
function groupBy(e,t){let n=new Map;for(let r of e){let e=t(r),i=n.get(e);i===void 0?n.set(e,[r]):i.push(r)}return n}
function changedHashes(e,t){let n=new Map(e.references.filter(isArchive).map(({url:e,hashes:t})=>[e,t]));return[...differing(e.hashes,t.hashes),...t.references.filter(isArchive).flatMap(({url:e,hashes:t})=>differing(n.get(e)??[],t).map(t=>({...t,url:e})))]}
function isArchive({type:e}){return e===`distribution`||e===`source-distribution`}
function differing(e,t){let[n,r]=[byAlgorithm(e),byAlgorithm(t)];return[...r].flatMap(([e,t])=>{let r=n.get(e)??[],[i,a]=[r[0],t[0]],o=t.some(e=>r.includes(e));return i===void 0||a===void 0||o?[]:[{algorithm:e,before:i,after:a}]})}
function byAlgorithm(e){let t=groupBy(e,({algorithm:e})=>e);return new Map([...t].map(([e,t])=>[e,t.map(({value:e})=>e.toLowerCase())]))}
function licenseText({licenses:e}){let[t]=e;if(t===void 0)return``;let n=e.map(({statement:e})=>licenseKey(normalizeDeclared(statementText({statement:e})).expression));return[...new Set(n)].sort().join(`, `)}
function statementText({statement:e}){return e.kind===`id`?e.id:e.kind===`name`?e.name:e.text}
function compareDocuments(e,t){let n=pairUp(e.components,t.components,packageKey),r=withoutPurl(n),i=new Set([...r.before,...r.after]);return[...n.filter(([e,t])=>e&&t||!i.has(e??t)),...pairUp(r.before,r.after,nameKey)].flatMap(([e,t])=>changeOf(e,t)??[]).sort((e,t)=>compareText(sortKey(e),sortKey(t))||compareText(versionOf(e),versionOf(t)))}
function withoutPurl(e){let t=e.filter(([e,t])=>e===void 0||t===void 0),[n=[],r=[]]=[0,1].map(e=>t.flatMap(t=>t[e]??[])),i=(e,t)=>{let n=new Set(t.filter(({purl:e})=>e===void 0).map(nameKey));return e.filter(e=>e.purl===void 0||n.has(nameKey(e)))};return{before:i(n,r),after:i(r,n)}}
function pairUp(e,t,n){let r=groupBy(e,n),i=groupBy(t,n);return[...new Set([...r.keys(),...i.keys()])].flatMap(e=>pairVersions(r.get(e)??[],i.get(e)??[]))}
function pairVersions(e,t){let n=[],[r,i]=[e,t];for(let e of[entryKey,versionKey]){let t=groupBy(i,e),a=new Set;r=r.filter(r=>{let i=t.get(e(r))?.shift();return i===void 0||(a.add(i),n.push([r,i]),!1)}),i=i.filter(e=>!a.has(e))}let[a=[],o=[]]=[unknown(r,t,(e,t)=>n.push([e,t])),unknown(i,e,(e,t)=>n.push([t,e]))].map(e=>e.toSorted(latestFirst));for(let e=0;e<Math.max(a.length,o.length);e++)n.push([a[e],o[e]]);return n}
function unknown(e,t,n){let r=new Map(t.map(e=>[versionKey(e),e]));return e.filter(e=>{let t=r.get(versionKey(e));return t!==void 0&&changedHashes(e,t).length>0&&n(e,t),t===void 0})}
function versionKey({version:e=``}){return e}
function entryKey({version:e,ref:t,hashes:n}){return JSON.stringify([e,n.length===0?t:n])}
function latestFirst(e,t){let[n,r]=[e.version??``,t.version??``];return compareVersions(purlType(e)??purlType(t),r,n)||compareText(r,n)||compareText(e.ref,t.ref)}
function changeOf(e,t){if(e===void 0)return t&&{kinds:[`added`],after:t};if(t===void 0)return{kinds:[`removed`],before:e};let n=[];return e.version===t.version?changedHashes(e,t).length>0&&n.push(`hash`):n.push(direction(e,t)),licenseText(e)!==licenseText(t)&&n.push(`license`),e.scope!==void 0&&t.scope!==void 0&&e.scope!==t.scope&&n.push(`scope`),n.length===0?void 0:{kinds:n,before:e,after:t}}
function direction(e,t){let[n,r]=[e.version,t.version],i=n===void 0||r===void 0?void 0:compareVersions(purlType(t)??purlType(e),n,r);return i===void 0||i===0?`changed`:i<0?`upgraded`:`downgraded`}
function sortKey({before:e,after:t}){let n=t??e;return n===void 0?``:nameKey(n)}
function versionOf({before:e,after:t}){return`${t?.version??``}\n${e?.version??``}\n${(t??e)?.ref??``}`}
export{purlType as i,statementText as n,nameKey as r,compareDocuments as t};
