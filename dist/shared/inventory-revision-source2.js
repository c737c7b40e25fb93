import{te}from"./part-base.js";
import{jo,Mc,Fd,Rd,ia}from"./part-git.js";
import{Eo}from"./part-git-changes.js";
import{pa,ft,mr}from"./part-inventory.js";
function Fu(e,t){let n,r=()=>(n??=Rd(e,t),n),i,a=new Map,o=async n=>{if(a.has(n))return a.get(n);i??=new Map((await Mc(e,t)).filter(Ba).map((e,t)=>[e,t]));let r=i.get(n);if(r===void 0)return;let o=[...i.keys()].slice(r,r+256);return a=await Fd(e,t,o,8388608),a.get(n)},s=async(n,i=104857600)=>{if((await r()).includes(n))return Eo(e,t,`${e.prefix}${n}`,i);let a=await o(n);return a===void 0||a.length>i?jo(e,t,n,i):a};return{list:async()=>[...await Mc(e,t),...await r()].sort(),async read(e,t){let n=await s(e,t);if(n!==void 0&&n.length<1024&&ia(new TextDecoder().decode(n)))throw new te(`${e} is a Git LFS pointer: its content is not in the commit`,{hint:"Check the revision out with `lfs: true`, and run without `ref`."});return n}}}
function Ba(e){return mr(e,ft)!==void 0||ft.some(({manifests:t=[]})=>t.some(({files:t})=>pa(t,e)))}
export{Fu,Ba};
