import{oe,ye,ve}from"./51-base.js";
import{Ko}from"./38-git.js";
async function Ns({environment:e,root:t}){return{...await Ko(e,t),PYTHONUTF8:`1`,PYTHONIOENCODING:`utf-8:backslashreplace`,PYTHONDONTWRITEBYTECODE:`1`,PYTHONSAFEPATH:`1`}}
async function Wu(e,t,n,r){let{processes:i,root:a,signal:o}=e,s=await i.run(t.program,[...t.prefix,...n],{cwd:a,env:await Ns(e),timeoutMs:r*1e3,maxBytes:268435456,signal:o});return{...s,stdout:new TextDecoder().decode(s.stdout)}}
function Ni(e,t,n){let r=Pi(t,5);return new oe(`${e}: ${r.at(-1)??`it said nothing`}`,{problems:r.slice(0,-1),hint:n})}
function Pi(e,t){return e.split(/\r?\n/).filter(e=>e.trim()!==``).slice(-t).map(e=>ve(ye(e.trim()),300))}
export{Ns,Wu,Ni,Pi};
