import"./rolldown-runtime.js";
import{I as resolveInputs,M as inputsOf,N as prepareRun,Xt as UsageError,gt as suggestion,sn as COMMON_INPUTS}from"./part-base.js";
import{c as COMMAND_NAMES,i as visible,l as loadCommand,n as commandLineError,o as parseArguments,s as loadSections}from"./part-cli.js";
const CONFIG_USAGE=`Usage: assay config [command] [options of the command]

Shows the value of every input of a command (check without one) and where it comes from: an option,
a variable, the config file or the default. Secrets are not shown.
`;
async function configCommand(e,t){let[n,...r]=e,i=n!==void 0&&!n.startsWith(`-`),a=i?n:`check`,o=await loadCommand(a);if(o===void 0)throw new UsageError(`There is no command ${JSON.stringify(a.slice(0,100))}${suggestion(a,COMMAND_NAMES)}`,{hint:`\`assay config\` takes one of ${COMMAND_NAMES.join(`, `)}.`});let s=inputsOf(o),{explicit:c,general:l,positionals:u,problems:d}=parseArguments(i?r:e,s);if(l.help)return t.stdout.write(CONFIG_USAGE),0;let f=u.map(e=>`${JSON.stringify(e)} is too much: give options only`);if(d.length+f.length>0)throw commandLineError(`config`,[...d,...f]);let{environment:p,cwd:m}=t,h={...o,inputs:withoutRequirements(s)},g=await prepareRun({command:h,explicit:c,environment:p,host:`cli`,cwd:m,loadSections}),{config:_,inputs:v}=g,y=await o.parts?.(v)??[],b=[`Config file: ${_.path??`none`}`,...section(o.name,s,g),...y.flatMap(e=>partSection(e,g,p))];return t.stdout.write(`${b.map(visible).join(`
`)}\n`),0}
function partSection(e,{config:t,workspace:n},r){let i=Object.entries(e.inputs).filter(([e])=>!Object.hasOwn(COMMON_INPUTS,e)),a=withoutRequirements(Object.fromEntries(i)),{root:o}=n,s=resolveInputs(a,{explicit:{},environment:r,config:t,host:`cli`,root:o});return section(e.name,a,{inputs:s.values,sources:s.sources})}
function section(e,t,n){return[``,e,...columns(Object.entries(t).filter(([,e])=>e.host!==`action`).map(([e,t])=>{let r=n.inputs[e],i=t.secret===!0&&r!==void 0?`(secret)`:show(r);return[`  ${e}`,i,origin(n.sources[e])]}))]}
function columns(e){let t=[0,1].map(t=>Math.min(48,Math.max(...e.map(e=>e[t]?.length??0))));return e.map(e=>e.map((e,n)=>e.padEnd(t[n]??0)).join(`  `).trimEnd())}
function show(e){return e===void 0?`-`:Array.isArray(e)?e.length===0?`(none)`:e.join(`, `):String(e)}
function origin(e){switch(e?.from){case`input`:return`option`;case`environment`:return`variable ${e.detail}`;case`config`:return e.detail??`config file`;default:return`default`}}
function withoutRequirements(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,{...t,required:!1}]))}
export{CONFIG_USAGE,configCommand};
