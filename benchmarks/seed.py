"""20,000 API keys for a Medusa of our own, by SQL: the amount at which a store is large."""

KEYS = """
insert into api_key (id, token, salt, redacted, title, type, created_by, created_at, updated_at)
select 'apk_seed' || lpad(n::text, 20, '0'),
       'seed-' || n,
       'seed',
       'sk_' || substr(md5(n::text), 1, 3) || '***' || substr(md5(n::text), 4, 3),
       'Integration ' || n,
       'secret',
       (select id from "user" limit 1),
       now() - n * interval '1 minute',
       now()
from generate_series(1, 20000) as n
"""
