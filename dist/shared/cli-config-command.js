import{Sn as e,_t as t,c as n,dn as r,f as i,l as a}from"./part-base.js";
import{c as o,i as s,l as c,n as l,o as u,s as d}from"./part-cli.js";
const f=`Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function p(e,i){let[p,...g]=e,_=p!==void 0&&!p.startsWith(`-`),v=_?p:`check`,b=await c(v);if(b===void 0)throw new r(`There is no command ${JSON.stringify(v.slice(0,100))}${t(v,o)}`,{hint:`\`assay config\` takes one of ${o.join(`, `)}.`});let x=n(b),{explicit:S,general:C,positionals:w,problems:T}=u(_?g:e,x);if(C.help)return i.stdout.write(f),0;let E=w.map(e=>`${JSON.stringify(e)} is too much: give options only`);if(T.length+E.length>0)throw l(`config`,[...T,...E]);let{environment:D,cwd:O}=i,k={...b,inputs:y(x)},A=await a({command:k,explicit:S,environment:D,host:`cli`,cwd:O,loadSections:d}),{config:j,inputs:M}=A,N=await b.parts?.(M)??[],P=[`Config file: ${j.path??`none`}`,...h(b.name,x,A),...N.flatMap(e=>m(e,A,D))];return i.stdout.write(`${P.map(s).join(`
`)}\n`),0}
function m(t,{config:n,workspace:r},a){let o=Object.entries(t.inputs).filter(([t])=>!Object.hasOwn(e,t)),s=y(Object.fromEntries(o)),{root:c}=r,l=i(s,{explicit:{},environment:a,config:n,host:`cli`,root:c});return h(t.name,s,{inputs:l.values,sources:l.sources})}
function h(e,t,n){return[``,e,...g(Object.entries(t).filter(([,e])=>e.host!==`action`).map(([e,t])=>{let r=n.inputs[e],i=t.secret===!0&&r!==void 0?`(secret)`:_(r);return[`  ${e}`,i,v(n.sources[e])]}))]}
function g(e){let t=[0,1].map(t=>Math.min(48,Math.max(...e.map(e=>e[t]?.length??0))));return e.map(e=>e.map((e,n)=>e.padEnd(t[n]??0)).join(`  `).trimEnd())}
function _(e){return e===void 0?`-`:Array.isArray(e)?e.length===0?`(none)`:e.join(`, `):String(e)}
function v(e){switch(e?.from){case`input`:return`option`;case`environment`:return`variable ${e.detail}`;case`config`:return e.detail??`config file`;default:return`default`}}
function y(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,{...t,required:!1}]))}
export{f as CONFIG_USAGE,p as configCommand};
