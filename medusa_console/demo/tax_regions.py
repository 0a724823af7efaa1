"""The list of tax regions, which this shop has none of."""

from medusa_console.demo.records import Records, repeatable

TAX_REGIONS = Records(
    table="tax_regions",
    fields=(
        *("id", "country_code", "province_code", "parent_id", "provider_id", "created_by"),
        *("created_at", "updated_at", "deleted_at", "metadata"),
    ),
    search=("country_code", "province_code"),
    filters=repeatable("id", "country_code", "province_code", "parent_id", "created_by"),
    limit=20,
)
