import"./rolldown-runtime.js";
import{i as e,r as t,w as n}from"./part-sbom-check.js";
const r={ancestors:`component`,annotations:`annotation`,authors:`author`,components:`component`,compositions:`composition`,dependencies:`dependency`,dependsOn:`dependency`,externalReferences:`reference`,hashes:`hash`,lifecycles:`lifecycle`,occurrences:`occurrence`,patches:`patch`,properties:`property`,subjects:`subject`},i=new Set([`url`,`contact`,`dependsOn`]),a=[`type`,`bom-ref`,`alg`,`ref`,`acknowledgement`,`isExternal`],o={hash:`content`,property:`value`,text:`content`},s=`metadata aggregate subjects annotator timestamp lifecycles tools supplier manufacturer authors publisher group id name version versionRange description scope email phone text url contact comment component hashes licenses copyright cpe purl diff ancestors patches notes pedigree externalReferences properties phase components dependencies dependsOn location line occurrences evidence compositions annotations`.split(` `),c={evidence:[`occurrences`,`licenses`],metadata:`timestamp lifecycles tools authors component manufacturer supplier licenses properties`.split(` `)};
function l(e,t){let{serialNumber:n,version:r,...i}=e,a=[`<?xml version="1.0" encoding="UTF-8"?>`,`<bom${h({xmlns:t,version:r,serialNumber:n})}>`],o=[],s=()=>{o.push(Buffer.from(`${a.join(`
`)}\n`)),a.length=0};return d(a,`bom`,{...i,version:void 0},`  `,()=>{a.length>u&&s()}),a.push(`</bom>`),s(),Buffer.concat(o)}
const u=1e4;
function d(e,t,n,a,o){for(let l of c[t]??s){let t=n[l];if(t!==void 0){if(!Array.isArray(t))p(e,l,t,a);else if(i.has(l))for(let n of t)p(e,r[l]??l,n,a);else{e.push(`${a}<${l}>`);for(let n of t)f(e,l,n,`${a}  `),o?.();e.push(`${a}</${l}>`)}}}}
function f(e,t,n,i){let{acknowledgement:a,expression:o,license:s}=t===`licenses`?n:{};o===void 0?s===void 0?p(e,r[t]??t,n,i):p(e,`license`,s,i):m(e,`expression`,{acknowledgement:a},o,i)}
function p(e,t,n,r){if(typeof n!=`object`){t===`dependency`||t===`subject`?e.push(`${r}<${t}${h({ref:n})}/>`):m(e,t,{},n,r);return}let i=n,s={};for(let e of a)s[e]=i[e];t===`property`&&(s.name=i.name);let c=o[t];if(c!==void 0){m(e,t,s,i[c],r);return}let l=e.push(``);d(e,t,i,`${r}  `);let u=e.length===l;e[l-1]=`${r}<${t}${h(s)}${u?`/`:``}>`,u||e.push(`${r}</${t}>`)}
function m(e,t,n,r,i){let a=`${t}${h(n)}`;e.push(`${i}<${a}>${_(String(r??``))}</${t}>`)}
function h(e){let t=``;for(let n in e){let r=e[n];r!==void 0&&(t+=` ${n}="${_(String(r))}"`)}return t}
const g=new Map([[`&`,`&amp;`],[`<`,`&lt;`],[`>`,`&gt;`],[`"`,`&quot;`]]);
function _(e){return/^[ !#-%'-;=?-~]*$/.test(e)?e:e.toWellFormed().replace(/[&<>"]/g,e=>g.get(e)??``).replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,e=>/[\t\n\r]/.test(e)?`&#${e.charCodeAt(0)};`:`�`)}
function v(r,i=`1.6`){let a=e(r,i),o=n(t(a,r),`serialNumber`),s=`http://cyclonedx.org/schema/bom/${i}`;return l({...a,serialNumber:o},s)}
export{v as cycloneDxXmlDocument};
