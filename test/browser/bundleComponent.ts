import {build} from "esbuild";
import {compile} from "svelte/compiler";
import {compileScript, parse} from "vue/compiler-sfc";

/** Of each framework, how a component becomes a module, and what puts it into a page. */
const frameworks = {
  react: {
    module: (code: string) => code,
    start: `import {createElement} from "react";
import {createRoot} from "react-dom/client";
import {Chart} from "component";
createRoot(document.querySelector("#app")).render(createElement(Chart));`,
  },
  vue: {
    module: (code: string) =>
      compileScript(parse(code, {filename: "Chart.vue"}).descriptor, {id: "chart", inlineTemplate: true})
        .content,
    start: `import {createApp} from "vue";
import Chart from "component";
createApp(Chart).mount("#app");`,
  },
  svelte: {
    module: (code: string) => compile(code, {generate: "client", filename: "Chart.svelte"}).js.code,
    start: `import {mount} from "svelte";
import Chart from "component";
mount(Chart, {target: document.querySelector("#app")});`,
  },
};

/** Returns a page that shows a component which the desk hands out, as an application of its framework would. */
export async function bundleComponent(framework: keyof typeof frameworks, code: string): Promise<string> {
  const {module, start} = frameworks[framework];
  const result = await build({
    stdin: {contents: start, resolveDir: process.cwd()},
    bundle: true,
    write: false,
    jsx: "automatic",
    conditions: ["browser", "production"],
    define: {"process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: "false"},
    logLevel: "silent",
    plugins: [
      {
        name: "component",
        setup({onResolve, onLoad}) {
          onResolve({filter: /^component$/}, () => ({path: "component", namespace: "component"}));
          onLoad({filter: /.*/, namespace: "component"}, () => ({
            contents: module(code),
            loader: "jsx",
            resolveDir: process.cwd(),
          }));
        },
      },
    ],
  });
  return `<!doctype html><html lang="en"><title>${framework}</title><body><div id="app"></div><script>${result.outputFiles[0].text}</script></body></html>`;
}
