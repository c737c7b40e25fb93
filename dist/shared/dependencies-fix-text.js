function e({name:e,from:t,to:n,updateType:r,fixes:i,noFix:a}){return n===void 0?`${e} ${t} has no known fix for ${i.join(`, `)}: ${a}`:`${e} ${t} → ${n} (${r}) fixes ${i.join(`, `)}`}
function t(e){let{name:t,to:n,needs:r,heldBy:i,note:a,commands:o,edits:s,noFix:c,updateType:l}=e;if(n===void 0)return`No fixed version of ${t} is known (${c}): replace it, or accept the finding for a time.`;let u=`Upgrade ${t} to ${n} (${l})`,d=r===`override`?`, which ${i.slice(0,3).join(` and `)} and does not take`:r===`requirement`?`, which the project has to ask for`:``,f=[...new Set(s.map(e=>e.kind===`line`?`${e.file}:${e.line}`:e.file))],p=f.length===0?``:` Write it in ${f.join(` and `)}`,m=o.length===0?``:`\`${o.join(` && `)}\``;return`${u}${d}.${p===``?m===``?``:` Run ${m}.`:`${p}${m&&`, then run ${m}`}.`}${a===void 0?``:` ${a}`}`}
function n(e){let t=new Map,n=new Map,i=(e,n)=>{let r=t.get(e)??[];r.includes(n)||t.set(e,[...r,n])};for(let t of e.flatMap(({edits:e})=>e))if(t.kind===`line`)i(`${t.file}, line ${t.line}`,t.after);else if(t.kind===`text`)i(`Add to ${t.file}`,t.text);else{let e=`${t.file}\0${t.at}`;n.set(e,r(n.get(e)??{},t.entries))}for(let[e,t]of n){let[n=``,r=``]=e.split(`\0`);i(`Merge into ${n}`,o(n,r,t))}for(let{path:t,commands:n}of e){let e=t.split(`/`).slice(0,-1).join(`/`);for(let t of n)i(e===``?`Then run`:`Then run in ${e}`,t)}let a=([e])=>+!!e.startsWith(`Then run`);return[...t].sort((e,t)=>a(e)-a(t)).map(([e,t])=>({label:e,value:t.join(`
`),verbatim:!0}))}
function r(e,t){let n=new Map(Object.entries(e));for(let[e,o]of Object.entries(t)){let t=n.get(e);n.set(e,i(t)&&i(o)?[...new Set([...t,...o])]:a(t)&&a(o)?r(t,o):o)}return Object.fromEntries(n)}
function i(e){return Array.isArray(e)}
function a(e){return typeof e==`object`&&!!e&&!Array.isArray(e)}
function o(e,t,n){if(e.endsWith(`.json`)){let e=t.split(`.`).reduceRight((e,t)=>({[t]:e}),n);return JSON.stringify(e,null,2).split(`
`).slice(1,-1).map(e=>e.slice(2)).join(`
`)}let r=Object.entries(n);return e.endsWith(`.toml`)?[t,...r.map(([e,t])=>i(t)?`${e} = ${JSON.stringify(t)}`:`${JSON.stringify(e)} = ${JSON.stringify(t)}`)].join(`
`):[`${t}:`,...r.map(([e,t])=>`  ${JSON.stringify(e)}: ${JSON.stringify(t)}`)].join(`
`)}
export{n,t as r,e as t};
