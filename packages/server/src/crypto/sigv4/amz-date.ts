/** Milliseconds since 1970 of `YYYYMMDDTHHMMSSZ`; undefined for any other text and for days that do not exist. */
export function parseAmzDate(text: string): number | undefined {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const instant = iso === text ? Number.NaN : Date.parse(iso)
  return Number.isNaN(instant) || amzDate(instant) !== text ? undefined : instant
}

export function amzDate(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}
