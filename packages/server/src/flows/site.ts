/** What a flow must know of where this server stands; set once at start. */
export interface Site {
  /** Without a trailing slash. */
  readonly publicUrl: string
  /** Whose issuer tokens name, unless the pool's own tag says. */
  readonly issuer: 'cognate' | 'aws'
  /** Whether pool and client ids may be chosen through tags and names. */
  readonly allowPinnedIds: boolean
}

/** The host name without port, under which pools' prefix domains lie. */
export const publicHost = ({ publicUrl }: Pick<Site, 'publicUrl'>) => new URL(publicUrl).hostname
