import{$t as e,F as t,_t as n,dn as r,dt as i}from"./part-base.js";
import{a,n as o,o as s,u as c}from"./part-cli.js";
const l=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,u=[`text`,`json`];
async function d(e,t){let{general:i,positionals:a,problems:c}=s(e,{});if(i.help)return t.stdout.write(l),0;let[d,g]=a,_=g===void 0?[]:[`One rule is explained at a time`],v=i.format??`text`,y=u.includes(v)?[]:[`\`--format\` is ${JSON.stringify(v)}; it must be one of ${u.join(`, `)}${n(v,u)}`],b=[...c,..._,...y];if(b.length>0)throw o(`explain`,b);let x=await h(),S=d===void 0?x:m(x,d);if(S.size===0){let e=d??``;throw new r(`There is no rule ${JSON.stringify(e.slice(0,100))}${n(e,x.keys())}`,{hint:"`assay explain` lists all rules."})}return t.stdout.write(v===`json`?f(S):p(S,d)),0}
function f(t){let n=[...t.values()].map(t=>({...t,helpUri:e(t.id)}));return`${JSON.stringify(n,null,2)}\n`}
function p(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?v(n):_(e)}
function m(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function h(){let e=await c(),n=Object.assign({},t,...e.map(({rules:e})=>e));return new Map(Object.entries(n).sort(([e],[t])=>e<t?-1:1))}
function g({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:i(`Also known as: ${t.join(`, `)}`,100,0)}
function _(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${a(t).join(`
`)}\n`}
function v(t){return[`${t.id}: ${t.title}`,`Severity: ${t.severity}`,...g(t),`Page: ${e(t.id)}`,``,`Why it matters`,...i(t.description,100,2),``,`How to fix it`,...t.help.split(`
`).flatMap(e=>e.trim()===``?[``]:i(e,100,2)),``].join(`
`)}
export{l as EXPLAIN_USAGE,d as explainCommand};
