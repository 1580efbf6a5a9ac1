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
    label: "Most web pages",
    use: "A frame (iframe). A system that takes frames out leaves a picture with credit and link.",
    code: iframeCode,
  },
  {
    name: "element",
    label: "Pages that allow scripts",
    use: "The chart in the page itself, as an element (<waybill-chart>): text can be searched and printed with the page. Without its script, a picture.",
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
    label: "Systems that take out styles and scripts",
    use: "A frame (iframe) and nothing else. There may be some room to spare below it.",
    code: plainFrameCode,
  },
  {name: "react", label: "React", use: "A component that loads the element’s script.", code: reactCode},
  {name: "vue", label: "Vue", use: "A component that loads the element’s script.", code: vueCode},
  {name: "svelte", label: "Svelte", use: "A component that loads the element’s script.", code: svelteCode},
  {
    name: "amp",
    label: "AMP",
    use: "A frame (amp-iframe). The page has to load AMP’s script for it.",
    code: ampCode,
  },
  {
    name: "image",
    label: "Pages that take pictures only",
    use: "An SVG with a link to this page.",
    code: imageCode,
  },
  {name: "markdown", label: "Markdown", use: "An SVG with a link to this page.", code: markdownCode},
];

/** Forms for mail. */
export const mailForms: readonly CodeForm[] = [
  {
    name: "mail",
    label: "E-mail",
    use: "A PNG, 600 pixels wide, with caption and link.",
    code: mailCode,
  },
];
