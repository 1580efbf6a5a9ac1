/** Texts that break what writes them as they are, each by the way it does so. */
export const hostileStrings: Record<string, string> = {
  "an ampersand": "Smith & Co",
  "an entity": "Marks &amp; Spencer &nbsp; &#0; &lt;b&gt;",
  "a template": `\${alert(1)} {{alert(2)}} <%= alert(3) %>`,
  "a tag": "<svg onload=alert(1)><b>bold</b></svg>",
  "the end of a script": "</script><script>alert(1)</script></style></title></desc>",
  "the end of a section": "]]> <![CDATA[ <!-- --> --!> <?xml?> ?>",
  quotes: `"double" 'single' \`backtick\` “curly” \\ \\"`,
  "a code fence": "```js\nalert(1)\n```\n~~~",
  "an address": "javascript:alert(1) data:text/html,<script>",
  "control characters": "nul\u0000 bell\u0007 escape\u001b[31m delete\u007f next\u0085",
  blanks: "tab\there, line\nfeed, return\rcarriage, no\u00a0break, thin\u2009space, separators\u2028\u2029",
  "what is no character": "half\ud800 half\udc00 \ufffe \uffff",
  "signs of direction": "\u202eevil\u202c \u2067שלום\u2069 \u200fRTL\u200e",
  "a formula": '=HYPERLINK("http://example.org","x")',
};
