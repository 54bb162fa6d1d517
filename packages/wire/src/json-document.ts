/** A member whose content is any JSON, passed through as it came (Smithy's `document`). */
export type JsonDocument = null | boolean | number | string | readonly unknown[] | Readonly<Record<string, unknown>>
