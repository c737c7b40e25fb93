function e(e){let t=new Map;return({purl:n,group:r,name:i,version:a})=>{let o=r===void 0?i:`${r}/${i}`,s=n??(a===void 0?o:`${o}@${a}`),c=t.get(s)??1,l=c===1?s:`${s}|${c}`;for(;l===``||e.has(l);)l=`${s}|${++c}`;return t.set(s,c+1),l}}
export{e as t};
