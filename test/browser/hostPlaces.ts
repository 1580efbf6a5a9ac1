/** Places that take their width from what is in them, or have none, and rules that host pages have for all frames. */
export const hostPlaces: readonly [style: string, before: string, after: string][] = [
  ["", '<div style="float:left">', "</div>"],
  ["", '<div style="display:flex"><div>', "</div></div>"],
  ["", '<div style="display:flex">', "</div>"],
  ["", "<table><tr><td>", "</td></tr></table>"],
  ["", '<div style="display:inline-block">', "</div>"],
  ["", '<div style="display:grid;justify-items:start">', "</div>"],
  ["", '<div style="position:absolute">', "</div>"],
  ["", '<div style="width:fit-content">', "</div>"],
  ["iframe{height:auto!important;max-width:300px}", "<div>", "</div>"],
];

/** Styles of a page that overrule whatever they can. */
export const hostileStyle =
  "<style>* {font-size: 40px !important; color: red !important; line-height: 3 !important; text-transform: uppercase; direction: rtl} svg, figure, table {display: none !important} p {margin: 90px !important} a {background: blue}</style>";
