/** Widths in CSS pixels at which charts are drawn into a page; one of them is shown. */
export const widths = [360, 640, 960] as const;
