"""20,000 API keys and 100,000 customers for a Medusa of our own, by SQL: a large store."""

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

CUSTOMERS = """
insert into customer (id, email, first_name, last_name, has_account, created_at, updated_at)
select 'cus_seed' || lpad(n::text, 20, '0'),
       'shopper' || n || '@example.com',
       (array['Anna', 'Ali', 'Lena', 'Tomasz', 'Mei', 'Noor'])[1 + n % 6],
       'Number ' || n,
       n % 3 > 0,
       now() - n * interval '1 minute',
       now()
from generate_series(1, 100000) as n
"""
