/**
 * Columns hold text and integers only, so one schema serves both engines. Instants are milliseconds since 1970,
 * flags are 0 or 1, documents are JSON text. Nobody below `store` knows a column.
 */
export interface Schema {
  data_keys: { key_id: string; wrapped: string; created_at: number }
  access_keys: {
    access_key_id: string
    account: string
    sealed_secret: string
    status: string
    created_at: number
  }
  pools: {
    pool_id: string
    account: string
    region: string
    settings: string
    created_at: number
    modified_at: number
    version: number
  }
  /** Pools that are gone; `emptied` once everything in them is too. */
  removed_pools: { pool_id: string; removed_at: number; emptied: number }
  /** The older and the newer secret are columns, not rows: "at most two, never none" is then a matter of one row's lock. */
  clients: {
    pool_id: string
    client_id: string
    settings: string
    older_secret_id: string | null
    older_secret: string | null
    newer_secret_id: string | null
    newer_secret: string | null
    created_at: number
    modified_at: number
    version: number
  }
  signing_keys: {
    pool_id: string
    key_id: string
    key_use: string
    public_jwk: string
    sealed_private_key: string
    created_at: number
    retired_at: number | null
  }
  users: {
    pool_id: string
    sub: string
    username: string
    status: string
    enabled: number
    attributes: string
    pending_attributes: string
    credentials: string
    created_at: number
    modified_at: number
    version: number
  }
  user_names: { pool_id: string; kind: string; name: string; sub: string }
  user_search: { pool_id: string; attribute: string; value: string; sub: string }
  sessions: {
    pool_id: string
    sub: string
    session_id: string
    client_id: string
    origin_jti: string
    authenticated_at: number
    expires_at: number
    revoked_at: number | null
    generation: number
    rotated_at: number | null
    last_active_at: number | null
    acr: string | null
    amr: string | null
    device_key: string | null
    address: string | null
    device_type: string | null
  }
  devices: {
    pool_id: string
    sub: string
    device_key: string
    device_name: string | null
    salt: string
    sealed_verifier: string
    remembered: number
    address: string
    created_at: number
    modified_at: number
    authenticated_at: number
  }
  spent_steps: { pool_id: string; attempt_id: string; step: number; expires_at: number }
  codes: {
    pool_id: string
    sub: string
    purpose: string
    digest: string
    attribute: string
    value: string
    created_at: number
    expires_at: number
  }
  /** `description` is what no query asks for. */
  passkeys: {
    pool_id: string
    passkey_id: string
    sub: string
    public_key: string
    counter: number
    description: string
    created_at: number
  }
  guards: { pool_id: string; who: string; kind: string; tries: number; locked_until: number; ends_at: number }
  groups: {
    pool_id: string
    group_name: string
    group_id: string
    settings: string
    created_at: number
    modified_at: number
    version: number
  }
  group_members: { pool_id: string; sub: string; group_id: string }
  /** Groups that are gone and may have left memberships. */
  removed_groups: { pool_id: string; group_id: string; removed_at: number }
  outbox: {
    message_id: string
    recipient_digest: string
    channel: string
    sealed_payload: string
    created_at: number
    due_at: number
    attempts: number
    state: string
  }
  pool_resources: {
    pool_id: string
    kind: string
    name: string
    owner: string | null
    document: string
    sealed: string | null
    created_at: number
    modified_at: number
    version: number
  }
  domains: {
    domain: string
    pool_id: string
    settings: string
    created_at: number
    modified_at: number
    version: number
  }
  /** `work` is what is done of it; it is due when a node has to look at it. */
  import_jobs: {
    pool_id: string
    job_id: string
    status: string
    work: string
    created_at: number
    due_at: number | null
    version: number
  }
  import_chunks: { pool_id: string; job_id: string; upload_id: string; place: number; sealed: string }
  /** `who` is a sub, or a digest of a name that leads to nobody; `entered` tells those that let the user in. */
  auth_events: {
    pool_id: string
    who: string
    event_id: string
    event_type: string
    response: string
    entered: number
    findings: string
    sealed_context: string
    address_digest: string | null
    device_digest: string | null
    feedback: string | null
    feedback_by: string | null
    feedback_at: number | null
    created_at: number
    expires_at: number
  }
  /** Calls that were written together; all that happened, and to whom, is in `sealed`. */
  flow_records: {
    pool_id: string
    record_id: string
    account: string
    at: number
    size: number
    sealed: string
  }
  /** What was set for an account in a Region, by the name of the quota. */
  quotas: { account: string; region: string; quota: string; most: number }
  /** How much of a second's limit all nodes have taken, and what the last of them was given. */
  rate_leases: { account: string; region: string; bucket: string; second: number; taken: number; granted: number }
  /** How many e-mails an account has sent in the day that lasts. */
  daily_emails: { account: string; region: string; ends_at: number; sent: number }
  /** `deletion_at` is when it will be gone. */
  kms_keys: {
    account: string
    region: string
    key_id: string
    settings: string
    sealed_material: string
    created_at: number
    deletion_at: number | null
    version: number
  }
  kms_aliases: {
    account: string
    region: string
    alias_name: string
    key_id: string
    created_at: number
    modified_at: number
  }
  /** A row to hold while something of the account is counted. */
  accounts: { account: string; region: string }
  /** Made through the Lambda API. */
  functions: {
    account: string
    region: string
    function_name: string
    document: string
    sealed_variables: string
    code_id: string
    version: number
  }
  function_code: { code_id: string; place: number; sealed: string; created_at: number }
  /** One row that is written to learn whether writing works. */
  pulse: { pulse_id: number; beats: number }
}
