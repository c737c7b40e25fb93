const e=e=>e.replace(/[-_.]+/g,`-`).toLowerCase(),t=e=>e.toLowerCase(),n=new Map([[`PyPI`,e],[`GitHub Actions`,t],[`Packagist`,t],[`NuGet`,t],[`Pub`,t],[`VSCode`,t],[`Bitnami`,t],[`SwiftURL`,i],[`GIT`,i]]);
function r(e,t){return n.get(e.split(`:`,1)[0]??``)?.(t)??t}
function i(e){return e.slice(0,2048).toLowerCase().replace(/^(?:git\+)?(?:https?|git|ssh):\/\/(?:[^/@]*@)?/,``).replace(/^git@([^/:]+):/,`$1/`).replace(/\/+$/,``).replace(/\.git$/,``)}
export{i as n,r as t};
