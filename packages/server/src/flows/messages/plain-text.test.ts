import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['words without tags stay as they are', 'Use 123456 to go on.', 'Use 123456 to go on.'],
  ['line breaks stay', 'One\nTwo', 'One\nTwo'],
  ['blocks and breaks become lines', '<p>One</p><div>Two<br>Three<br/>Four</div>', 'One\nTwo\nThree\nFour'],
  [
    'links are written out',
    'Open <a class="x" href="https://a.example/?a=1&amp;b=2">this <b>page</b></a>.',
    'Open this page (https://a.example/?a=1&b=2).',
  ],
  ['anchors without address are only words', '<a name="top">Top</a>', 'Top'],
  [
    'styles, scripts, titles and comments are not for reading',
    '<title>T</title><style>p > a { x: 1 }</style>Hi<script>alert("<b>")</script><!-- no -->',
    'Hi',
  ],
  ['characters are read', '&lt;b&gt; &amp;amp; &quot;Ada&#39;s&quot;&nbsp;code', '<b> &amp; "Ada\'s" code'],
  ['a lone angle bracket is text', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['spaces do not pile up', '<p>  One \t </p>\n\n\n\n  <p>Two</p>', 'One\n\nTwo'],
])('%s', (_, html, text) => {
  expect(plainText(html)).toBe(text)
})

test.each(['<a href="', '<style>', '<', '</a', '&amp', '{##', '<a href="">'])(
  'a template of nothing but %s takes no time to speak of',
  (piece) => {
    const started = performance.now()
    plainText(piece.repeat(400_000 / piece.length))
    expect(performance.now() - started).toBeLessThan(1000)
  },
)
