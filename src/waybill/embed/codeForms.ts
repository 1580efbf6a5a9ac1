import {
  ampCode,
  type CodeOptions,
  elementCode,
  iframeCode,
  imageCode,
  mailCode,
  markdownCode,
  type PictureSize,
  plainFrameCode,
  wordpressCode,
} from "./codes.js";
import {reactCode, svelteCode, vueCode} from "./componentCodes.js";

/** What a chart's codes are made from. */
export interface FormOptions extends CodeOptions {
  /** Size of the picture. */
  size: PictureSize;
}

/** A form in which a chart goes into another page. */
export interface CodeForm {
  name: string;
  label: string;
  /** Which systems it is for. */
  use: string;
  code: (options: FormOptions) => string;
}

/** Forms for web pages, the most common first. */
export const webForms: readonly CodeForm[] = [
  {
    name: "frame",
    label: "Frame",
    use: "For most systems. A host that takes frames away leaves a picture with credit and link.",
    code: iframeCode,
  },
  {
    name: "element",
    label: "Element",
    use: "The figure in the page itself, apart from its styles. Without its script, a picture.",
    code: elementCode,
  },
  {
    name: "wordpress",
    label: "WordPress",
    use: "A block of custom HTML with the frame. Whoever may not post frames gets the picture.",
    code: wordpressCode,
  },
  {
    name: "plain",
    label: "Bare frame",
    use: "For systems that allow frames and take away styles and scripts. It may have some room to spare below.",
    code: plainFrameCode,
  },
  {name: "react", label: "React", use: "A component that loads the element’s script.", code: reactCode},
  {name: "vue", label: "Vue", use: "A component that loads the element’s script.", code: vueCode},
  {name: "svelte", label: "Svelte", use: "A component that loads the element’s script.", code: svelteCode},
  {name: "amp", label: "AMP", use: "A frame for AMP pages.", code: ampCode},
  {name: "image", label: "Picture", use: "An SVG that leads here.", code: imageCode},
  {name: "markdown", label: "Markdown", use: "An SVG that leads here.", code: markdownCode},
];

/** Forms for mail. */
export const mailForms: readonly CodeForm[] = [
  {
    name: "mail",
    label: "E-mail",
    use: "A PNG, 600 pixels wide, with caption and link. Programs that can show it dark on dark machines.",
    code: mailCode,
  },
];
