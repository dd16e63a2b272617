// What pages do on top of plain HTML: evidence lights up, live figures renew, reviews take keys. Everything works without it.

const evidence = new Map()
for (const mark of document.querySelectorAll('mark[data-criteria]')) {
  for (const criterion of mark.dataset.criteria.split(' ')) {
    evidence.set(criterion, [...(evidence.get(criterion) ?? []), mark])
  }
}
function light(criterion, lit) {
  for (const mark of evidence.get(criterion) ?? []) mark.classList.toggle('lit', lit)
}
for (const finding of document.querySelectorAll('[data-criterion]')) {
  const { criterion } = finding.dataset
  for (const [event, lit] of [
    ['mouseenter', true],
    ['focus', true],
    ['mouseleave', false],
    ['blur', false],
  ]) {
    finding.addEventListener(event, () => light(criterion, lit))
  }
  finding.addEventListener('click', () => evidence.get(criterion)?.[0]?.scrollIntoView({ block: 'center' }))
}

// The running edition: the server sends the same fragment that the page was made of.
const live = document.querySelector('[data-live]')
if (live && 'EventSource' in globalThis) {
  const source = new EventSource(live.dataset.live)
  source.addEventListener('state', (event) => {
    const next = new DOMParser().parseFromString(JSON.parse(event.data).html, 'text/html')
    live.replaceChildren(...next.body.childNodes)
  })
  addEventListener('pagehide', () => source.close())
}

// Reviews: j and k walk, a accepts, o overrules, d dismisses; never while typing.
const items = [...document.querySelectorAll('[data-review]')]
let current = -1
function goTo(index) {
  if (items.length === 0) return
  current = Math.max(0, Math.min(items.length - 1, index))
  items[current].focus()
}
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
  if (typing) return
  if (items.length > 0) {
    if (event.key === 'j') return goTo(current + 1)
    if (event.key === 'k') return goTo(current - 1)
    const button = items[current]?.querySelector(`button[data-key="${CSS.escape(event.key)}"]`)
    if (button) {
      event.preventDefault()
      button.click()
    }
  }
})

// A filter form sends itself when a list changes; without script there is its button.
for (const select of document.querySelectorAll('form[data-filter] select')) {
  select.addEventListener('change', () => select.form.requestSubmit())
}

const systemIsDark = matchMedia('(prefers-color-scheme: dark)')
const themeNow = () => document.documentElement.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light')

// Charts become interactive on demand: the same builders draw them in the page, from the edition's public report.
for (const button of document.querySelectorAll('button[data-chart]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    const image = button.closest('figure').querySelector('img')
    const box = document.createElement('div')
    box.className = 'chart'
    box.setAttribute('role', 'img')
    box.setAttribute('aria-label', image.alt)
    const [{ drawChart }, answer] = await Promise.all([import('/assets/charts.js'), fetch(button.dataset.report)])
    const report = await answer.json()
    const picture = image.closest('picture')
    const width = Math.round(image.getBoundingClientRect().width)
    picture.after(box)
    if (drawChart(box, report, button.dataset.chart, document.documentElement.lang, themeNow(), width)) picture.remove()
    else box.remove()
    button.remove()
  })
}

// Value at stake: a brand's own figures, counted here and sent nowhere.
for (const form of document.querySelectorAll('form[data-stake]')) {
  const fields = [...form.querySelectorAll('[data-factor]')]
  const output = form.querySelector('output')
  const euros = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: 0,
  })
  // Before it stands why it is not there without a script.
  form.previousElementSibling.hidden = true
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const filled = fields.every((field) => field.value !== '' && field.checkValidity())
    const factors = fields.map((field) => (field.dataset.factor === 'lost' ? field.value / 100 : Number(field.value)))
    const value = factors.reduce((product, factor) => product * factor, Number(form.dataset.stake))
    output.hidden = !filled
    output.textContent = filled ? form.dataset.said.replace('{value}', () => euros.format(value)) : ''
  })
}

// Other weights: the reader moves the families' weights, the table counts and sorts itself anew. The figures are in the page.
for (const form of document.querySelectorAll('form[data-reweigh]')) {
  const rows = [...form.querySelectorAll('tbody tr')]
  const sliders = [...form.querySelectorAll('input[type="range"]')]
  const shares = new Map(rows.map((row) => [row, row.dataset.shares.split(' ').map(Number)]))
  const number = new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const count = () => {
    const total = sliders.reduce((sum, slider) => sum + Number(slider.value), 0)
    const weights = sliders.map((slider) => (total === 0 ? 100 / sliders.length : (100 * slider.value) / total))
    for (const [at, slider] of sliders.entries()) {
      const said = `${number.format(weights[at])} / 100`
      slider.nextElementSibling.textContent = said
      slider.setAttribute('aria-valuetext', said)
    }
    const tenths = new Map(
      rows.map((row) => [
        row,
        Math.round(10 * shares.get(row).reduce((sum, share, at) => sum + share * weights[at], 0) + 1e-9),
      ]),
    )
    const sorted = rows.toSorted((a, b) => tenths.get(b) - tenths.get(a))
    for (const row of sorted) {
      row.querySelector('[data-index]').textContent = number.format(tenths.get(row) / 10)
      row.querySelector('[data-rank]').textContent = 1 + rows.filter((one) => tenths.get(one) > tenths.get(row)).length
    }
    form.querySelector('tbody').append(...sorted)
  }
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', count)
  form.addEventListener('reset', () => setTimeout(count))
  for (const hidden of form.querySelectorAll('[data-with-script]')) hidden.hidden = false
  count()
}
