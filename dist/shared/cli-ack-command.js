import{In as e,Tn as t,d as n,n as r,on as i,t as a,w as o}from"./part-base.js";
import{i as s,l as c,n as l,o as u,s as d}from"./part-cli.js";
const f=`Usage: assay ack <id> [options]

Acknowledges a finding: writes into the ledger (slo.ledger, by default .assay/acknowledgements.yml) that
somebody answers for it, which stops the clock of the answer. The id is one of an advisory, a fingerprint
or a rule. Commit the ledger: a run reads it there, for a pull request from outside on the base branch.

  --package <package>           Only this package: a name, name@version, name@range or purl.
  --owner <owner>               Who answers for it. Without it: GITHUB_ACTOR, else USER.
  --ticket <ticket>             Where it is worked on.
  --note <note>                 What is known so far.
  --fixed                       It was fixed: closes its entry.
  --config <file>, --working-directory <folder>
`,p=e=>({type:`string`,description:e}),m={package:p(`Only this package.`),owner:p(`Who answers for it.`),ticket:p(`Where it is worked on.`),note:p(`What is known so far.`),fixed:{type:`boolean`,default:!1,description:`It was fixed.`},config:e.config,"working-directory":e[`working-directory`]};
async function h(e,p){let{explicit:h,general:g,positionals:_,problems:v}=u(e,m);if(g.help)return p.stdout.write(f),0;let{environment:y,cwd:b}=p,x=e=>{let t=h[e];return typeof t==`string`?t.trim():void 0},[S,C]=_,w=x(`fixed`)===`true`,T=x(`owner`)??y.GITHUB_ACTOR??y.USER,E=[`owner`,`ticket`,`note`].filter(e=>x(e)!==void 0),D=[...S===void 0?[`The id of the finding is missing`]:[],...C===void 0?[]:[`One id at a time; ${JSON.stringify(C)} is too much`],...w?E.map(e=>`\`--${e}\` says nothing with \`--fixed\``):[],...w||T?[]:["`--owner` is missing, and neither GITHUB_ACTOR nor USER is set"]];if(S===void 0||v.length+D.length>0)throw l(`ack`,[...v,...D]);let O=await c(`check`);if(O===void 0)throw new t("There is no command `check`");let{workspace:k,config:A}=await n({command:O,explicit:{config:x(`config`),"working-directory":x(`working-directory`)},environment:y,host:`cli`,cwd:b,loadSections:d}),j=o(A),M=i(y).wall().toISOString().replace(/\.\d+/,``),N=x(`package`),P={id:S,...N!==void 0&&{package:N}};if(w)await r(k,j,P,M);else{let[e,t]=[x(`ticket`),x(`note`)];await a(k,j,{...P,owner:T??``,date:M,...e!==void 0&&{ticket:e},...t!==void 0&&{note:t}})}let F=w?`marked as fixed`:`acknowledged by ${T}`;return p.stdout.write(`${s(`${j}: ${S} ${F}. Commit the file.`)}\n`),0}
export{f as ACK_USAGE,h as ackCommand};
