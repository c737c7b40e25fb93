import{te,oe,ye,ve}from"./48-base.js";
import{Ko}from"./37-git.js";
async function Xa({environment:e,root:t}){return{...await Ko(e,t),PYTHONUTF8:`1`,PYTHONIOENCODING:`utf-8:backslashreplace`,PYTHONDONTWRITEBYTECODE:`1`,PYTHONSAFEPATH:`1`}}
async function nd(e,t,n,r){let{processes:i,root:a,signal:o}=e,s=await i.run(t.program,[...t.prefix,...n],{cwd:a,env:await Xa(e),timeoutMs:r*1e3,maxBytes:268435456,signal:o});return{...s,stdout:new TextDecoder().decode(s.stdout)}}
function Sn(e,t,n=``){let r=Li(n,5);return new oe(`${e} ${t}${r.length===0?``:`: ${r.at(-1)}`}`,{problems:r.slice(0,-1),hint:`Run ${e} by hand with the same configuration.`})}
async function Is({settings:e},t,n){let r=await e.read(n,{named:!0});if(r!==void 0)return r;throw new te(`\`${t}\` is "${n}"; no file is there`,{hint:`Give its path relative to the working directory.`})}
function Li(e,t){return e.split(/\r?\n/).filter(e=>e.trim()!==``).slice(-t).map(e=>ve(ye(e.trim()),300))}
export{Xa,Sn,Is,nd,Li};
