import{Et as e,F as t,Mt as n,sn as r,yn as i}from"./part-base.js";
import{a,n as o,o as s,u as c}from"./part-cli.js";
const l=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,u=[`text`,`json`];
async function d(e,t){let{general:r,positionals:a,problems:c}=s(e,{});if(r.help)return t.stdout.write(l),0;let[d,g]=a,_=g===void 0?[]:[`One rule is explained at a time`],v=r.format??`text`,y=u.includes(v)?[]:[`\`--format\` is ${JSON.stringify(v)}; it must be one of ${u.join(`, `)}${n(v,u)}`],b=[...c,..._,...y];if(b.length>0)throw o(`explain`,b);let x=await h(),S=d===void 0?x:m(x,d);if(S.size===0){let e=d??``;throw new i(`There is no rule ${JSON.stringify(e.slice(0,100))}${n(e,x.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(v===`json`?f(S):p(S,d)),0}
function f(e){let t=[...e.values()].map(e=>({...e,helpUri:r(e.id)}));return`${JSON.stringify(t,null,2)}\n`}
function p(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?v(n):_(e)}
function m(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function h(){let e=await c(),n=Object.assign({},t,...e.map(({rules:e})=>e));return new Map(Object.entries(n).sort(([e],[t])=>e<t?-1:1))}
function g({aliases:t=[]}){let n=t.filter(e=>!t.some(t=>t.endsWith(`.${e}`)));return n.length===0?[]:e(`Also known as: ${n.join(`, `)}`,100,0)}
function _(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${a(t).join(`
`)}\n`}
function v(t){return[`${t.id}: ${t.title}`,`Severity: ${t.severity}`,...g(t),`Page: ${r(t.id)}`,``,`Why it matters`,...e(t.description,100,2),``,`How to fix it`,...t.help.split(`
`).flatMap(t=>t.trim()===``?[``]:e(t,100,2)),``].join(`
`)}
export{l as EXPLAIN_USAGE,d as explainCommand};
