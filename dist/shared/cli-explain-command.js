import"./rolldown-runtime.js";
import{$t as e,Vt as t,nt as n,pt as r,vt as i}from"./part-base.js";
import{a,n as o,o as s,u as c}from"./part-cli.js";
const l=`Usage: assay explain [rule or command] [--format text|json]

What a rule means and how to fix it. Lists the rules of a command (assay explain licenses); without an
argument, all rules. A rule is found by its id, by the end of it (private-key) or by an earlier name.
`,u=[`text`,`json`];
async function d(t,n){let{general:r,positionals:a,problems:c}=s(t,{});if(r.help)return n.stdout.write(l),0;let[d,g]=a,_=g===void 0?[]:[`One rule is explained at a time`],v=r.format??`text`,y=u.includes(v)?[]:[`\`--format\` is ${JSON.stringify(v)}; it must be one of ${u.join(`, `)}${i(v,u)}`],b=[...c,..._,...y];if(b.length>0)throw o(`explain`,b);let x=await h(),S=d===void 0?x:m(x,d);if(S.size===0){let t=d??``;throw new e(`There is no rule ${JSON.stringify(t.slice(0,100))}${i(t,x.keys())}`,{hint:"`assay explain` lists all rules."})}return n.stdout.write(v===`json`?f(S):p(S,d)),0}
function f(e){let n=[...e.values()].map(e=>({...e,helpUri:t(e.id)}));return`${JSON.stringify(n,null,2)}\n`}
function p(e,t){let[n]=e.values();return e.size===1&&n!==void 0&&!n.id.startsWith(`${t}.`)?v(n):_(e)}
function m(e,t){let n=t=>new Map([...e].filter(([,e])=>t(e)));return[n(e=>e.id.startsWith(`${t}.`)),n(e=>e.id===t),n(e=>e.id.endsWith(`.${t}`)),n(({aliases:e=[]})=>e.includes(t))].find(({size:e})=>e>0)??new Map}
async function h(){let e=await c(),t=Object.assign({},n,...e.map(({rules:e})=>e));return new Map(Object.entries(t).sort(([e],[t])=>e<t?-1:1))}
function g({aliases:e=[]}){let t=e.filter(t=>!e.some(e=>e.endsWith(`.${t}`)));return t.length===0?[]:r(`Also known as: ${t.join(`, `)}`,100,0)}
function _(e){let t=[...e.values()].map(({id:e,title:t,severity:n})=>({term:e,text:`${t} (${n})`}));return`${a(t).join(`
`)}\n`}
function v(e){return[`${e.id}: ${e.title}`,`Severity: ${e.severity}`,...g(e),`Page: ${t(e.id)}`,``,`Why it matters`,...r(e.description,100,2),``,`How to fix it`,...e.help.split(`
`).flatMap(e=>e.trim()===``?[``]:r(e,100,2)),``].join(`
`)}
export{l as EXPLAIN_USAGE,d as explainCommand};
