import"./rolldown-runtime.js";
import{Rt as rulePage,Xt as UsageError,dt as wrap,et as CORE_RULES,gt as suggestion}from"./part-base.js";
import{a as formatEntries,n as commandLineError,o as parseArguments,u as loadCommands}from"./part-cli.js";
const EXPLAIN_USAGE=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,FORMATS=[`text`,`json`];
async function explainCommand(e,t){let{general:n,positionals:r,problems:i}=parseArguments(e,{});if(n.help)return t.stdout.write(EXPLAIN_USAGE),0;let[a,o]=r,s=o===void 0?[]:[`One rule is explained at a time`],c=n.format??`text`,l=FORMATS.includes(c)?[]:[`\`--format\` is ${JSON.stringify(c)}; it must be one of ${FORMATS.join(`, `)}${suggestion(c,FORMATS)}`],u=[...i,...s,...l];if(u.length>0)throw commandLineError(`explain`,u);let d=await loadRules(),f=a===void 0?d:rulesNamed(d,a);if(f.size===0){let e=a??``;throw new UsageError(`There is no rule ${JSON.stringify(e.slice(0,100))}${suggestion(e,d.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(c===`json`?asJson(f):asText(f,a)),0}
function asJson(e){let t=[...e.values()].map(e=>({...e,helpUri:rulePage(e.id)}));return`${JSON.stringify(t,null,2)}\n`}
function asText(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?explanation(n):listOf(e)}
function rulesNamed(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function loadRules(){let e=await loadCommands(),t=Object.assign({},CORE_RULES,...e.map(({rules:e})=>e));return new Map(Object.entries(t).sort(([e],[t])=>e<t?-1:1))}
function alsoKnownAs({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:wrap(`Also known as: ${t.join(`, `)}`,100,0)}
function listOf(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${formatEntries(t).join(`
`)}\n`}
function explanation(e){return[`${e.id}: ${e.title}`,`Severity: ${e.severity}`,...alsoKnownAs(e),`Page: ${rulePage(e.id)}`,``,`Why it matters`,...wrap(e.description,100,2),``,`How to fix it`,...e.help.split(`
`).flatMap(e=>e.trim()===``?[``]:wrap(e,100,2)),``].join(`
`)}
export{EXPLAIN_USAGE,explainCommand};
