import{dn as e}from"./part-base.js";
import{c as t,f as n,l as r,r as i,u as a}from"./part-git.js";
import{o}from"./part-git-changes.js";
import{E as s,T as c,w as l}from"./part-inventory.js";
function u(s,c){let l,u=()=>(l??=a(s,c),l),f,p=new Map,m=async e=>{if(p.has(e))return p.get(e);f??=new Map((await r(s,c)).filter(d).map((e,t)=>[e,t]));let t=f.get(e);if(t===void 0)return;let i=[...f.keys()].slice(t,t+256);return p=await n(s,c,i,8388608),p.get(e)},h=async(e,n=104857600)=>{if((await u()).includes(e))return o(s,c,`${s.prefix}${e}`,n);let r=await m(e);return r===void 0||r.length>n?t(s,c,e,n):r};return{list:async()=>[...await r(s,c),...await u()].sort(),async read(t,n){let r=await h(t,n);if(r!==void 0&&r.length<1024&&i(new TextDecoder().decode(r)))throw new e(`${t} is a Git LFS pointer: its content is not in the commit`,{hint:"Check the revision out with `lfs: true`, and run without `ref`."});return r}}}
function d(e){return l(e,s)!==void 0||s.some(({manifests:t=[]})=>t.some(({files:t})=>c(t,e)))}
export{u as n,d as t};
