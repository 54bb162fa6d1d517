const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const form = /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([1-9]\d?) (\d\d:\d\d:\d\d) UTC (\d{4})$/

/**
 * TIMESTAMP of PASSWORD_VERIFIER, `EEE MMM d HH:mm:ss UTC yyyy` in English, in milliseconds since 1970. Undefined for
 * every other form, for days that do not exist and for the wrong day of the week.
 */
export function parseSrpTimestamp(text: string): number | undefined {
  const [, weekday = '', monthName = '', day = '', time = '', year = ''] = form.exec(text) ?? []
  const month = String(months.indexOf(monthName) + 1).padStart(2, '0')
  const instant = Date.parse(`${year}-${month}-${day.padStart(2, '0')}T${time}Z`)
  if (Number.isNaN(instant)) return undefined
  const date = new Date(instant)
  // Date.parse reads 31 June as 1 July and 24:00 as the next day; both change the day of the month.
  return days[date.getUTCDay()] === weekday && date.getUTCDate() === Number(day) ? instant : undefined
}
