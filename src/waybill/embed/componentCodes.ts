import {type CodeOptions, elementHtml, scriptUrl} from "./codes.js";

/*
 * A script that comes with dangerouslySetInnerHTML, v-html or {@html} never runs.
 * So each component loads it once it is there, and puts the element's code in,
 * with the picture in it, as HTML: on a server too, and nothing there is compared
 * with what the script makes of it.
 */

const quote = (text: string): string => JSON.stringify(text).replaceAll("</", "<\\/");

function loading(url: string): string {
  const address = quote(scriptUrl(url));
  return [
    `if (document.querySelector(\`script[src="\${${address}}"]\`)) return;`,
    `const script = document.createElement("script");`,
    `script.src = ${address};`,
    "document.head.append(script);",
  ]
    .map((line) => `    ${line}`)
    .join("\n");
}

/** Returns a component for React 17 and newer that shows the chart. */
export function reactCode(options: CodeOptions): string {
  return `import {useEffect} from "react";

const html = ${quote(elementHtml(options))};

export function Chart() {
  useEffect(() => {
${loading(options.url)}
  }, []);
  return <div dangerouslySetInnerHTML={{__html: html}} />;
}`;
}

/** Returns a component for Vue 3 that shows the chart. */
export function vueCode(options: CodeOptions): string {
  return `<script setup>
import {onMounted} from "vue";

const html = ${quote(elementHtml(options))};

onMounted(() => {
${loading(options.url)}
});
</script>

<template><div v-html="html"></div></template>`;
}

/** Returns a component for Svelte 4 and newer that shows the chart. */
export function svelteCode(options: CodeOptions): string {
  return `<script>
import {onMount} from "svelte";

const html = ${quote(elementHtml(options))};

onMount(() => {
${loading(options.url)}
});
</script>

<div>{@html html}</div>`;
}
